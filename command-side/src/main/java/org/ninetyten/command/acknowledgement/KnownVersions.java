package org.ninetyten.command.acknowledgement;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The versions that this automation has taken in, written in the transaction of its token. Not what the store has: an
 * event may show there before one with a lower position does, and then they are taken in the other way round.
 */
@Component
class KnownVersions {

    private final JdbcTemplate jdbc;

    KnownVersions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void published(VersionToAcknowledge version) {
        jdbc.update("""
                INSERT INTO eventstore.policy_version (policy_id, version, effective_from, acknowledge_within_days)
                VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                """, version.policyId(), version.version(), version.effectiveFrom(), version.withinDays());
    }

    void withdrawn(String policyId, LocalDate on) {
        jdbc.update("""
                INSERT INTO eventstore.policy_withdrawal (policy_id, withdrawn_on)
                VALUES (?, ?) ON CONFLICT DO NOTHING
                """, policyId, on);
    }

    /**
     * What someone who joins on that day must acknowledge: the version in force and those to come; none of a policy
     * that was withdrawn.
     */
    List<VersionToAcknowledge> toAcknowledgeFrom(LocalDate day, String policyId) {
        return jdbc.query(
                """
                SELECT version, effective_from, acknowledge_within_days FROM eventstore.policy_version
                WHERE policy_id = ?
                  AND version >= (SELECT coalesce(max(version), 1) FROM eventstore.policy_version
                                  WHERE policy_id = ? AND effective_from <= ?)
                  AND policy_id NOT IN (SELECT policy_id FROM eventstore.policy_withdrawal)
                ORDER BY version
                """,
                (row, number) -> new VersionToAcknowledge(
                        policyId,
                        row.getInt("version"),
                        row.getObject("effective_from", LocalDate.class),
                        row.getInt("acknowledge_within_days")),
                policyId,
                policyId,
                day);
    }
}
