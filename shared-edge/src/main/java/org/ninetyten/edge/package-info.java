/** What both sides must say the same way over HTTP. */
@NullMarked
package org.ninetyten.edge;

import org.jspecify.annotations.NullMarked;
