package org.ninetyten.database;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.ninetyten.database.PostgresBinaries.ProgramFailedException;

/** One PostgreSQL server process and the cluster it serves. */
final class PostgresServer {

    static final String HOST = "127.0.0.1";

    /** What a server may lose when the machine, not only the process, goes down. */
    enum Durability {
        /** Nothing that was committed. Said outright, whatever a default may be. */
        KEEPS_EVERY_COMMIT("on", 4096),
        /**
         * Everything: for a test's server, whose data are thrown away anyway, where waiting for the disk would only cost time. So
         * would guarding its passwords against who guesses: tests connect thousands of times.
         */
        FORGETS_AT_POWER_LOSS("off", 1);

        private final String flushing;
        private final int passwordIterations;

        Durability(String flushing, int passwordIterations) {
            this.flushing = flushing;
            this.passwordIterations = passwordIterations;
        }
    }

    /** Beyond every system's largest process id, so that no process can have it. */
    private static final int NO_PROCESS = Integer.MAX_VALUE;

    /** Brings every byte back as it was: a path in the file may be in any encoding. */
    private static final Charset PID_FILE_ENCODING = StandardCharsets.ISO_8859_1;

    private static final int START_ATTEMPTS = 3;

    private final DataDirectory data;
    private final PostgresBinaries binaries;
    private final Credentials credentials;
    private final Durability durability;

    PostgresServer(DataDirectory data, PostgresBinaries binaries, Credentials credentials, Durability durability) {
        this.data = data;
        this.binaries = binaries;
        this.credentials = credentials;
        this.durability = durability;
    }

    /** Refuses data that another user or another major version of PostgreSQL wrote, before anything is touched. */
    static void requireReadableCluster(DataDirectory data) {
        Path versionFile = data.cluster().resolve("PG_VERSION");
        try {
            if (!Files.exists(versionFile)) {
                return;
            }
            // Only the owner's server can read it. Trying as root would leave root's files where the owner cannot
            // replace them.
            if (!OwnerOnly.isMine(data.cluster())) {
                throw new DatabaseUnavailableException("The data in " + data.cluster() + " belong to the user "
                        + Files.getOwner(data.cluster())
                        + ". Start Ninety Ten as that user, or choose another data directory.");
            }
            String version = Files.readString(versionFile).strip();
            if (!version.equals(PostgresBinaries.MAJOR_VERSION)) {
                throw new DatabaseUnavailableException("The data in " + data.cluster() + " were written by PostgreSQL "
                        + version + ", but this Ninety Ten brings PostgreSQL " + PostgresBinaries.MAJOR_VERSION
                        + ". Upgrade them with pg_upgrade or by dump and restore, start the Ninety Ten that wrote them,"
                        + " or choose another data directory.");
            }
        } catch (IOException e) {
            throw new DatabaseUnavailableException(
                    "The database in " + data.cluster() + " cannot be read (" + e + "). Check that it belongs to you.",
                    e);
        }
    }

    /**
     * Makes sure that no server is at work on the cluster. A killed JVM leaves its server running; that one is stopped. We hold the
     * directory's lock, so nobody is using it any more.
     */
    void stopLeftover(Consumer<String> progress) {
        Path pidFile = data.cluster().resolve("postmaster.pid");
        try {
            if (!Files.exists(pidFile)) {
                return;
            }
            List<String> lines = Files.readAllLines(pidFile, PID_FILE_ENCODING);
            Optional<ProcessHandle> leftover =
                    processId(lines).flatMap(ProcessHandle::of).filter(process -> servesThisCluster(process, lines));
            if (leftover.isPresent()) {
                progress.accept("Stopping the PostgreSQL that an earlier run left behind (process "
                        + leftover.get().pid() + ")…");
                stop();
            } else {
                disown(pidFile, lines);
            }
        } catch (IOException e) {
            throw new DatabaseUnavailableException(
                    "The file " + pidFile + " cannot be read or written (" + e + "). Check that it belongs to you.", e);
        }
    }

    /** Creates the cluster beside its place and renames it, so that an interrupted first start leaves nothing half made. */
    void createClusterIfMissing(Consumer<String> progress) {
        if (Files.exists(data.cluster().resolve("PG_VERSION"))) {
            return;
        }
        progress.accept("Creating the database cluster…");
        Path passwordFile = data.path().resolve("initdb.password");
        try {
            DirectoryTree.deleteIfExists(data.unfinishedCluster());
            Files.deleteIfExists(passwordFile);
            OwnerOnly.writeNewFile(passwordFile, credentials.superuser().password() + "\n");
            binaries.run(data.logs(), "initdb", initdbArguments(passwordFile));
            Files.move(data.unfinishedCluster(), data.cluster(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | ProgramFailedException e) {
            throw new DatabaseUnavailableException(
                    "The database cluster could not be created in " + data.cluster() + ". " + e.getMessage(), e);
        } finally {
            deleteQuietly(passwordFile);
        }
    }

    private List<String> initdbArguments(Path passwordFile) {
        List<String> arguments = new ArrayList<>(List.of(
                "-D",
                data.unfinishedCluster().toString(),
                "-U",
                Credentials.SUPERUSER,
                "--pwfile=" + passwordFile,
                // A password from the first moment on: there is no time in which any local user could walk in.
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // Sorts the same on every machine, whatever locales its operating system has.
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        if (durability == Durability.FORGETS_AT_POWER_LOSS) {
            arguments.add("--no-sync");
        }
        return arguments;
    }

    /** Starts the server and returns its port. */
    int start() {
        for (int attempt = 1; ; attempt++) {
            Path log = data.logs().resolve("postgres.log");
            try {
                keepOnlyThePreviousLog(log);
                int port = freePort();
                try {
                    binaries.run(data.logs(), "pg_ctl", startArguments(port, log));
                    return port;
                } catch (ProgramFailedException e) {
                    // Someone may have taken the port after we looked. That alone is worth another attempt.
                    if (attempt == START_ATTEMPTS || isFree(port)) {
                        throw new DatabaseUnavailableException(
                                "PostgreSQL does not start on " + data.cluster() + ". " + e.getMessage()
                                        + "\nThe end of its log, " + log + ":\n" + endOf(log),
                                e);
                    }
                }
            } catch (IOException e) {
                throw new DatabaseUnavailableException(
                        "PostgreSQL cannot be started on " + data.cluster() + " (" + e + ").", e);
            }
        }
    }

    private List<String> startArguments(int port, Path log) {
        List<String> settings = List.of(
                "port=" + port,
                "listen_addresses=" + HOST,
                // No socket file: its path may be too long, and clients come over TCP anyway.
                "unix_socket_directories=",
                "password_encryption=scram-sha-256",
                "scram_iterations=" + durability.passwordIterations,
                "max_connections=100",
                "shared_buffers=128MB",
                "timezone=UTC",
                "log_timezone=UTC",
                // A row that a statement failed on belongs into no log, and what was erased not into a file that waits
                // to be used again.
                "log_error_verbosity=terse",
                "wal_recycle=off",
                "fsync=" + durability.flushing,
                "full_page_writes=" + durability.flushing,
                "synchronous_commit=" + durability.flushing);
        return List.of(
                "start",
                "-D",
                data.cluster().toString(),
                "-l",
                log.toString(),
                "-o",
                "-c " + String.join(" -c ", settings),
                "-w",
                // Long enough to recover a large database after a crash; a server that fails is noticed at once.
                "-t",
                "600");
    }

    /** A fast shutdown: clients are cut off, a checkpoint is written, and the next start has nothing to recover. */
    void stop() {
        if (!Files.exists(data.cluster().resolve("postmaster.pid"))) {
            return;
        }
        try {
            binaries.run(
                    data.logs(),
                    "pg_ctl",
                    List.of("stop", "-D", data.cluster().toString(), "-m", "fast", "-w", "-t", "60"));
        } catch (IOException | ProgramFailedException e) {
            throw new DatabaseUnavailableException(
                    "The PostgreSQL on " + data.cluster() + " does not stop. " + e.getMessage()
                            + " Stop that process by hand before the next start.",
                    e);
        }
    }

    private static Optional<Long> processId(List<String> pidFile) {
        try {
            return pidFile.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(pidFile.getFirst().strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * A process id outlives its process: after a reboot it may be anyone's. So the process must say itself that it is a PostgreSQL on
     * this very directory, by its command line or, where that cannot be read (Windows), by its answer.
     */
    private boolean servesThisCluster(ProcessHandle process, List<String> pidFile) {
        Optional<String[]> arguments = process.info().arguments();
        if (arguments.isEmpty()) {
            return answersForThisCluster(pidFile);
        }
        String command = process.info().command().orElse("");
        List<String> words = List.of(arguments.get());
        int flag = words.indexOf("-D");
        return Path.of(command).endsWith("postgres")
                && flag >= 0
                && flag + 1 < words.size()
                && isThisCluster(words.get(flag + 1));
    }

    private boolean answersForThisCluster(List<String> pidFile) {
        try {
            int port = Integer.parseInt(pidFile.get(3).strip());
            Properties properties = new Properties();
            properties.setProperty("user", credentials.superuser().user());
            properties.setProperty("password", credentials.superuser().password());
            // It may be another's server, which could otherwise ask for the password in clear.
            properties.setProperty("requireAuth", "scram-sha-256");
            properties.setProperty("loginTimeout", "5");
            properties.setProperty("socketTimeout", "5");
            try (Connection connection = DriverManager.getConnection(
                            "jdbc:postgresql://" + HOST + ":" + port + "/postgres", properties);
                    Statement statement = connection.createStatement();
                    ResultSet answer = statement.executeQuery("SHOW data_directory")) {
                return answer.next() && isThisCluster(answer.getString(1));
            }
        } catch (SQLException | NumberFormatException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private boolean isThisCluster(String directory) {
        try {
            return Files.isSameFile(Path.of(directory), data.cluster());
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * PostgreSQL will not start while its pid file names a living process, even one that has nothing to do with it. The file is not
     * deleted, because it also names the shared memory by which PostgreSQL finds out whether a crashed server's children still live:
     * only the process id is made one that nobody has. A file that was never finished names nothing, and is of no use to anyone.
     */
    private static void disown(Path pidFile, List<String> lines) throws IOException {
        if (processId(lines).isEmpty()) {
            Files.delete(pidFile);
            return;
        }
        List<String> disowned = new ArrayList<>(lines);
        disowned.set(0, Integer.toString(NO_PROCESS));
        Files.write(pidFile, disowned, PID_FILE_ENCODING);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, loopback())) {
            return socket.isBound();
        } catch (BindException e) {
            return false;
        }
    }

    /** {@link #HOST}, also where Java would rather have the loopback address of IPv6. */
    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    /** So that the log tells of this run and the one before, and never fills the disk. */
    private static void keepOnlyThePreviousLog(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling("postgres.previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String endOf(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "(there is none)";
        }
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException ignored) {
            // Readable by its owner only, and its content is in credentials.properties as well.
        }
    }
}
