/** What queries take: filters, points in time. */
@NullMarked
package org.ninetyten.query.page;

import org.jspecify.annotations.NullMarked;
