package org.ninetyten.edge.page;

import org.jspecify.annotations.Nullable;

/** An answer that is one page of a list. */
public interface Paged {

    /** What to send as {@code cursor} for the next page; absent on the last. */
    @Nullable
    String nextCursor();
}
