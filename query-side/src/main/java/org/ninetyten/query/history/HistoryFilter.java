package org.ninetyten.query.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a history.
 *
 * @param from recorded at that instant or later
 * @param to recorded before that instant
 * @param kind the event's logical name
 * @param actor actor id
 * @param withoutTransgressions for officers, to whom nothing about a case shows before they have been told
 */
record HistoryFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String kind,
        @Nullable String actor,
        boolean withoutTransgressions) {}
