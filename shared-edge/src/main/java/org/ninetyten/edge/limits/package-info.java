/** How much one caller may ask for. */
@NullMarked
package org.ninetyten.edge.limits;

import org.jspecify.annotations.NullMarked;
