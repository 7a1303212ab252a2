package org.ninetyten.command.bulkimport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.edge.caller.Role;
import org.ninetyten.events.stored.Provenance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;

/**
 * Imports that are yet to end, and who works on them: one process each, by a lease in the database's time, and one
 * import after the other, as the lines of a later one may build on an earlier one. What became of a line is written in
 * the transaction of its events, on condition that the import is still this process's and goes on: so nothing is done
 * or counted twice, or once it was cancelled.
 */
@Component
class RunningImports {

    /** One import under way. */
    record Run(String id, ImportKind kind, boolean dryRun, String askedBy, Role askedRole) {

        Actor actor() {
            return new Actor(askedBy, askedRole, null);
        }

        /** Whoever asked for the import did what it led to. */
        Provenance provenance() {
            return new Provenance(askedBy, askedRole.name(), id, id);
        }
    }

    /** A line to be worked on. */
    record Line(int number, int firstLine, Map<String, String> cells) {

        boolean isFirstOfItsKind() {
            return number == firstLine;
        }
    }

    /** The import is another process's by now, or was cancelled: there is nothing more to do here. */
    static final class NoLongerOursException extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};

    private final String me = UUID.randomUUID().toString();
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final ImportPace pace;
    private final Clock clock;

    RunningImports(JdbcTemplate jdbc, PlatformTransactionManager transactions, ImportPace pace, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.pace = pace;
        this.clock = clock;
    }

    /** The one that was asked for first, unless another process works on it. */
    Optional<Run> claim() {
        return jdbc
                .query("""
                        UPDATE eventstore.bulk_import SET lease_owner = ?, started_at = coalesce(started_at, ?),
                            lease_until = clock_timestamp() + ? * interval '1 millisecond'
                        WHERE number = (SELECT min(number) FROM eventstore.bulk_import WHERE state = 'RUNNING')
                          AND state = 'RUNNING' AND (lease_until IS NULL OR lease_until < clock_timestamp())
                        RETURNING id, kind, dry_run, asked_by, asked_role
                        """, (row, number) -> run(row), me, now(), pace.lease().toMillis())
                .stream()
                .findFirst();
    }

    /** @throws NoLongerOursException where it is not */
    void renew(Run run) {
        ours(jdbc.update("""
                UPDATE eventstore.bulk_import SET lease_until = clock_timestamp() + ? * interval '1 millisecond'
                WHERE id = ? AND state = 'RUNNING' AND lease_owner = ?
                """, pace.lease().toMillis(), run.id(), me) == 1);
    }

    /** The next lines in the order of the sheet; none when there are no more. */
    List<Line> next(Run run) {
        return jdbc.query("""
                SELECT line, first_line, cells FROM eventstore.bulk_import_line
                WHERE import_id = ? AND state = 'WAITING' ORDER BY line LIMIT ?
                """, (row, number) -> line(row), run.id(), pace.linesAtOnce());
    }

    /** Of the lines before one and about the same, the last few that would be done. */
    List<Line> doneBefore(Run run, Line line, int atMost) {
        return jdbc.query("""
                        SELECT line, first_line, cells FROM eventstore.bulk_import_line
                        WHERE import_id = ? AND state = 'DONE' AND first_line = ? AND line < ?
                        ORDER BY line DESC LIMIT ?
                        """, (row, number) -> line(row), run.id(), line.firstLine(), line.number(), atMost)
                .reversed();
    }

    /**
     * Writes what became of a line, in the transaction under way where there is one.
     *
     * @throws NoLongerOursException where the import is not this process's to go on with
     */
    void settle(Run run, Line line, Outcome outcome) {
        transactions.executeWithoutResult(status -> {
            // Shared by the lines under way; a cancellation waits for them, and they for none.
            ours(!jdbc.queryForList("""
                    SELECT FROM eventstore.bulk_import WHERE id = ? AND state = 'RUNNING' AND lease_owner = ? FOR SHARE
                    """, run.id(), me).isEmpty());
            ours(jdbc.update(
                            """
                            UPDATE eventstore.bulk_import_line SET state = ?, code = ?, detail = ?, violations = ?
                            WHERE import_id = ? AND line = ? AND state = 'WAITING'
                            """,
                            outcome.state().name(),
                            outcome.code(),
                            outcome.detail(),
                            violations(outcome),
                            run.id(),
                            line.number())
                    == 1);
        });
    }

    void done(Run run) {
        transactions.executeWithoutResult(status -> {
            ours(jdbc.update(Imports.END, ImportView.State.DONE.name(), now(), null, run.id()) == 1);
            jdbc.update(Imports.FORGET, run.id());
        });
    }

    /** Gives it up for others, or oneself, to take up again from then on. */
    void giveUp(Run run, Duration until) {
        jdbc.update("""
                UPDATE eventstore.bulk_import SET lease_owner = NULL,
                    lease_until = clock_timestamp() + ? * interval '1 millisecond'
                WHERE id = ? AND state = 'RUNNING' AND lease_owner = ?
                """, until.toMillis(), run.id(), me);
    }

    private static @Nullable String violations(Outcome outcome) {
        return outcome.violations().isEmpty() ? null : Imports.JSON.writeValueAsString(outcome.violations());
    }

    private static void ours(boolean ours) {
        if (!ours) {
            throw new NoLongerOursException();
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getString("id"),
                ImportKind.valueOf(row.getString("kind")),
                row.getBoolean("dry_run"),
                row.getString("asked_by"),
                Role.valueOf(row.getString("asked_role")));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getInt("line"), row.getInt("first_line"), Imports.JSON.readValue(row.getString("cells"), CELLS));
    }
}
