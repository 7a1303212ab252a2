/** When what recurs falls due, worked out from events alone, so that both sides say the same. */
@NullMarked
package org.ninetyten.events.schedule;

import org.jspecify.annotations.NullMarked;
