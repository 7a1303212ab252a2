package org.ninetyten.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ninetyten.database.PostgresServer.Durability;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL server in a directory of this machine, reachable from this machine only, with Ninety Ten's database and roles in it.
 *
 * <p>Schemas and tables are not its concern: the migrations make them, as {@link DatabaseRole#OWNER}.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private static final String DATABASE = "ninetyten";
    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private static @Nullable EmbeddedDatabase shared;

    private final DataDirectory data;
    private final PostgresServer server;
    private final Credentials credentials;
    private final int port;
    private final Runnable afterwards;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedDatabase(
            DataDirectory data, PostgresServer server, Credentials credentials, int port, Runnable afterwards) {
        this.data = data;
        this.server = server;
        this.credentials = credentials;
        this.port = port;
        this.afterwards = afterwards;
    }

    /**
     * Starts the server whose data live in {@code dataDirectory/postgres}, creating them the first time. A server that a killed process
     * left running there is stopped first.
     *
     * @param progress gets a plain sentence for each thing that takes a person's time
     * @throws DatabaseUnavailableException when another process uses the directory, it cannot be written, or holds data of another
     *     PostgreSQL version
     */
    public static EmbeddedDatabase open(Path dataDirectory, Consumer<String> progress) {
        return open(dataDirectory, dataDirectory.resolve("binaries"), progress);
    }

    /** The same with its programs elsewhere, so that not every test of this package unpacks them again. */
    static EmbeddedDatabase open(Path dataDirectory, Path binaries, Consumer<String> progress) {
        return start(DataDirectory.claim(dataDirectory), binaries, Durability.KEEPS_EVERY_COMMIT, progress, () -> {});
    }

    /** A server on a fresh temporary directory, deleted on close: for tests. It does not wait for the disk. */
    public static EmbeddedDatabase temporary() {
        Path directory = temporaryDirectory();
        try {
            return start(
                    DataDirectory.claim(directory),
                    PostgresBinaries.sharedByThisUsersTests(),
                    Durability.FORGETS_AT_POWER_LOSS,
                    log::debug,
                    () -> delete(directory));
        } catch (RuntimeException | Error e) {
            delete(directory);
            throw e;
        }
    }

    /**
     * The one temporary server of this JVM, for tests: each takes a database of its own from it with {@link #createDatabase}. It stops
     * with the JVM; {@link #close} is for the others who do not share.
     */
    public static synchronized EmbeddedDatabase shared() {
        if (shared == null || shared.closed.get()) {
            EmbeddedDatabase started = temporary();
            Runtime.getRuntime().addShutdownHook(new Thread(started::close, "stop-shared-database"));
            shared = started;
        }
        return shared;
    }

    /** Where clients find Ninety Ten's database. */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    public int port() {
        return port;
    }

    public Login login(DatabaseRole role) {
        return credentials.login(role);
    }

    /**
     * An additional, empty database with the same roles, for tests.
     *
     * @param name lower-case letters, digits and underscores, not in use yet
     * @return its JDBC URL
     */
    // One at a time: the roles belong to the whole server, and PostgreSQL refuses two alterations of one role at once.
    public synchronized String createDatabase(String name) {
        if (!DATABASE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
        try {
            if (databaseExists(name)) {
                throw new IllegalArgumentException("there is a database of that name already: " + name);
            }
            createEmptyDatabase(name);
            applyRoles(name);
        } catch (SQLException e) {
            throw new DatabaseUnavailableException("The database " + name + " could not be created (" + e + ").", e);
        }
        return jdbcUrl(name);
    }

    /** Cuts off clients, writes everything to disk, stops the server and lets go of the directory. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            server.stop();
        } finally {
            data.release();
        }
        afterwards.run();
    }

    /** For this package's tests, which look at what only a superuser sees. */
    Connection connectAsSuperuser(String database) throws SQLException {
        Login superuser = credentials.superuser();
        return DriverManager.getConnection(jdbcUrl(database), superuser.user(), superuser.password());
    }

    private static EmbeddedDatabase start(
            DataDirectory data,
            Path binariesDirectory,
            Durability durability,
            Consumer<String> progress,
            Runnable afterwards) {
        try {
            PostgresServer.requireReadableCluster(data);
            requireNotPlainRoot();
            createLogDirectory(data);
            Credentials credentials = Credentials.of(data);
            PostgresBinaries binaries = PostgresBinaries.unpackedBelow(binariesDirectory, progress);
            PostgresServer server = new PostgresServer(data, binaries, credentials, durability);
            server.stopLeftover(progress);
            server.createClusterIfMissing(progress);
            EmbeddedDatabase database = new EmbeddedDatabase(data, server, credentials, server.start(), afterwards);
            database.provisionOrStop();
            progress.accept("PostgreSQL is up on " + PostgresServer.HOST + ":" + database.port() + " (data in "
                    + data.path() + ")");
            return database;
        } catch (RuntimeException | Error e) {
            data.release();
            throw e;
        }
    }

    private void provisionOrStop() {
        boolean provisioned = false;
        try {
            provision();
            provisioned = true;
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(
                    "Ninety Ten's database and roles could not be set up in " + data.path() + " (" + e + ").", e);
        } finally {
            if (!provisioned) {
                server.stop();
            }
        }
    }

    private void provision() throws SQLException {
        if (!databaseExists(DATABASE)) {
            createEmptyDatabase(DATABASE);
        }
        applyRoles(DATABASE);
        setPasswords();
    }

    private boolean databaseExists(String name) throws SQLException {
        try (Connection connection = connectAsSuperuser("postgres");
                PreparedStatement query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private void createEmptyDatabase(String name) throws SQLException {
        try (Connection connection = connectAsSuperuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
    }

    /** At every start, so that a later version's roles reach a database that an earlier one made. */
    private void applyRoles(String database) throws SQLException {
        try (Connection connection = connectAsSuperuser(database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(rolesSql());
            connection.commit();
        }
    }

    private void setPasswords() throws SQLException {
        try (Connection connection = connectAsSuperuser(DATABASE);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // A statement that fails is logged, and these have passwords in them.
            statement.execute("SET LOCAL log_min_error_statement = panic");
            for (DatabaseRole role : DatabaseRole.values()) {
                statement.execute(alterPassword(connection, login(role)));
            }
            connection.commit();
        }
    }

    private static String alterPassword(Connection connection, Login login) throws SQLException {
        try (PreparedStatement format =
                connection.prepareStatement("SELECT format('ALTER ROLE %I PASSWORD %L', ?, ?)")) {
            format.setString(1, login.user());
            format.setString(2, login.password());
            try (ResultSet formatted = format.executeQuery()) {
                formatted.next();
                return formatted.getString(1);
            }
        }
    }

    private static String rolesSql() {
        try (InputStream sql = EmbeddedDatabase.class.getResourceAsStream("roles.sql")) {
            return new String(
                    Objects.requireNonNull(sql, "roles.sql lies beside this class")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new DatabaseUnavailableException("The definition of the database's roles cannot be read.", e);
        }
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://" + PostgresServer.HOST + ":" + port + "/" + database;
    }

    private static void requireNotPlainRoot() {
        if (PostgresBinaries.isRootWithoutNamespaces()) {
            throw new DatabaseUnavailableException("PostgreSQL refuses to run as root, and this system does not allow"
                    + " user namespaces (unshare -U). Start Ninety Ten as an ordinary user.");
        }
    }

    private static void createLogDirectory(DataDirectory data) {
        try {
            OwnerOnly.createDirectories(data.logs());
        } catch (IOException e) {
            throw new DatabaseUnavailableException(
                    "The directory " + data.logs() + " cannot be created (" + e + ").", e);
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("ninety-ten-database-");
        } catch (IOException e) {
            throw new DatabaseUnavailableException("No temporary directory can be created (" + e + ").", e);
        }
    }

    private static void delete(Path directory) {
        try {
            DirectoryTree.deleteIfExists(directory);
        } catch (IOException e) {
            log.warn("The temporary directory {} could not be deleted.", directory, e);
        }
    }
}
