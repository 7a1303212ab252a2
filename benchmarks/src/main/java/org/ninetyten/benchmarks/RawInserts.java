package org.ninetyten.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The floor under commands: the event rows that they made, inserted by JDBC, each by itself and committed before the
 * next, into a table with the columns, indexes and triggers of the event store.
 */
final class RawInserts {

    private static final String COLUMNS =
            "stream, sequence_number, aggregate_type, event_id, event_type, revision, recorded_at, payload, metadata";
    private static final String INSERT =
            "INSERT INTO bench.domain_event (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Store store;
    private final List<Row> rows = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong next = new AtomicLong();

    RawInserts(Store store) throws SQLException {
        this.store = store;
        store.execute("""
                CREATE SCHEMA bench;
                CREATE TABLE bench.domain_event (LIKE eventstore.domain_event INCLUDING ALL);
                CREATE SEQUENCE bench.domain_event_position_seq OWNED BY bench.domain_event.position;
                ALTER TABLE bench.domain_event ALTER position SET DEFAULT nextval('bench.domain_event_position_seq');
                CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON bench.domain_event
                    FOR EACH STATEMENT EXECUTE FUNCTION eventstore.refuse_change();
                """);
    }

    private record Row(
            String stream,
            long sequence,
            String aggregateType,
            String eventType,
            String revision,
            String recordedAt,
            byte[] payload,
            byte[] metadata) {}

    /** Takes rows that commands have made. */
    void takeRows(int atMost) throws SQLException {
        rows.clear();
        try (Connection connection = store.connect();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(
                        "SELECT " + COLUMNS + " FROM eventstore.domain_event ORDER BY position DESC LIMIT " + atMost)) {
            while (row.next()) {
                rows.add(new Row(
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getBytes(8),
                        row.getBytes(9)));
            }
        }
    }

    Load.Result measure(int connections, Duration length) throws InterruptedException {
        return Load.run(connections, length, this::client);
    }

    private Load.Client client(int number) throws IOException {
        try {
            Connection connection = store.connect();
            PreparedStatement insert = connection.prepareStatement(INSERT);
            return new Load.Client() {
                @Override
                public void once() throws SQLException {
                    insertNext(insert);
                }

                @Override
                public void close() throws SQLException {
                    connection.close();
                }
            };
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private void insertNext(PreparedStatement insert) throws SQLException {
        long number = next.getAndIncrement();
        Row row = rows.get((int) (number % rows.size()));
        ThreadLocalRandom random = ThreadLocalRandom.current();
        // The row as it is, but for what makes it another one.
        insert.setString(1, row.stream() + "~" + number / rows.size());
        insert.setLong(2, row.sequence());
        insert.setString(3, row.aggregateType());
        insert.setString(4, new UUID(random.nextLong(), random.nextLong()).toString());
        insert.setString(5, row.eventType());
        insert.setString(6, row.revision());
        insert.setString(7, row.recordedAt());
        insert.setBytes(8, row.payload());
        insert.setBytes(9, row.metadata());
        insert.executeUpdate();
    }
}
