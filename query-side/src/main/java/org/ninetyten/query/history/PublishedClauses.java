package org.ninetyten.query.history;

import java.sql.PreparedStatement;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ninetyten.events.Event;
import org.ninetyten.events.Subject;
import org.ninetyten.events.transgression.TransgressionEvent.OfficerNotified;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Clauses as they were published, from the event store itself: a version never changes and stands there before any
 * case that it judges, however far other views are, so that whoever reads events again tells them as the first time.
 */
@Component
class PublishedClauses implements ClauseTitles {

    private static final String CLAUSES = """
            SELECT clause ->> 'id', clause ->> 'number', clause ->> 'title'
            FROM eventstore.domain_event published,
                jsonb_array_elements(eventstore.as_json(published.payload) -> 'content' -> 'clauses') clause
            WHERE published.stream = ? AND published.event_type = 'PolicyVersionPublished'
                AND eventstore.as_json(published.payload) ->> 'version' = ?
            """;

    private static final String PINNED = """
            SELECT stream, pinned ->> 'policyId', (pinned ->> 'policyVersion')::int
            FROM (SELECT stream, eventstore.as_json(payload) -> 'pinned' AS pinned
                FROM eventstore.domain_event WHERE stream = ANY (?) AND sequence_number = 0 OFFSET 0) reported
            """;

    private static final int REMEMBERED_AT_MOST = 1_000;

    private final JdbcTemplate jdbc;
    private final Map<Version, Map<String, String>> remembered = new ConcurrentHashMap<>();

    PublishedClauses(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Version(String policyId, int number) {}

    @Override
    public List<String> of(String policyId, int version, List<String> clauseIds) {
        return titles(new Version(policyId, version), clauseIds);
    }

    @Override
    public List<String> inCase(String transgressionId, List<String> clauseIds) {
        return inCase(transgressionId, clauseIds, pinned(List.of(transgressionId)));
    }

    private List<String> inCase(String transgressionId, List<String> clauseIds, Map<String, Version> pinned) {
        Version version = pinned.get(transgressionId);
        return version == null ? clauseIds : titles(version, clauseIds);
    }

    @Override
    public ClauseTitles preparedFor(List<Event> events) {
        Map<String, Version> pinned = new HashMap<>();
        Set<String> others = new LinkedHashSet<>();
        for (Event event : events) {
            if (event instanceof TransgressionReported reported && reported.pinned() != null) {
                pinned.put(
                        reported.transgressionId(),
                        new Version(
                                reported.pinned().policyId(), reported.pinned().policyVersion()));
            } else if (event instanceof OfficerNotified notified) {
                others.add(notified.transgressionId());
            }
        }
        others.removeAll(pinned.keySet());
        pinned.putAll(pinned(List.copyOf(others)));
        return new Prepared(pinned);
    }

    /** The versions by which these cases are judged; one without is not to be found there. */
    private Map<String, Version> pinned(List<String> transgressionIds) {
        if (transgressionIds.isEmpty()) {
            return Map.of();
        }
        Map<String, String> ids = new HashMap<>();
        transgressionIds.forEach(id -> ids.put(Subject.TRANSGRESSION.stream(id), id));
        Map<String, Version> found = new HashMap<>();
        jdbc.query(
                connection -> {
                    PreparedStatement select = connection.prepareStatement(PINNED);
                    select.setArray(
                            1, connection.createArrayOf("varchar", ids.keySet().toArray()));
                    return select;
                },
                row -> {
                    if (row.getString(2) != null) {
                        found.put(ids.get(row.getString(1)), new Version(row.getString(2), row.getInt(3)));
                    }
                });
        return found;
    }

    /** Asks no database about the cases of one batch. */
    private final class Prepared implements ClauseTitles {

        private final Map<String, Version> pinned;

        private Prepared(Map<String, Version> pinned) {
            this.pinned = pinned;
        }

        @Override
        public List<String> of(String policyId, int version, List<String> clauseIds) {
            return PublishedClauses.this.of(policyId, version, clauseIds);
        }

        @Override
        public List<String> inCase(String transgressionId, List<String> clauseIds) {
            return PublishedClauses.this.inCase(transgressionId, clauseIds, pinned);
        }
    }

    private List<String> titles(Version version, List<String> clauseIds) {
        Map<String, String> titles = clausesOf(version);
        return clauseIds.stream().map(id -> titles.getOrDefault(id, id)).toList();
    }

    private Map<String, String> clausesOf(Version version) {
        Map<String, String> known = remembered.get(version);
        if (known != null) {
            return known;
        }
        Map<String, String> found = new HashMap<>();
        jdbc.query(
                CLAUSES,
                row -> {
                    found.put(row.getString(1), "%s (%s)".formatted(row.getString(2), row.getString(3)));
                },
                "policy:" + version.policyId(),
                String.valueOf(version.number()));
        if (!found.isEmpty()) {
            if (remembered.size() >= REMEMBERED_AT_MOST) {
                remembered.clear();
            }
            remembered.put(version, found);
        }
        return found;
    }
}
