package org.ninetyten.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files and directories that nobody but their owner may look into, where the file system knows such a thing. On Windows they inherit
 * what the parent directory allows, which under a user's profile is that user and the administrators.
 */
public final class OwnerOnly {

    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    /** Creates the directory and its parents; one that exists is left as it is. */
    static void createDirectories(Path directory) throws IOException {
        Path parent = directory.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.createDirectories(directory, attributes(directory, DIRECTORY));
    }

    static void restrictDirectory(Path directory) throws IOException {
        if (isPosix(directory)) {
            Files.setPosixFilePermissions(directory, DIRECTORY);
        }
    }

    static void restrictFile(Path file) throws IOException {
        if (isPosix(file)) {
            Files.setPosixFilePermissions(file, FILE);
        }
    }

    /** Writes a new file that is closed to others from its first moment, not only after a later chmod. */
    public static void writeNewFile(Path file, String content) throws IOException {
        Files.createFile(file, attributes(file, FILE));
        Files.writeString(file, content);
    }

    /** Whether the directory is this process's own: a file that it makes in there tells whose files those are. */
    static boolean isMine(Path directory) throws IOException {
        Path mine = Files.createTempFile(directory, "owner", "");
        try {
            return Files.getOwner(directory).equals(Files.getOwner(mine));
        } finally {
            Files.delete(mine);
        }
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
