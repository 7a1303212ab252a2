package org.ninetyten.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.ninetyten.database.OwnerOnly;

/** A properties file that nobody but its owner can read, where the file system knows such a thing. */
final class OwnersFile {

    private OwnersFile() {}

    /** @param properties whose values have no character that a properties file would need escaped */
    static void write(Path file, Map<String, String> properties) throws IOException {
        String content = properties.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining("", "# Written anew at every start of the database beside it.\n", ""));
        // An older one may have other permissions.
        Files.deleteIfExists(file);
        OwnerOnly.writeNewFile(file, content);
    }
}
