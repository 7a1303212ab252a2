package org.ninetyten.database;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The passwords of one cluster: drawn once, kept beside it in a file that only its owner can read. */
final class Credentials {

    static final String SUPERUSER = "postgres";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, String> passwords;

    private Credentials(Map<String, String> passwords) {
        this.passwords = passwords;
    }

    /**
     * Reads the file, or makes it for a cluster that is still to be created. For one that exists without it there is no way in, so it
     * is better to say so than to draw passwords that open nothing.
     */
    static Credentials of(DataDirectory data) {
        Path file = data.credentials();
        try {
            Map<String, String> kept = new TreeMap<>();
            if (Files.exists(file)) {
                OwnerOnly.restrictFile(file);
                kept.putAll(read(file));
            }
            if (!kept.containsKey(SUPERUSER) && Files.exists(data.cluster().resolve("PG_VERSION"))) {
                throw new DatabaseUnavailableException("The passwords of the database in " + data.path() + " are gone: "
                        + file + " has no entry for " + SUPERUSER + ". Put that file back from a backup.");
            }
            Map<String, String> complete = withMissingOnesDrawn(kept);
            if (!complete.equals(kept)) {
                write(file, complete);
            }
            return new Credentials(complete);
        } catch (IOException | IllegalArgumentException e) {
            throw new DatabaseUnavailableException(
                    "The database's passwords in " + file + " cannot be read or written (" + e
                            + "). Check that the file belongs to you.",
                    e);
        }
    }

    Login login(DatabaseRole role) {
        return login(role.user());
    }

    Login superuser() {
        return login(SUPERUSER);
    }

    private Login login(String user) {
        String password = passwords.get(user);
        if (password == null) {
            throw new IllegalStateException("no password was drawn for " + user);
        }
        return new Login(user, password);
    }

    private static Map<String, String> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, name -> properties.getProperty(name, "")));
    }

    private static Map<String, String> withMissingOnesDrawn(Map<String, String> kept) {
        Map<String, String> complete = new TreeMap<>(kept);
        complete.computeIfAbsent(SUPERUSER, user -> draw());
        for (DatabaseRole role : DatabaseRole.values()) {
            complete.computeIfAbsent(role.user(), user -> draw());
        }
        return complete;
    }

    private static String draw() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Written whole or not at all: half a file would lock us out of the cluster. */
    private static void write(Path file, Map<String, String> passwords) throws IOException {
        String content = passwords.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining(
                        "", "# The logins of the PostgreSQL beside this file. Keep it with every backup.\n", ""));
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        OwnerOnly.writeNewFile(unfinished, content);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
