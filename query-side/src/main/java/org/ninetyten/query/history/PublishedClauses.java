package org.ninetyten.query.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
            SELECT eventstore.as_json(payload) -> 'pinned' ->> 'policyId',
                (eventstore.as_json(payload) -> 'pinned' ->> 'policyVersion')::int
            FROM eventstore.domain_event WHERE stream = ? AND sequence_number = 0
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
        return jdbc
                .query(
                        PINNED,
                        (row, number) -> new Version(row.getString(1), row.getInt(2)),
                        "transgression:" + transgressionId)
                .stream()
                .findFirst()
                .map(version -> titles(version, clauseIds))
                .orElse(clauseIds);
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
