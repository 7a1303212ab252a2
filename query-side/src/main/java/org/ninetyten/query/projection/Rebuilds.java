package org.ninetyten.query.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.query.projection.Rebuild.Pace;
import org.ninetyten.query.projection.Rebuild.Purpose;
import org.ninetyten.query.projection.Rebuild.State;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rebuilds there are and were, as all processes see them. One that runs belongs to whoever has its lease, by the
 * database's clock; when that lapses, another may go on with it.
 */
@Component
class Rebuilds {

    static final Duration LEASE = Duration.ofSeconds(15);

    static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final int KEPT = 50;

    private static final String LEASED = "clock_timestamp() + make_interval(secs => " + LEASE.toSeconds() + ")";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    Rebuilds(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Empty tables for it, and whoever is free will take it up. Nothing when one of the projection is under way.
     *
     * @throws Refusal 503 while one that was cancelled has not come to its end
     */
    Optional<Rebuild> begin(String projection, Purpose purpose, String askedBy) {
        try {
            return insert(projection, purpose, askedBy);
        } catch (RuntimeException e) {
            if (LOCK_NOT_AVAILABLE.equals(Blame.sqlState(e))) {
                throw Refusal.unavailable(
                        "copy-in-use", "One that was cancelled has not come to its end yet. Ask again shortly.");
            }
            throw e;
        }
    }

    private Optional<Rebuild> insert(String projection, Purpose purpose, String askedBy) {
        return transactions.execute(status -> {
            waitForTablesBriefly();
            UUID id = UUID.randomUUID();
            int begun = jdbc.update("""
                    INSERT INTO readmodel.rebuild (id, projection, purpose, state, asked_by)
                    VALUES (?, ?, ?, 'RUNNING', ?) ON CONFLICT (projection) WHERE state = 'RUNNING' DO NOTHING
                    """, id, projection, purpose.name(), askedBy);
            if (begun == 0) {
                return Optional.<Rebuild>empty();
            }
            call("begin_copy", projection);
            forgetOld(projection);
            return find(id);
        });
    }

    private void forgetOld(String projection) {
        jdbc.update("""
                DELETE FROM readmodel.rebuild WHERE id IN (
                    SELECT id FROM readmodel.rebuild WHERE projection = ? AND state <> 'RUNNING'
                    ORDER BY asked_at DESC OFFSET ?)
                """, projection, KEPT);
    }

    /** From the first event again, in empty tables. */
    void beginAgain(Rebuild rebuild, String owner) {
        transactions.executeWithoutResult(status -> {
            int mine = jdbc.update("""
                    UPDATE readmodel.rebuild SET position = 0, gaps = '{}', events_read = 0, read_before = 0,
                        working_since = clock_timestamp()
                    WHERE id = ? AND owner = ? AND state = 'RUNNING'
                    """, rebuild.id(), owner);
            if (mine == 0) {
                throw new RebuildLostException();
            }
            call("begin_copy", rebuild.projection());
        });
    }

    Optional<Rebuild> running(String projection) {
        return one("projection = ? AND state = 'RUNNING'", projection);
    }

    Optional<Rebuild> latest(String projection, Purpose purpose) {
        return one("projection = ? AND purpose = ? ORDER BY asked_at DESC LIMIT 1", projection, purpose.name());
    }

    Optional<Rebuild> find(UUID id) {
        return one("id = ?", id);
    }

    private Optional<Rebuild> one(String which, Object... values) {
        return jdbc.query("""
                        SELECT *, events_read - read_before AS pace_events,
                            extract(epoch FROM progress_at - working_since)::float8 AS pace_seconds
                        FROM readmodel.rebuild WHERE
                        """ + which, (row, number) -> rebuild(row), values).stream()
                .findFirst();
    }

    /** One that nobody works on becomes this owner's. */
    Optional<Rebuild> takeUp(String owner) {
        return jdbc
                .query(
                        "UPDATE readmodel.rebuild SET owner = ?, lease_until = " + LEASED + """
                        , working_since = clock_timestamp(), progress_at = clock_timestamp(), read_before = events_read
                        WHERE id = (
                            SELECT id FROM readmodel.rebuild
                            WHERE state = 'RUNNING' AND (owner IS NULL OR lease_until < clock_timestamp())
                            ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING id
                        """,
                        (row, number) -> row.getObject(1, UUID.class),
                        owner)
                .stream()
                .findFirst()
                .flatMap(this::find);
    }

    /** Whether it is still this owner's, and then for some time more. */
    boolean renew(Rebuild rebuild, String owner) {
        return jdbc.update(
                        "UPDATE readmodel.rebuild SET lease_until = " + LEASED
                                + " WHERE id = ? AND owner = ? AND state = 'RUNNING'",
                        rebuild.id(),
                        owner)
                > 0;
    }

    /** So that another need not wait for the lease to lapse. */
    void letGo(Rebuild rebuild, String owner) {
        jdbc.update("UPDATE readmodel.rebuild SET owner = NULL WHERE id = ? AND owner = ?", rebuild.id(), owner);
    }

    void expect(Rebuild rebuild, long of) {
        jdbc.update("UPDATE readmodel.rebuild SET events_of = ? WHERE id = ?", of, rebuild.id());
    }

    /**
     * How far it has got; commits with the rows.
     *
     * @throws RebuildLostException when it is no longer this owner's: then nothing may be committed
     */
    void progress(Rebuild rebuild, String owner) {
        Long[] gaps = rebuild.covers().gaps().toArray(Long[]::new);
        int known = jdbc.update(
                "UPDATE readmodel.rebuild SET position = ?, gaps = ?, events_read = ?, events_of = ?, error = NULL,"
                        + " progress_at = clock_timestamp(), lease_until = " + LEASED
                        + " WHERE id = ? AND owner = ? AND state = 'RUNNING'",
                rebuild.covers().position(),
                gaps,
                rebuild.read(),
                rebuild.of(),
                rebuild.id(),
                owner);
        if (known == 0) {
            throw new RebuildLostException();
        }
    }

    /** The copy takes the place of the one that answers; in the transaction under way. */
    void switchTo(Rebuild rebuild, String owner) {
        progress(rebuild, owner);
        call("switch_copy", rebuild.projection());
        finish(rebuild, State.DONE, null, null);
    }

    void analyze(Rebuild rebuild) {
        call("analyze_copy", rebuild.projection());
    }

    /** What it found; the copy is no longer needed. */
    void verified(Rebuild rebuild, String owner, String result) {
        transactions.executeWithoutResult(status -> {
            progress(rebuild, owner);
            finish(rebuild, State.DONE, null, result);
        });
        dropCopy(rebuild.projection());
    }

    /** Its next try may go better. */
    void stumbled(Rebuild rebuild, String error) {
        jdbc.update("UPDATE readmodel.rebuild SET error = ? WHERE id = ?", error, rebuild.id());
    }

    void failed(Rebuild rebuild, String error) {
        finish(rebuild, State.FAILED, error, null);
        dropCopy(rebuild.projection());
    }

    /** Whether it was running. The one who works on it notices. */
    boolean cancel(Rebuild rebuild) {
        if (!finish(rebuild, State.CANCELLED, null, null)) {
            return false;
        }
        dropCopy(rebuild.projection());
        return true;
    }

    private boolean finish(Rebuild rebuild, State state, @Nullable String error, @Nullable String result) {
        return jdbc.update("""
                        UPDATE readmodel.rebuild SET state = ?, error = ?, result = ?, finished_at = clock_timestamp(),
                            owner = NULL
                        WHERE id = ? AND state = 'RUNNING'
                        """, state.name(), error, result, rebuild.id()) > 0;
    }

    /** Unless another has begun by now, or someone still works on it, who drops it when they are done. */
    void dropCopy(String projection) {
        try {
            transactions.executeWithoutResult(status -> {
                waitForTablesBriefly();
                call("drop_copy", projection);
            });
        } catch (RuntimeException e) {
            if (!LOCK_NOT_AVAILABLE.equals(Blame.sqlState(e))) {
                throw e;
            }
        }
    }

    private void waitForTablesBriefly() {
        jdbc.execute("SET LOCAL lock_timeout = '2s'");
    }

    /** One of the functions that may do what this program's role may not. */
    private void call(String function, String projection) {
        jdbc.query("SELECT readmodel." + function + "(?)", row -> {}, projection);
    }

    List<String> tables(String projection) {
        return jdbc.queryForList(
                "SELECT table_name::text FROM readmodel.projection_table WHERE projection = ? ORDER BY table_name",
                String.class,
                projection);
    }

    private static Rebuild rebuild(ResultSet row) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        Pace pace = row.getTimestamp("working_since") == null
                ? null
                : new Pace(row.getLong("pace_events"), row.getDouble("pace_seconds"));
        return new Rebuild(
                row.getObject("id", UUID.class),
                row.getString("projection"),
                Purpose.valueOf(row.getString("purpose")),
                State.valueOf(row.getString("state")),
                instant(row.getTimestamp("asked_at")),
                finished == null ? null : instant(finished),
                Coverage.of(row.getLong("position"), List.of((Long[])
                        row.getArray("gaps").getArray())),
                row.getLong("events_read"),
                row.getLong("events_of"),
                pace,
                row.getString("error"),
                row.getString("result"));
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp.toInstant();
    }
}
