/** Both sides and an embedded PostgreSQL in one process. */
@NullMarked
package org.ninetyten.standalone;

import org.jspecify.annotations.NullMarked;
