/** What the command side does of its own accord: events taken in, in their order, and lists of what follows from them worked off. */
@NullMarked
package org.ninetyten.command.automation;

import org.jspecify.annotations.NullMarked;
