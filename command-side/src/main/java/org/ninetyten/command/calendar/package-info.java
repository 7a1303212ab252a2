/** Working days of England and Wales. */
@NullMarked
package org.ninetyten.command.calendar;

import org.jspecify.annotations.NullMarked;
