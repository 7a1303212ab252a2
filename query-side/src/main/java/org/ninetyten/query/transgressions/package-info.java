/** Transgressions as they stand now. */
@NullMarked
package org.ninetyten.query.transgressions;

import org.jspecify.annotations.NullMarked;
