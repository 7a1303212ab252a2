package org.ninetyten.standalone;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The event store of a running jar, read as its auditor reads it: straight from PostgreSQL. */
final class StoredEvents {

    private static final Pattern ADDRESS = Pattern.compile("PostgreSQL is up on (\\S+) ");

    private StoredEvents() {}

    /** The first column of each row. */
    static List<String> select(RunningJar jar, Path data, String sql) throws SQLException, IOException {
        Matcher address = ADDRESS.matcher(jar.output());
        if (!address.find()) {
            throw new IllegalStateException("The database is not up:\n" + jar.output());
        }
        List<String> column = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://" + address.group(1) + "/ninetyten", "ninetyten_auditor", password(data));
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                column.add(rows.getString(1));
            }
        }
        return column;
    }

    static int count(RunningJar jar, Path data) throws SQLException, IOException {
        return Integer.parseInt(
                select(jar, data, "SELECT count(*) FROM eventstore.event_log").getFirst());
    }

    private static String password(Path data) throws IOException {
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("credentials.properties"))) {
            passwords.load(reader);
        }
        return passwords.getProperty("ninetyten_auditor");
    }
}
