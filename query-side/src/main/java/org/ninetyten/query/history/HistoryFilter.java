package org.ninetyten.query.history;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.caller.Scope;

/**
 * Which entries of a history.
 *
 * @param from recorded at that instant or later
 * @param to recorded before that instant
 * @param knownOn recorded at that instant or earlier
 * @param happenedBy happened on that day or earlier
 * @param kind the event's logical name
 * @param actor actor id
 * @param readBy by whom: nothing of a case that is not there for them shows; of a case of their own, nothing before they have
 *     been told, or it was explained as no breach, but for their own report of themselves. Absent for the record itself
 */
public record HistoryFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant knownOn,
        @Nullable LocalDate happenedBy,
        @Nullable String kind,
        @Nullable String actor,
        @Nullable Scope readBy) {

    public static final HistoryFilter NONE = new HistoryFilter(null, null, null, null, null, null, null);
}
