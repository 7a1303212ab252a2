/** One page of a list: where it starts, how long it is, as JSON and as CSV. */
@NullMarked
package org.ninetyten.edge.page;

import org.jspecify.annotations.NullMarked;
