/** Projections and queries; the side that only reads the event store. */
@NullMarked
package org.ninetyten.query;

import org.jspecify.annotations.NullMarked;
