/** Work that nobody waits for. */
@NullMarked
package org.ninetyten.edge.background;

import org.jspecify.annotations.NullMarked;
