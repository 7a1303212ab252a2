package org.ninetyten.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a server and its directory. What the roles may do is in {@link DatabaseRoleIT}. */
class EmbeddedDatabaseIT {

    @TempDir
    Path place;

    private Path directory;

    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void nameTheDirectory() {
        directory = place.resolve("data");
    }

    @Test
    void whatWasWrittenIsThereAfterARestart() throws IOException, SQLException {
        int port;
        try (EmbeddedDatabase database = EmbeddedDatabase.open(directory, said::add)) {
            port = database.port();
            asOwner(database, "CREATE SCHEMA kept CREATE TABLE witness (word text)");
            asOwner(database, "INSERT INTO kept.witness VALUES ('still here')");
        }
        assertThat(said)
                .containsExactly(
                        "Unpacking PostgreSQL 18 (first start only, about 3 s)…",
                        "Creating the database cluster…",
                        "PostgreSQL is up on 127.0.0.1:" + port + " (data in " + directory.toRealPath() + ")");
        assertThat(directory.resolve("binaries")).isNotEmptyDirectory();

        said.clear();
        try (EmbeddedDatabase database = EmbeddedDatabase.open(directory, said::add)) {
            assertThat(asOwner(database, "SELECT word FROM kept.witness")).isEqualTo("still here");
            assertThat(said)
                    .containsExactly("PostgreSQL is up on 127.0.0.1:" + database.port() + " (data in "
                            + directory.toRealPath() + ")");
        }
    }

    @Test
    void theServerIsSetToLoseNoCommitAndToListenOnThisMachineOnly() throws IOException, SQLException {
        try (EmbeddedDatabase database = open();
                Connection superuser = database.connectAsSuperuser("ninetyten")) {
            assertThat(show(superuser, "fsync")).isEqualTo("on");
            assertThat(show(superuser, "full_page_writes")).isEqualTo("on");
            assertThat(show(superuser, "synchronous_commit")).isEqualTo("on");
            assertThat(show(superuser, "data_checksums")).isEqualTo("on");
            assertThat(show(superuser, "max_connections")).isEqualTo("100");
            assertThat(show(superuser, "shared_buffers")).isEqualTo("128MB");
            assertThat(show(superuser, "timezone")).isEqualTo("UTC");
            assertThat(show(superuser, "password_encryption")).isEqualTo("scram-sha-256");
            assertThat(show(superuser, "server_encoding")).isEqualTo("UTF8");
            assertThat(show(superuser, "server_version")).startsWith(PostgresBinaries.MAJOR_VERSION + ".");
            assertThat(show(superuser, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show(superuser, "unix_socket_directories")).isEmpty();
            assertThat(queryAll(superuser, "SELECT DISTINCT auth_method FROM pg_hba_file_rules"))
                    .containsExactly("scram-sha-256");
        }
    }

    @Test
    void theClusterIsClosedToOthersAndNoPasswordIsLeftAbout() throws IOException {
        try (EmbeddedDatabase database = open()) {
            assertThat(permissions(directory.resolve("postgres"))).isEqualTo("rwx------");
            assertThat(permissions(directory.resolve("logs"))).isEqualTo("rwx------");
            assertThat(permissions(directory.resolve("credentials.properties"))).isEqualTo("rw-------");
            assertThat(directory).isDirectoryNotContaining("glob:**initdb.password");
            for (Path log : List.of(directory.resolve("logs/postgres.log"), directory.resolve("logs/initdb.log"))) {
                assertThat(log)
                        .content(StandardCharsets.UTF_8)
                        .doesNotContain(database.login(DatabaseRole.OWNER).password());
            }
        }
    }

    @Test
    void aKilledProcessLeavesNoDataBehindLocked() throws IOException, InterruptedException, SQLException {
        OtherProcess killed = OtherProcess.on(directory);
        assertThat(killed.isReady()).isTrue();
        long orphan = serverProcess();

        killed.kill();
        assertThat(isPostgres(orphan))
                .as("the server outlives its killed parent")
                .isTrue();

        try (EmbeddedDatabase database = open()) {
            assertThat(said)
                    .contains("Stopping the PostgreSQL that an earlier run left behind (process " + orphan + ")…");
            assertThat(asOwner(database, "SELECT word FROM kept.witness")).isEqualTo(OtherProcess.ROW);
            assertThat(serverProcess()).isNotEqualTo(orphan);
            awaitEndOf(orphan);
        }
    }

    @Test
    void aServerThatWasKilledItselfIsRecovered() throws IOException, InterruptedException, SQLException {
        OtherProcess killed = OtherProcess.on(directory);
        long server = serverProcess();
        killed.kill();
        ProcessHandle.of(server).orElseThrow().destroyForcibly();
        awaitEndOf(server);

        try (EmbeddedDatabase database = openOnceTheDeadServersChildrenAreGone()) {
            assertThat(asOwner(database, "SELECT word FROM kept.witness")).isEqualTo(OtherProcess.ROW);
            assertThat(said).noneMatch(sentence -> sentence.startsWith("Stopping"));
        }
    }

    @Test
    void aPidFileThatNamesSomeoneElsesProcessIsNoObstacleAndThatProcessIsLeftAlone() throws IOException, SQLException {
        List<String> pidFile;
        try (EmbeddedDatabase database = open()) {
            pidFile = new ArrayList<>(Files.readAllLines(dataOf(database).resolve("postmaster.pid")));
        }
        said.clear();

        try (EmbeddedDatabase neighbour = EmbeddedDatabase.temporary()) {
            long neighboursServer = serverProcess(neighbour);
            // Another database's server, and a process that is no database at all: this JVM.
            for (long foreign :
                    List.of(neighboursServer, ProcessHandle.current().pid())) {
                pidFile.set(0, Long.toString(foreign));
                Files.write(pidFile(), pidFile);

                open().close();
            }
            assertThat(said).hasSize(2).allMatch(sentence -> sentence.startsWith("PostgreSQL is up"));
            assertThat(serverProcess(neighbour)).isEqualTo(neighboursServer);
            assertThat(asOwner(neighbour, "SELECT 'well'")).isEqualTo("well");
        }
    }

    @Test
    void aPidFileOfADeadProcessOrADamagedOneIsNoObstacle() throws IOException {
        open().close();

        for (String content : List.of("", "nonsense\n", Integer.MAX_VALUE + "\n")) {
            Files.writeString(pidFile(), content);

            open().close();
        }
    }

    @Test
    void aSecondProcessIsTurnedAwayAtOnce() throws IOException {
        try (OtherProcess first = OtherProcess.on(directory)) {
            assertThat(first.isReady()).isTrue();
            assertThatThrownBy(this::open)
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("Another Ninety Ten is running on " + directory.toRealPath());
        }
        open().close();
    }

    @Test
    void aSecondAttemptInTheSameProcessIsTurnedAwayAndDoesNotLoosenTheFirstOnesLock() throws IOException, SQLException {
        try (EmbeddedDatabase database = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("Another Ninety Ten is running on " + directory.toRealPath());

            try (OtherProcess second = OtherProcess.on(directory)) {
                assertThat(second.refusal()).contains("Another Ninety Ten is running on " + directory.toRealPath());
            }
            assertThat(asOwner(database, "SELECT 'unharmed'")).isEqualTo("unharmed");
        }
    }

    @Test
    void anInterruptedFirstStartIsBegunAnew() throws IOException, SQLException {
        Files.createDirectories(directory.resolve("postgres.unfinished"));
        Files.writeString(directory.resolve("postgres.unfinished/PG_VERSION"), "18\n");

        try (EmbeddedDatabase database = open()) {
            assertThat(asOwner(database, "SELECT 'whole'")).isEqualTo("whole");
        }
        assertThat(directory.resolve("postgres.unfinished")).doesNotExist();
    }

    @Test
    void aServerThatCannotStartTellsWhyAndLetsGoOfTheDirectory() throws IOException {
        open().close();
        Path configuration = directory.resolve("postgres/postgresql.conf");
        String original = Files.readString(configuration);
        Files.writeString(configuration, original + "\nno_such_setting = 1\n");

        assertThatThrownBy(this::open)
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("PostgreSQL does not start on " + directory.toRealPath())
                .hasMessageContaining("no_such_setting");

        Files.writeString(configuration, original);
        open().close();
    }

    @Test
    void closingTwiceIsClosingOnce() throws IOException {
        EmbeddedDatabase first = open();
        first.close();

        try (EmbeddedDatabase second = open()) {
            first.close();

            assertThat(isPostgres(serverProcess()))
                    .as("the second one's server")
                    .isTrue();
            assertThat(second.port()).isPositive();
        }
    }

    @Test
    void aTemporaryServerLeavesNothingBehind() throws IOException, SQLException {
        Path data;
        long process;
        try (EmbeddedDatabase database = EmbeddedDatabase.temporary()) {
            data = dataOf(database);
            process = serverProcess(database);
            assertThat(data).isDirectory();
        }

        assertThat(data).doesNotExist();
        awaitEndOf(process);
    }

    @Test
    void testsShareOneServerAndHaveEachTheirOwnDatabase() throws SQLException {
        EmbeddedDatabase database = EmbeddedDatabase.shared();
        assertThat(EmbeddedDatabase.shared()).isSameAs(database);

        String one = database.createDatabase("embedded_database_it_one");
        String other = database.createDatabase("embedded_database_it_other");

        Login owner = database.login(DatabaseRole.OWNER);
        try (Connection inOne = DriverManager.getConnection(one, owner.user(), owner.password());
                Connection inOther = DriverManager.getConnection(other, owner.user(), owner.password());
                Statement statement = inOne.createStatement()) {
            statement.execute("CREATE SCHEMA mine");
            assertThat(queryAll(inOne, "SELECT nspname FROM pg_namespace WHERE nspname = 'mine'"))
                    .containsExactly("mine");
            assertThat(queryAll(inOther, "SELECT nspname FROM pg_namespace WHERE nspname = 'mine'"))
                    .isEmpty();
        }
    }

    @Test
    void aDatabaseNeedsAFreshAndPlainName() {
        EmbeddedDatabase database = EmbeddedDatabase.shared();
        database.createDatabase("embedded_database_it_taken");

        assertThatThrownBy(() -> database.createDatabase("embedded_database_it_taken"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("already");
        assertThatThrownBy(() -> database.createDatabase("x; DROP DATABASE ninetyten"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a database name");
    }

    private EmbeddedDatabase open() {
        return EmbeddedDatabase.open(directory, PostgresBinaries.sharedByThisUsersTests(), said::add);
    }

    /** A killed server's children notice within moments; until then PostgreSQL rightly refuses to start beside them. */
    private EmbeddedDatabase openOnceTheDeadServersChildrenAreGone() {
        return await().atMost(Duration.ofSeconds(30))
                .ignoreException(DatabaseUnavailableException.class)
                .until(this::open, database -> true);
    }

    private Path pidFile() {
        return directory.resolve("postgres/postmaster.pid");
    }

    private long serverProcess() throws IOException {
        return firstLineAsNumber(pidFile());
    }

    private static long serverProcess(EmbeddedDatabase database) throws IOException, SQLException {
        return firstLineAsNumber(dataOf(database).resolve("postmaster.pid"));
    }

    private static Path dataOf(EmbeddedDatabase database) throws SQLException {
        try (Connection superuser = database.connectAsSuperuser("postgres")) {
            return Path.of(show(superuser, "data_directory"));
        }
    }

    private static long firstLineAsNumber(Path file) throws IOException {
        return Long.parseLong(Files.readAllLines(file).getFirst());
    }

    /** An ended process that nobody has waited for yet still has an id, but no program any more. */
    private static boolean isPostgres(long process) {
        return ProcessHandle.of(process)
                .flatMap(handle -> handle.info().command())
                .filter(command -> command.endsWith("postgres"))
                .isPresent();
    }

    private static void awaitEndOf(long process) {
        await().atMost(Duration.ofSeconds(30)).until(() -> !isPostgres(process));
    }

    private static String asOwner(EmbeddedDatabase database, String sql) throws SQLException {
        Login owner = database.login(DatabaseRole.OWNER);
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet result = statement.getResultSet()) {
                assertThat(result.next()).isTrue();
                return result.getString(1);
            }
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        return queryAll(connection, "SHOW " + setting).getFirst();
    }

    private static List<String> queryAll(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                values.add(result.getString(1));
            }
        }
        return values;
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
