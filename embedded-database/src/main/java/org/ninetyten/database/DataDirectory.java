package org.ninetyten.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory that holds one database, claimed by one process at a time. The claim is an operating system's file lock, so it dies with
 * its process, however that process dies.
 */
final class DataDirectory {

    /**
     * What this JVM has claimed. The file lock alone would not do: closing any channel on a file drops the process's POSIX locks on it,
     * so a second attempt in the same JVM, though refused, would take the first one's lock away.
     */
    private static final Set<Path> CLAIMED_HERE = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel lockFile;

    private DataDirectory(Path directory, FileChannel lockFile) {
        this.directory = directory;
        this.lockFile = lockFile;
    }

    /** Creates the directory where needed and takes it for this process. */
    static DataDirectory claim(Path requested) {
        Path directory = create(requested);
        if (!CLAIMED_HERE.add(directory)) {
            throw alreadyRunningOn(directory);
        }
        try {
            return new DataDirectory(directory, lock(directory));
        } catch (RuntimeException | Error e) {
            CLAIMED_HERE.remove(directory);
            throw e;
        }
    }

    void release() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new DatabaseUnavailableException("The lock on " + directory + " could not be given up.", e);
        } finally {
            CLAIMED_HERE.remove(directory);
        }
    }

    Path path() {
        return directory;
    }

    Path cluster() {
        return directory.resolve("postgres");
    }

    Path unfinishedCluster() {
        return directory.resolve("postgres.unfinished");
    }

    Path credentials() {
        return directory.resolve("credentials.properties");
    }

    Path logs() {
        return directory.resolve("logs");
    }

    private static Path create(Path requested) {
        try {
            OwnerOnly.createDirectories(requested);
            // A directory that has other things in it may be someone's home or a shared one: its permissions are not
            // ours to change.
            if (isEmpty(requested)) {
                OwnerOnly.restrictDirectory(requested);
            }
            return requested.toRealPath();
        } catch (IOException e) {
            throw notWritable(requested, e);
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.findAny().isEmpty();
        }
    }

    private static FileChannel lock(Path directory) {
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            locked = tryLock(channel) != null;
        } catch (IOException e) {
            throw notWritable(directory, e);
        } finally {
            if (!locked) {
                closeQuietly(channel);
            }
        }
        if (!locked) {
            throw alreadyRunningOn(directory);
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held in this JVM, though not by this class: a second class loader, say.
            return null;
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException ignored) {
            // Nothing was written through it, and what went wrong before is what the caller needs to hear.
        }
    }

    private static DatabaseUnavailableException alreadyRunningOn(Path directory) {
        return new DatabaseUnavailableException("Another Ninety Ten is running on " + directory
                + ". Stop that one first, or start this one with another data directory.");
    }

    private static DatabaseUnavailableException notWritable(Path directory, IOException cause) {
        return new DatabaseUnavailableException(
                "The data directory " + directory.toAbsolutePath() + " cannot be created or written to (" + cause
                        + "). Choose a directory that you may write to, or have its permissions changed.",
                cause);
    }
}
