package org.ninetyten.query.erasure;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ninetyten.events.Subject;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Erasures as they are noticed here, and the cleaning of files that belongs to them. */
@Component
class Erasures {

    /** Small tables that hold, or held, texts, and in whose files a row that is gone lies until they are rewritten. */
    private static final List<String> REWRITTEN = List.of(
            "readmodel.dead_letter",
            "readmodel_copy.dead_letter",
            "readmodel.rebuild",
            "eventstore.bulk_import_line",
            "eventstore.handle_reservation",
            "keyring.data_key",
            "pg_catalog.pg_statistic");

    private final JdbcTemplate jdbc;

    Erasures(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Open(String officerId, long position, Instant noticedAt) {}

    /** Writes down those whose key was destroyed since, and gives all that are not complete. */
    List<Open> open() {
        jdbc.update("""
                INSERT INTO readmodel.erasure (officer_id, position)
                SELECT destroyed.officer_id, erased.position
                FROM (SELECT DISTINCT officer_id FROM keyring.data_key
                      WHERE destroyed_at IS NOT NULL AND officer_id IS NOT NULL) destroyed
                JOIN eventstore.domain_event erased
                    ON erased.stream = ? || destroyed.officer_id AND erased.event_type = 'OfficerErased'
                WHERE NOT EXISTS (SELECT FROM readmodel.erasure known WHERE known.officer_id = destroyed.officer_id)
                ON CONFLICT DO NOTHING
                """, Subject.OFFICER.stream(""));
        return jdbc.query(
                "SELECT officer_id, position, noticed_at FROM readmodel.erasure WHERE completed_at IS NULL"
                        + " ORDER BY noticed_at",
                (row, number) -> new Open(
                        row.getString(1), row.getLong(2), row.getTimestamp(3).toInstant()));
    }

    Optional<Instant> completedAt(String officerId) {
        return jdbc
                .query(
                        "SELECT completed_at FROM readmodel.erasure"
                                + " WHERE officer_id = ? AND completed_at IS NOT NULL",
                        (row, number) -> row.getTimestamp(1).toInstant(),
                        officerId)
                .stream()
                .findFirst();
    }

    void complete(Open erasure) {
        jdbc.update(
                "UPDATE readmodel.erasure SET completed_at = clock_timestamp() WHERE officer_id = ?",
                erasure.officerId());
    }

    /** Outside of any transaction. What was dropped or written over leaves the disk, the log that it went through included. */
    void cleanFiles() {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            execute(connection, "SET transaction_timeout = 0");
            try {
                for (String table : REWRITTEN) {
                    execute(connection, "VACUUM (FULL, ANALYZE) " + table);
                }
                execute(connection, "SELECT pg_switch_wal()");
                execute(connection, "CHECKPOINT");
            } finally {
                execute(connection, "RESET transaction_timeout");
            }
            return true;
        });
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
