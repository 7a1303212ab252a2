package org.ninetyten.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.ninetyten.database.DatabaseRole;
import org.ninetyten.database.EmbeddedDatabase;
import org.ninetyten.database.Login;
import org.ninetyten.events.keyring.KeyProperties;
import org.ninetyten.events.keyring.KeyringConfiguration;
import org.ninetyten.events.stored.StoredEventSerializer;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One database of the server that everything is measured on, floors included. */
final class Store {

    private final EmbeddedDatabase server;
    private final Path work;
    private final String url;

    Store(EmbeddedDatabase server, Path work, String name) {
        this.server = server;
        this.work = work;
        this.url = server.createDatabase(name);
    }

    /** Where logs go. */
    Path work() {
        return work;
    }

    List<String> connectAs(DatabaseRole role) {
        Login owner = server.login(DatabaseRole.OWNER);
        Login login = server.login(role);
        return List.of(
                "--ninety-ten.database.url=" + url,
                "--ninety-ten.database.owner-user=" + owner.user(),
                "--ninety-ten.database.owner-password=" + owner.password(),
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + login.user(),
                "--spring.datasource.password=" + login.password(),
                "--ninety-ten.keys.master-file=" + masterKey(),
                "--ninety-ten.keys.make-missing=true");
    }

    private Path masterKey() {
        return work.resolve("master-key.json");
    }

    /** As the programs write events: what is personal under keys of this store. Once a program has run on it. */
    StoredEventSerializer sealing() {
        Login owner = server.login(DatabaseRole.OWNER);
        DataSource keys = new SingleConnectionDataSource(url, owner.user(), owner.password(), true);
        return StoredEventSerializer.sealing(
                KeyringConfiguration.open(keys, new KeyProperties(masterKey(), null, true, false, false)));
    }

    /** As the owner of everything, and with what it commits on disk before it is answered. */
    Connection connect() throws SQLException {
        Login owner = server.login(DatabaseRole.OWNER);
        return DriverManager.getConnection(url, owner.user(), owner.password());
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
