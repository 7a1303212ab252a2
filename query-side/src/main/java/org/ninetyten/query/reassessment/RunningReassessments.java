package org.ninetyten.query.reassessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.ninetyten.query.projection.Documents;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reassessments that are yet to end, and who works on them: one process each, by a lease in the database's time. Every
 * step forward is written together with how far it got, on condition that the run is still this process's and still
 * where it took it up: so nothing is written twice, or once it was cancelled.
 */
@Component
class RunningReassessments {

    /** A case as it was reported, found while searching the store. */
    record Report(long position, String transgressionId, String officerId, Instant postedAt, boolean asked) {}

    /** The run is another process's by now, or was cancelled: there is nothing more to do here. */
    static final class NoLongerOursException extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /** Longer than any transaction of the command side lives: whatever is open after that is none of its. */
    private static final Duration WRITERS_LIVE_AT_MOST = Duration.ofSeconds(60);

    private static final String STILL_OURS = " WHERE id = ? AND state = 'RUNNING' AND lease_owner = ?";

    private static final String KEEP_LEASE =
            ", attempts = 0, lease_until = clock_timestamp() + ? * interval '1 millisecond'";

    private final String me = UUID.randomUUID().toString();
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Documents documents;
    private final ReassessmentPace pace;
    private final Clock clock;

    RunningReassessments(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Documents documents,
            ReassessmentPace pace,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.documents = documents;
        this.pace = pace;
        this.clock = clock;
    }

    /** The one that was asked for first, of those that nobody works on. */
    Optional<Run> claim() {
        return jdbc.query("""
                        UPDATE readmodel.reassessment
                        SET lease_owner = ?, lease_until = clock_timestamp() + ? * interval '1 millisecond'
                        WHERE id = (
                            SELECT id FROM readmodel.reassessment
                            WHERE state = 'RUNNING' AND (lease_until IS NULL OR lease_until < clock_timestamp())
                            ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """, (row, number) -> run(row), me, pace.lease().toMillis()).stream()
                .findFirst();
    }

    /**
     * Whether no event can appear any more at a position that is to be read: everything that was under way when it was
     * asked for has ended.
     */
    boolean isSettled(Run run) {
        return Boolean.TRUE.equals(jdbc.queryForObject("""
                SELECT pg_snapshot_xmin(pg_current_snapshot()) >= pg_snapshot_xmax(snapshot)
                    OR snapshot_at < clock_timestamp() - ? * interval '1 millisecond'
                FROM readmodel.reassessment WHERE id = ?
                """, Boolean.class, WRITERS_LIVE_AT_MOST.toMillis(), run.id()));
    }

    /**
     * Keeps what was found up to a position.
     *
     * @param assessed of cases whose assessment was made or ended: whether it stands
     */
    Run collected(Run run, long upTo, List<Report> reports, Map<String, Boolean> assessed) {
        transactions.executeWithoutResult(status -> {
            step(
                    "collected_to = ?" + KEEP_LEASE,
                    " AND collected_to = ?",
                    upTo,
                    pace.lease().toMillis(),
                    run.id(),
                    me,
                    run.collectedTo());
            jdbc.batchUpdate(
                    """
                    INSERT INTO readmodel.reassessment_report
                        (reassessment_id, position, transgression_id, officer_id, posted_at, asked)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """, reports.stream().map(report -> row(run, report)).toList());
            jdbc.batchUpdate(
                    "UPDATE readmodel.reassessment_report SET assessed = ? WHERE reassessment_id = ? AND transgression_id = ?",
                    assessed.entrySet().stream()
                            .map(one -> new Object[] {one.getValue(), run.id(), one.getKey()})
                            .toList());
        });
        return run.collectedTo(upTo);
    }

    private static Object[] row(Run run, Report report) {
        return new Object[] {
            run.id(),
            report.position(),
            report.transgressionId(),
            report.officerId(),
            Timestamp.from(report.postedAt()),
            report.asked()
        };
    }

    void count(Run run) {
        step("""
                counted = true, cases_of = (
                    SELECT count(*) FROM readmodel.reassessment_report
                    WHERE reassessment_id = reassessment.id AND asked AND assessed)
                """ + KEEP_LEASE, "", pace.lease().toMillis(), run.id(), me);
    }

    /** The cases to be read next, by the positions of their reports. */
    NavigableMap<Long, String> next(Run run) {
        NavigableMap<Long, String> next = new TreeMap<>();
        jdbc.query(
                """
                SELECT position, transgression_id FROM readmodel.reassessment_report
                WHERE reassessment_id = ? AND asked AND assessed AND position > ? ORDER BY position LIMIT ?
                """,
                row -> {
                    next.put(row.getLong("position"), row.getString("transgression_id"));
                },
                run.id(),
                run.judgedTo(),
                pace.casesAtOnce());
        return next;
    }

    /** @param cases by the positions of their reports */
    Run judged(Run run, long upTo, Map<Long, ReassessedCase> cases) {
        Collection<ReassessedCase> judged = cases.values();
        Totals totals = run.totals().and(judged);
        transactions.executeWithoutResult(status -> {
            step(
                    "judged_to = ?, cases_read = cases_read + ?, totals = ?::json" + KEEP_LEASE,
                    " AND judged_to = ?",
                    upTo,
                    judged.size(),
                    documents.write(totals),
                    pace.lease().toMillis(),
                    run.id(),
                    me,
                    run.judgedTo());
            jdbc.batchUpdate(
                    """
                    INSERT INTO readmodel.reassessed_case
                        (reassessment_id, position, transgression_id, direction, document)
                    VALUES (?, ?, ?, ?, ?::json)
                    """,
                    cases.entrySet().stream()
                            .map(one -> row(run, one.getKey(), one.getValue()))
                            .toList());
        });
        return run.judgedTo(upTo, totals);
    }

    private Object[] row(Run run, long position, ReassessedCase one) {
        return new Object[] {
            run.id(), position, one.transgressionId(), one.direction().name(), documents.write(one)
        };
    }

    void done(Run run) {
        transactions.executeWithoutResult(status -> {
            step("state = 'DONE', ended_at = ?, lease_owner = NULL", "", now(), run.id(), me);
            forgetReports(run);
        });
    }

    void fail(Run run, String error) {
        transactions.executeWithoutResult(status -> {
            step("state = 'FAILED', ended_at = ?, error = ?, lease_owner = NULL", "", now(), error, run.id(), me);
            forgetReports(run);
        });
    }

    /** Gives it up for others, or oneself, to take up again from then on. */
    void giveUp(Run run, Duration until, boolean failed) {
        jdbc.update("""
                UPDATE readmodel.reassessment SET lease_owner = NULL, attempts = attempts + ?,
                    lease_until = clock_timestamp() + ? * interval '1 millisecond'
                """ + STILL_OURS, failed ? 1 : 0, until.toMillis(), run.id(), me);
    }

    /** How often it failed since it last got a step further. */
    int attempts(Run run) {
        return Objects.requireNonNullElse(
                jdbc.queryForObject(
                        "SELECT attempts FROM readmodel.reassessment WHERE id = ?", Integer.class, run.id()),
                0);
    }

    private void step(String change, String from, Object... values) {
        if (jdbc.update("UPDATE readmodel.reassessment SET " + change + STILL_OURS + from, values) != 1) {
            throw new NoLongerOursException();
        }
    }

    private void forgetReports(Run run) {
        jdbc.update("DELETE FROM readmodel.reassessment_report WHERE reassessment_id = ?", run.id());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getString("id"),
                row.getString("policy_id"),
                row.getObject("version", Integer.class),
                row.getObject("draft_version", Long.class),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getLong("position"),
                row.getLong("collected_to"),
                row.getBoolean("counted"),
                row.getLong("judged_to"),
                documents.read(row.getString("totals"), Totals.class));
    }
}
