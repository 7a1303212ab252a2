/** About whom a caller may give commands: the limits of the access table, where the command side knows whom it is about. */
@NullMarked
package org.ninetyten.command.scope;

import org.jspecify.annotations.NullMarked;
