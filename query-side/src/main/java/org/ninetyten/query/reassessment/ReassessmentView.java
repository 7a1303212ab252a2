package org.ninetyten.query.reassessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reassessment: what was asked, by whom and why, and how far it has got.
 *
 * @param version the published version asked about; absent where it was the draft
 * @param draft true where it was the draft
 * @param draftVersion the policy's own version, as in its ETag, at which that draft was last changed
 * @param position of the last event it knows of: what is recorded later changes nothing in it
 * @param read how many cases were read again
 * @param of of how many; 0 until they have been counted
 * @param totals over the cases read so far
 * @param endedAt absent while it runs
 * @param error why it failed, in plain words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReassessmentView(
        String id,
        State state,
        String policyId,
        @Nullable Integer version,
        @Nullable Boolean draft,
        @Nullable Long draftVersion,
        LocalDate from,
        LocalDate to,
        @Nullable String reason,
        Asker askedBy,
        Instant askedAt,
        long position,
        int read,
        int of,
        Map<Direction, Integer> totals,
        @Nullable Instant endedAt,
        @Nullable String cancelledBy,
        @Nullable String error) {

    /**
     * As it is told to whoever may not see some of its cases.
     *
     * @param hidden how many of those read went which way
     * @param hiddenOf how many of all it is to read
     */
    ReassessmentView without(Map<Direction, Integer> hidden, int hiddenOf) {
        Map<Direction, Integer> shown = new EnumMap<>(totals);
        hidden.forEach((direction, count) -> shown.merge(direction, -count, Integer::sum));
        int hiddenRead = hidden.values().stream().mapToInt(Integer::intValue).sum();
        return new ReassessmentView(
                id,
                state,
                policyId,
                version,
                draft,
                draftVersion,
                from,
                to,
                reason,
                askedBy,
                askedAt,
                position,
                Math.max(0, read - hiddenRead),
                Math.max(0, of - hiddenOf),
                shown,
                endedAt,
                cancelledBy,
                error);
    }

    enum State {
        /** Under way, or waiting for its turn. */
        RUNNING,
        DONE,
        /** What was read until then is kept. */
        CANCELLED,
        FAILED
    }

    /** Who asked, and in which role they were allowed to. */
    record Asker(String id, String role) {}
}
