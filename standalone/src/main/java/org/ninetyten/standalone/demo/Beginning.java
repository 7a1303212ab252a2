package org.ninetyten.standalone.demo;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The first events of the store, which tell whether the story was told there: it is told on an empty store, so nothing
 * comes before it, and each of its requests carries a correlation id of its own.
 *
 * @param events oldest first; empty for an empty store
 */
record Beginning(List<FirstEvent> events) {

    /** More than the story makes, and few enough to be read in no time from a large store. */
    private static final int LOOKED_AT = 1_000;

    record FirstEvent(
            Instant recordedAt, String what, @Nullable String correlationId) {}

    static Beginning of(JdbcTemplate store) {
        return new Beginning(store.query(
                """
                        SELECT recorded_at, kind || ' of ' || subject || ' ' || subject_id AS what,
                               metadata ->> 'correlationId' AS correlation_id
                        FROM eventstore.event_log ORDER BY position LIMIT ?
                        """,
                (row, number) -> {
                    Timestamp recordedAt = row.getTimestamp("recorded_at");
                    return new FirstEvent(
                            recordedAt.toInstant(), row.getString("what"), row.getString("correlation_id"));
                },
                LOOKED_AT));
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    FirstEvent first() {
        return events.getFirst();
    }

    Set<String> correlationIds() {
        return events.stream()
                .map(FirstEvent::correlationId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
