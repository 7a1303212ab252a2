package org.ninetyten.query.acknowledgements;

import java.util.Objects;
import org.ninetyten.events.Subject;
import org.ninetyten.query.acknowledgements.AcknowledgementsView.Requiring;
import org.ninetyten.query.projection.Automations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How far the command side has got with telling everyone that they must acknowledge a version. */
@Component
class RequiringProgress {

    /** The command side's automation that writes down whom there is to tell. */
    private static final String AUTOMATION = "acknowledgement-duties";

    private final JdbcTemplate jdbc;
    private final Automations automations;

    RequiringProgress(JdbcTemplate jdbc, Automations automations) {
        this.jdbc = jdbc;
        this.automations = automations;
    }

    /** Done only when everyone is written down and told: moments after a publication nobody is yet. */
    Requiring of(String policyId, int version) {
        boolean everyoneIsWrittenDown = automations.hasTakenIn(AUTOMATION, positionOf(policyId, version));
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                SELECT count(*) FILTER (WHERE done) AS done, count(*) AS everyone
                FROM eventstore.acknowledgement_to_require WHERE policy_id = ? AND version = ?
                """,
                (row, number) -> {
                    long done = row.getLong("done");
                    long everyone = row.getLong("everyone");
                    boolean finished = everyoneIsWrittenDown && done == everyone;
                    return new Requiring(finished ? Requiring.State.DONE : Requiring.State.RUNNING, done, everyone);
                },
                policyId,
                version));
    }

    /** Versions are counted from 1 without gaps. */
    private long positionOf(String policyId, int version) {
        return jdbc.query("""
                        SELECT position FROM eventstore.domain_event
                        WHERE stream = ? AND event_type = 'PolicyVersionPublished'
                        ORDER BY sequence_number LIMIT 1 OFFSET ?
                        """, (row, number) -> row.getLong(1), Subject.POLICY.stream(policyId), version - 1).stream()
                .findFirst()
                .orElse(0L);
    }
}
