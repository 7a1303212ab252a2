package org.ninetyten.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The floor under a rebuild: the projection's events are copied out of the store, and its finished rows into tables of
 * the same columns and indexes. Whatever makes the rows from the events cannot be quicker than reading and writing is.
 */
final class CopyFloor {

    /** Which streams a projection is made from; the histories are made from all. */
    private static final Map<String, String> STREAMS = Map.of(
            "officers", "officer:%",
            "acknowledgements", "officer:%",
            "accounts", "account:%",
            "policies", "policy:%",
            "transgressions", "transgression:%");

    private final Store store;
    private final String projection;
    private final Map<String, Path> rows = new LinkedHashMap<>();

    /** Keeps the finished rows as they are now in files, which takes no part in the time. */
    CopyFloor(Store store, String projection) throws IOException, SQLException {
        this.store = store;
        this.projection = projection;
        store.execute("CREATE SCHEMA IF NOT EXISTS bench");
        try (Connection connection = store.connect();
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(
                        "SELECT table_name FROM readmodel.projection_table WHERE projection = '" + projection + "'")) {
            while (tables.next()) {
                String table = tables.getString(1);
                Path file = Files.createTempFile(store.work(), table, ".copy");
                rows.put(table, file);
                try (OutputStream out = Files.newOutputStream(file)) {
                    copies(connection).copyOut("COPY readmodel." + table + " TO STDOUT", out);
                } catch (SQLException e) {
                    throw new IllegalStateException("The rows of " + table + " could not be kept", e);
                }
            }
        }
    }

    /** In seconds. */
    double measure() throws IOException, SQLException {
        try (Connection connection = store.connect();
                Statement statement = connection.createStatement()) {
            for (String table : rows.keySet()) {
                statement.execute("DROP TABLE IF EXISTS bench." + table);
                statement.execute("CREATE TABLE bench." + table + " (LIKE readmodel." + table + " INCLUDING ALL)");
            }
            long began = System.nanoTime();
            copies(connection).copyOut(events(), OutputStream.nullOutputStream());
            for (Map.Entry<String, Path> table : rows.entrySet()) {
                try (InputStream in = Files.newInputStream(table.getValue())) {
                    copies(connection).copyIn("COPY bench." + table.getKey() + " FROM STDIN", in);
                }
            }
            return (System.nanoTime() - began) / 1e9;
        }
    }

    private String events() {
        String streams = STREAMS.getOrDefault(projection, "%");
        return "COPY (SELECT * FROM eventstore.domain_event WHERE stream LIKE '" + streams + "' ORDER BY position)"
                + " TO STDOUT";
    }

    private static CopyManager copies(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
