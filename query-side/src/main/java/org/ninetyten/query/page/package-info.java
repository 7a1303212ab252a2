/** Lists in pages, with cursors. */
@NullMarked
package org.ninetyten.query.page;

import org.jspecify.annotations.NullMarked;
