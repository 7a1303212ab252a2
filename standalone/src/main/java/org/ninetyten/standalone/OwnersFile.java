package org.ninetyten.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;

/** A properties file that nobody but its owner can read, where the file system knows such a thing. */
final class OwnersFile {

    private OwnersFile() {}

    /** @param properties whose values have no character that a properties file would need escaped */
    static void write(Path file, Map<String, String> properties) throws IOException {
        String content = properties.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining("", "# Written anew at every start of the database beside it.\n", ""));
        // A new file, closed to others from its first moment: an older one may have other permissions.
        Files.deleteIfExists(file);
        Files.createFile(file, readableByItsOwnerOnly(file));
        Files.writeString(file, content);
    }

    private static FileAttribute<?>[] readableByItsOwnerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
