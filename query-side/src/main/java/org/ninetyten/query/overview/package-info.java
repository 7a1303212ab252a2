/** How it is going: the ninety and the ten, counted, and nobody found out by a count. */
@NullMarked
package org.ninetyten.query.overview;

import org.jspecify.annotations.NullMarked;
