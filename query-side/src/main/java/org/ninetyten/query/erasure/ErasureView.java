package org.ninetyten.query.erasure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether what is told about an officer is to be forgotten.
 *
 * @param complete whether it is gone from every copy and file of this service, too
 * @param legalHolds those that stand
 */
record ErasureView(
        String officerId,
        State state,
        @Nullable String erasureId,
        @Nullable Hand proposed,
        @Nullable Hand erased,
        boolean complete,
        @Nullable Instant completedAt,
        List<LegalHold> legalHolds) {

    ErasureView {
        legalHolds = List.copyOf(legalHolds);
    }

    enum State {
        NONE,
        PROPOSED,
        ERASED
    }

    /** Who did it, and when. */
    record Hand(String actor, Instant at) {}

    record LegalHold(String holdId, String reason, String placedBy, Instant placedAt) {}
}
