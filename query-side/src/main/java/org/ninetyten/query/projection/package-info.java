/** How events become rows: batches, dead letters, waiting for a version. */
@NullMarked
package org.ninetyten.query.projection;

import org.jspecify.annotations.NullMarked;
