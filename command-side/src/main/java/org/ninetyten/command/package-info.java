/** Commands and their rules; the side that writes the event store. */
@NullMarked
package org.ninetyten.command;

import org.jspecify.annotations.NullMarked;
