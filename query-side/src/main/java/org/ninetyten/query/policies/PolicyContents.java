package org.ninetyten.query.policies;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.events.policy.PolicyEvent;
import org.ninetyten.events.policy.PolicyEvent.PolicyDrafted;
import org.ninetyten.events.policy.PolicyEvent.PolicyReviewMissed;
import org.ninetyten.events.policy.PolicyEvent.PolicyReviewedUnchanged;
import org.ninetyten.events.policy.PolicyEvent.PolicyRevised;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.PolicyEvent.PolicyWithdrawn;
import org.ninetyten.events.stored.RecordedEvent;
import org.ninetyten.query.projection.Documents;
import org.ninetyten.query.projection.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What drafts and versions say, apart from the policies themselves: it is large and rarely asked for. */
@Component
public class PolicyContents {

    /** The number under which a draft's content stands; versions count from 1. */
    static final int DRAFT = 0;

    private static final String WRITE = """
            INSERT INTO readmodel.policy_content AS row (policy_id, number, version, document) VALUES (?, ?, ?, ?::json)
            ON CONFLICT (policy_id, number) DO UPDATE SET version = excluded.version, document = excluded.document
            WHERE row.version < excluded.version
            """;

    private final JdbcTemplate jdbc;
    private final Documents documents;

    PolicyContents(JdbcTemplate jdbc, Documents documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    /** @throws IllegalStateException when there is none, which the projection does not let happen */
    PolicyContent read(String policyId, int number) {
        return find(policyId, number)
                .orElseThrow(() -> new IllegalStateException("No content %d of policy %s".formatted(number, policyId)));
    }

    /** Of a published version; empty while it is not to be seen here yet. */
    public Optional<PolicyContent> find(String policyId, int number) {
        return jdbc
                .query(
                        "SELECT document FROM readmodel.policy_content WHERE policy_id = ? AND number = ?",
                        (row, index) -> documents.read(row.getString(1), PolicyContent.class),
                        policyId,
                        number)
                .stream()
                .findFirst();
    }

    /** What the draft says after these events of a policy, which is never nothing: the first one drafts it. */
    static PolicyContent draftAfter(List<RecordedEvent> events) {
        return events.reversed().stream()
                .map(RecordedEvent::event)
                .filter(PolicyEvent.class::isInstance)
                .flatMap(event -> draftIn((PolicyEvent) event).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("These events draft no policy"));
    }

    private static Optional<PolicyContent> draftIn(PolicyEvent event) {
        return switch (event) {
            case PolicyDrafted e -> Optional.of(e.content());
            case PolicyRevised e -> Optional.of(e.content());
            case PolicyVersionPublished e -> Optional.empty();
            case PolicyReviewedUnchanged e -> Optional.empty();
            case PolicyReviewMissed e -> Optional.empty();
            case PolicyWithdrawn e -> Optional.empty();
        };
    }

    Unwritten begin(ReadModel model) {
        return new Unwritten(model);
    }

    private record Place(String policyId, int number) {}

    private record Written(long version, PolicyContent content) {}

    /** Contents of one batch; of a draft revised several times only the last is written. */
    final class Unwritten {

        private final Map<Place, Written> contents = new LinkedHashMap<>();
        private final ReadModel model;

        private Unwritten(ReadModel model) {
            this.model = model;
        }

        /** @param version the policy's, by which a later content is told from an earlier one */
        void put(String policyId, int number, long version, PolicyContent content) {
            contents.put(new Place(policyId, number), new Written(version, content));
        }

        void write() {
            if (!contents.isEmpty()) {
                jdbc.batchUpdate(
                        model.sql(WRITE),
                        contents.entrySet().stream()
                                .map(row -> row(row.getKey(), row.getValue()))
                                .toList());
            }
            contents.clear();
        }

        private Object[] row(Place place, Written written) {
            return new Object[] {place.policyId(), place.number(), written.version(), documents.write(written.content())
            };
        }
    }
}
