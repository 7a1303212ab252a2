/** Everything that is due from anyone: worked out from what happened, and found by who, where, what and when. */
@NullMarked
package org.ninetyten.query.duties;

import org.jspecify.annotations.NullMarked;
