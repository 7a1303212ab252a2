/** Who could post with an account when, worked out from its events alone, so that both sides say the same. */
@NullMarked
package org.ninetyten.events.posting;

import org.jspecify.annotations.NullMarked;
