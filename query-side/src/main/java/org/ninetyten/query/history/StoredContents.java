package org.ninetyten.query.history;

import java.util.Optional;
import org.ninetyten.events.Subject;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.query.projection.Documents;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Contents from the event store itself: what went before an event stands there however far other views are, so that
 * whoever reads the event again tells it as the first time.
 */
@Component
class StoredContents implements EarlierContents {

    private static final String LATEST = """
            SELECT eventstore.as_json(payload) -> 'content' FROM eventstore.domain_event
            WHERE stream = ? AND sequence_number < ? AND event_type IN (?, ?)
            ORDER BY sequence_number DESC LIMIT 1
            """;

    private final JdbcTemplate jdbc;
    private final Documents documents;

    StoredContents(JdbcTemplate jdbc, Documents documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    @Override
    public Optional<PolicyContent> draft(String policyId, long before) {
        return latest(policyId, before, "PolicyDrafted", "PolicyRevised");
    }

    @Override
    public Optional<PolicyContent> version(String policyId, long before) {
        return latest(policyId, before, "PolicyVersionPublished", "PolicyVersionPublished");
    }

    private Optional<PolicyContent> latest(String policyId, long before, String kind, String otherKind) {
        return jdbc
                .queryForList(LATEST, String.class, Subject.POLICY.stream(policyId), before - 1, kind, otherKind)
                .stream()
                .flatMap(content -> Optional.ofNullable(content).stream())
                .findFirst()
                .map(content -> documents.read(content, PolicyContent.class));
    }
}
