package org.ninetyten.command.support;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.automation.WorkList;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.stored.Provenance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * When to look at which officer next: at once when something happened to them, else once the next day is over that
 * something of theirs falls due by. A row for each officer, kept for good, with the earliest of all that waits: what it
 * is that waits is worked out from their events each time, never kept here.
 */
@Component
class OfficersToLookAt implements WorkList<OfficersToLookAt.Look> {

    /**
     * @param marks how often they were to be looked at since ever: more meanwhile, and something happened meanwhile
     * @param next the day to look again after, once they were looked at; absent where nothing waits
     */
    record Look(
            String officerId,
            long marks,
            String correlationId,
            String causationId,
            @Nullable LocalDate next) {

        Look again(Optional<LocalDate> day) {
            return new Look(officerId, marks, correlationId, causationId, day.orElse(null));
        }

        Provenance cause() {
            return Provenance.system(correlationId, causationId);
        }
    }

    private final JdbcTemplate jdbc;
    private final Clock clock;

    OfficersToLookAt(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private static final String MARK = """
            ON CONFLICT (officer_id) DO UPDATE SET look_at = least(listed.look_at, excluded.look_at),
                marks = listed.marks + 1,
                correlation_id = excluded.correlation_id, causation_id = excluded.causation_id
            """;

    void atOnce(String officerId, Provenance cause) {
        from("-infinity", officerId, cause);
    }

    /** Once that day is over, or earlier where something else waits. */
    void after(LocalDate day, String officerId, Provenance cause) {
        from(LondonTime.endOf(day).toString(), officerId, cause);
    }

    private void from(String instant, String officerId, Provenance cause) {
        jdbc.update("""
                INSERT INTO eventstore.officer_to_look_at AS listed (officer_id, look_at, correlation_id, causation_id)
                VALUES (?, ?::timestamptz, ?, ?)
                """ + MARK, officerId, instant, cause.correlationId(), cause.causationId());
    }

    /** Accounts that they had once count too. Who has none is looked at when they get one. */
    void atOnceIfTheyHaveAccounts(String officerId, Provenance cause) {
        jdbc.update("""
                INSERT INTO eventstore.officer_to_look_at AS listed (officer_id, look_at, correlation_id, causation_id)
                SELECT ?, '-infinity', ?, ?
                WHERE EXISTS (SELECT FROM eventstore.account_person WHERE officer_id = ?)
                """ + MARK, officerId, cause.correlationId(), cause.causationId(), officerId);
    }

    /** Whoever has the account, or had it once. */
    void ofAccountAtOnce(String accountId) {
        from("account_id", accountId, Instant.EPOCH);
    }

    /** Whoever has an account under the policy, or had one once. */
    void ofPolicyFrom(String policyId, Instant instant) {
        from("policy_id", policyId, instant);
    }

    /** In one go, however many they are; in the order in which they are locked elsewhere too. */
    private void from(String column, String id, Instant instant) {
        jdbc.update("""
                UPDATE eventstore.officer_to_look_at listed
                SET look_at = least(listed.look_at, ?), marks = listed.marks + 1
                FROM (SELECT officer_id FROM eventstore.officer_to_look_at
                      WHERE officer_id IN (SELECT officer_id FROM eventstore.account_person WHERE %s = ?)
                      ORDER BY officer_id FOR UPDATE) these
                WHERE listed.officer_id = these.officer_id
                """.formatted(column), Timestamp.from(instant), id);
    }

    @Override
    public List<Look> claim(int atMost, Duration hold) {
        return jdbc.query(
                """
                UPDATE eventstore.officer_to_look_at claimed
                SET claimed_until = now() + make_interval(secs => ?)
                FROM (SELECT officer_id FROM eventstore.officer_to_look_at
                      WHERE look_at <= ? AND (claimed_until IS NULL OR claimed_until < now())
                      ORDER BY look_at LIMIT ? FOR UPDATE SKIP LOCKED) free
                WHERE claimed.officer_id = free.officer_id
                RETURNING claimed.officer_id, claimed.marks, claimed.correlation_id, claimed.causation_id
                """,
                (row, number) -> new Look(
                        row.getString("officer_id"),
                        row.getLong("marks"),
                        row.getString("correlation_id"),
                        row.getString("causation_id"),
                        null),
                (double) hold.toSeconds(),
                Timestamp.from(clock.instant()),
                atMost);
    }

    @Override
    public void putOff(Look look, Duration by) {
        jdbc.update("""
                UPDATE eventstore.officer_to_look_at SET claimed_until = now() + make_interval(secs => ?)
                WHERE officer_id = ?
                """, (double) by.toSeconds(), look.officerId());
    }

    /** Who was marked meanwhile stays to be looked at. */
    @Override
    public void done(List<Look> looks) {
        jdbc.batchUpdate(
                """
                UPDATE eventstore.officer_to_look_at
                SET claimed_until = NULL,
                    look_at = CASE WHEN marks = ? THEN coalesce(?, 'infinity'::timestamptz) ELSE look_at END
                WHERE officer_id = ?
                """,
                looks.stream()
                        .sorted(Comparator.comparing(Look::officerId))
                        .map(look -> new @Nullable Object[] {look.marks(), after(look.next()), look.officerId()})
                        .toList());
    }

    private static @Nullable Timestamp after(@Nullable LocalDate day) {
        return day == null ? null : Timestamp.from(LondonTime.endOf(day));
    }
}
