package org.ninetyten.command.acknowledgement;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.ninetyten.command.automation.WorkList;
import org.ninetyten.events.stored.Provenance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The list of who has yet to be told to acknowledge what. */
@Component
class ToRequire implements WorkList<ToRequire.Entry> {

    /** One officer to be told of one version. */
    record Entry(
            String policyId,
            int version,
            String officerId,
            LocalDate dueBy,
            String correlationId,
            String causationId) {}

    private static final String INSERT = """
            INSERT INTO eventstore.acknowledgement_to_require
                (policy_id, version, due_by, correlation_id, causation_id, officer_id)
            """;

    private final JdbcTemplate jdbc;

    ToRequire(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void of(String officerId, VersionToAcknowledge version, LocalDate dueBy, Provenance cause) {
        jdbc.update(
                INSERT + "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                version.policyId(),
                version.version(),
                dueBy,
                cause.correlationId(),
                cause.causationId(),
                officerId);
    }

    void ofEveryone(VersionToAcknowledge version, LocalDate dueBy, Provenance cause) {
        jdbc.update(
                INSERT + """
                        SELECT DISTINCT ?, ?::integer, ?::date, ?, ?, officer_id
                        FROM eventstore.account_person WHERE policy_id = ? AND left_on IS NULL ON CONFLICT DO NOTHING
                        """,
                version.policyId(),
                version.version(),
                dueBy,
                cause.correlationId(),
                cause.causationId(),
                version.policyId());
    }

    /** Nobody is told any more who has no other open account under the policy. */
    void dropThoseWhoLeft(String accountId) {
        jdbc.update("""
                DELETE FROM eventstore.acknowledgement_to_require listed
                USING eventstore.account_person gone
                WHERE gone.account_id = ? AND listed.officer_id = gone.officer_id
                  AND listed.policy_id = gone.policy_id AND NOT listed.done
                  AND NOT EXISTS (SELECT FROM eventstore.account_person still
                                  WHERE still.officer_id = gone.officer_id AND still.policy_id = gone.policy_id
                                    AND still.left_on IS NULL)
                """, accountId);
    }

    /** Nobody is told any more who was not told yet. */
    void dropEveryone(String policyId) {
        jdbc.update("DELETE FROM eventstore.acknowledgement_to_require WHERE policy_id = ? AND NOT done", policyId);
    }

    /** In no particular order. */
    @Override
    public List<Entry> claim(int atMost, Duration hold) {
        return jdbc.query(
                """
                UPDATE eventstore.acknowledgement_to_require claimed
                SET claimed_until = now() + make_interval(secs => ?)
                FROM (SELECT policy_id, version, officer_id FROM eventstore.acknowledgement_to_require
                      WHERE NOT done AND (claimed_until IS NULL OR claimed_until < now())
                      LIMIT ? FOR UPDATE SKIP LOCKED) free
                WHERE claimed.policy_id = free.policy_id AND claimed.version = free.version
                  AND claimed.officer_id = free.officer_id
                RETURNING claimed.policy_id, claimed.version, claimed.officer_id, claimed.due_by,
                          claimed.correlation_id, claimed.causation_id
                """,
                (row, number) -> new Entry(
                        row.getString("policy_id"),
                        row.getInt("version"),
                        row.getString("officer_id"),
                        row.getObject("due_by", LocalDate.class),
                        row.getString("correlation_id"),
                        row.getString("causation_id")),
                (double) hold.toSeconds(),
                atMost);
    }

    @Override
    public void putOff(Entry entry, Duration by) {
        jdbc.update("""
                UPDATE eventstore.acknowledgement_to_require SET claimed_until = now() + make_interval(secs => ?)
                WHERE policy_id = ? AND version = ? AND officer_id = ?
                """, (double) by.toSeconds(), entry.policyId(), entry.version(), entry.officerId());
    }

    @Override
    public void done(List<Entry> told) {
        jdbc.batchUpdate(
                """
                UPDATE eventstore.acknowledgement_to_require SET done = true
                WHERE policy_id = ? AND version = ? AND officer_id = ?
                """,
                told.stream()
                        .map(entry -> new Object[] {entry.policyId(), entry.version(), entry.officerId()})
                        .toList());
    }
}
