/** Problem details, correlation ids and limits for every request. */
@NullMarked
package org.ninetyten.edge.http;

import org.jspecify.annotations.NullMarked;
