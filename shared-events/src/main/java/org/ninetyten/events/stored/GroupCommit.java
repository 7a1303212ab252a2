package org.ninetyten.events.stored;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.keyring.NewKey;

/**
 * Appends what several commands recorded in one statement and one commit. Whoever finds nobody writing writes what there
 * is, its own among it; what comes meanwhile is written next, together. Nobody waits for others to come: a command that
 * is alone is written at once, with one round trip.
 *
 * <p>All of a statement is stored or none. Where one command's events are refused, as when another process has taken their
 * place in the stream, each command's are tried by themselves, so that no other one is refused with it.
 */
final class GroupCommit {

    private static final int EVENTS_AT_MOST = 256;
    private static final int BYTES_AT_MOST = 4 * 1024 * 1024;

    private static final String INSERT = """
            INSERT INTO eventstore.domain_event (event_id, stream, sequence_number, aggregate_type, recorded_at, event_type,
                revision, payload, metadata)
            SELECT event_id, stream, sequence_number, aggregate_type, recorded_at, event_type, revision, payload, metadata
            FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[])
                WITH ORDINALITY AS event (event_id, stream, sequence_number, aggregate_type, recorded_at, event_type,
                revision, payload, metadata, number)
            ORDER BY number
            """;

    /** Keys that are made with the first events that are sealed under them. */
    private static final String INSERT_WITH_KEYS = """
            WITH first_key AS (
                INSERT INTO keyring.data_key (id, scope, officer_id, generation, wrapped, master) OVERRIDING SYSTEM VALUE
                SELECT id, scope, officer_id, 1, wrapped, master
                FROM unnest(?::bigint[], ?::text[], ?::text[], ?::bytea[], ?::text[])
                    AS key (id, scope, officer_id, wrapped, master)
            )
            """ + INSERT;

    private final DataSource pool;
    private final Queue<Append> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean writing = new AtomicBoolean();

    /** @param pool of connections that commit each statement */
    GroupCommit(DataSource pool) {
        this.pool = pool;
    }

    record Row(
            String eventId,
            String stream,
            long sequenceNumber,
            String aggregateType,
            String recordedAt,
            String eventType,
            String revision,
            byte[] payload,
            byte[] metadata) {

        private int bytes() {
            return payload.length + metadata.length;
        }
    }

    /** Returns once they are committed; all of them, or none where it throws. */
    void append(List<Row> rows, List<NewKey> firstKeys) throws SQLException {
        Append mine = new Append(rows, firstKeys);
        waiting.add(mine);
        boolean interrupted = false;
        while (!mine.ended) {
            if (writing.compareAndSet(false, true)) {
                try {
                    write(mine.ended ? List.of() : next());
                } finally {
                    writing.set(false);
                    wakeNext();
                }
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        mine.throwIfFailed();
    }

    /** It may find somebody writing, or its own written; then that is who wakes the next. */
    private void wakeNext() {
        Append next = waiting.peek();
        if (next != null) {
            LockSupport.unpark(next.caller);
        }
    }

    /** At least one, where any wait. */
    private List<Append> next() {
        List<Append> taken = new ArrayList<>();
        int events = 0;
        long bytes = 0;
        for (Append append = waiting.peek(); append != null; append = waiting.peek()) {
            events += append.rows.size();
            bytes += append.bytes();
            if (!taken.isEmpty() && (events > EVENTS_AT_MOST || bytes > BYTES_AT_MOST)) {
                break;
            }
            taken.add(append);
            waiting.remove();
        }
        return taken;
    }

    private void write(List<Append> appends) {
        if (appends.isEmpty()) {
            return;
        }
        try (Connection connection = pool.getConnection()) {
            insertTogether(connection, appends);
        } catch (SQLException | RuntimeException e) {
            appends.forEach(append -> append.endUnlessEnded(e));
        } catch (Error e) {
            appends.forEach(append -> append.endUnlessEnded(new IllegalStateException("Nothing was stored", e)));
            throw e;
        }
    }

    private static void insertTogether(Connection connection, List<Append> appends) throws SQLException {
        try {
            insert(connection, appends);
            appends.forEach(append -> append.endUnlessEnded(null));
        } catch (SQLException e) {
            if (appends.size() == 1 || !isOfOneRow(e)) {
                throw e;
            }
            for (Append append : appends) {
                insertAlone(connection, append);
            }
        }
    }

    private static void insertAlone(Connection connection, Append append) throws SQLException {
        try {
            insert(connection, List.of(append));
            append.endUnlessEnded(null);
        } catch (SQLException e) {
            if (!isOfOneRow(e)) {
                throw e;
            }
            append.endUnlessEnded(e);
        }
    }

    /** A constraint, or a value that its column does not take; nothing that the next row would meet too. */
    private static boolean isOfOneRow(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    private static void insert(Connection connection, List<Append> appends) throws SQLException {
        List<Row> rows =
                appends.stream().flatMap(append -> append.rows.stream()).toList();
        List<NewKey> keys =
                appends.stream().flatMap(append -> append.firstKeys.stream()).toList();
        try (PreparedStatement insert = connection.prepareStatement(keys.isEmpty() ? INSERT : INSERT_WITH_KEYS)) {
            int next = 1;
            if (!keys.isEmpty()) {
                insert.setArray(next++, array(connection, "bigint", keys, Long[]::new, NewKey::id));
                insert.setArray(next++, texts(connection, keys, NewKey::scope));
                insert.setArray(next++, texts(connection, keys, NewKey::officerId));
                insert.setArray(next++, array(connection, "bytea", keys, byte[][]::new, NewKey::wrapped));
                insert.setArray(next++, texts(connection, keys, NewKey::master));
            }
            insert.setArray(next++, texts(connection, rows, Row::eventId));
            insert.setArray(next++, texts(connection, rows, Row::stream));
            insert.setArray(next++, array(connection, "bigint", rows, Long[]::new, Row::sequenceNumber));
            insert.setArray(next++, texts(connection, rows, Row::aggregateType));
            insert.setArray(next++, texts(connection, rows, Row::recordedAt));
            insert.setArray(next++, texts(connection, rows, Row::eventType));
            insert.setArray(next++, texts(connection, rows, Row::revision));
            insert.setArray(next++, array(connection, "bytea", rows, byte[][]::new, Row::payload));
            insert.setArray(next, array(connection, "bytea", rows, byte[][]::new, Row::metadata));
            insert.executeUpdate();
        }
    }

    private static <R> Array texts(Connection connection, List<R> rows, Function<R, @Nullable String> text)
            throws SQLException {
        return array(connection, "text", rows, String[]::new, text);
    }

    private static <R, T extends @Nullable Object> Array array(
            Connection connection, String type, List<R> rows, IntFunction<T[]> array, Function<R, T> value)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray(array));
    }

    /** What one command recorded. */
    private static final class Append {

        private final List<Row> rows;
        private final List<NewKey> firstKeys;
        private final Thread caller = Thread.currentThread();
        private @Nullable Exception failure;
        private volatile boolean ended;

        private Append(List<Row> rows, List<NewKey> firstKeys) {
            this.rows = rows;
            this.firstKeys = firstKeys;
        }

        private long bytes() {
            return rows.stream().mapToLong(Row::bytes).sum();
        }

        private void endUnlessEnded(@Nullable Exception with) {
            if (!ended) {
                failure = with;
                ended = true;
                LockSupport.unpark(caller);
            }
        }

        private void throwIfFailed() throws SQLException {
            if (failure instanceof SQLException e) {
                throw new SQLException(e.getMessage(), e.getSQLState(), e);
            }
            if (failure != null) {
                throw new IllegalStateException("Events could not be appended", failure);
            }
        }
    }
}
