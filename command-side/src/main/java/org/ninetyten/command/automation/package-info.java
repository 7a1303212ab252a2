/** What the command side's own readers of the log have in common. */
@NullMarked
package org.ninetyten.command.automation;

import org.jspecify.annotations.NullMarked;
