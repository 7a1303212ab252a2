/** Who has acknowledged which policy version, and who has not. */
@NullMarked
package org.ninetyten.query.acknowledgements;

import org.jspecify.annotations.NullMarked;
