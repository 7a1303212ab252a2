package org.ninetyten.events.keyring;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** What wraps data keys. It never wraps anything else. */
final class MasterKey {

    private final String name;
    private final Aead aead;
    private final @Nullable MasterKey older;

    private MasterKey(String name, Aead aead, @Nullable MasterKey older) {
        this.name = name;
        this.aead = aead;
        this.older = older;
    }

    /** The same, which unwraps also what that other one wrapped. */
    MasterKey after(MasterKey other) {
        return new MasterKey(name, aead, other);
    }

    /** Which key wraps now, so that one can see what an older one wrapped. */
    String name() {
        return name;
    }

    byte[] wrap(byte[] dataKey, byte[] whose) {
        try {
            return aead.encrypt(dataKey, whose);
        } catch (GeneralSecurityException e) {
            throw new MasterKeyException("The master key " + name + " wraps no data key.", e);
        }
    }

    byte[] unwrap(byte[] wrapped, byte[] whose) {
        try {
            return aead.decrypt(wrapped, whose);
        } catch (GeneralSecurityException e) {
            if (older != null) {
                return older.unwrap(wrapped, whose);
            }
            throw new MasterKeyException(
                    "The master key does not open the data keys of this database. Give the one that they were wrapped"
                            + " with (ninety-ten.keys.master-file or ninety-ten.keys.master-uri).",
                    e);
        }
    }

    static MasterKey inFile(Path file) {
        try {
            registered();
            return of(read(file));
        } catch (IOException | GeneralSecurityException e) {
            throw new MasterKeyException("The master key in " + file + " cannot be read.", e);
        }
    }

    static MasterKey inService(String uri) {
        try {
            registered();
            for (KmsClient client : ServiceLoader.load(KmsClient.class)) {
                if (client.doesSupport(uri)) {
                    return new MasterKey(uri, client.withDefaultCredentials().getAead(uri), null);
                }
            }
        } catch (GeneralSecurityException e) {
            throw new MasterKeyException("The master key " + uri + " cannot be used.", e);
        }
        throw new MasterKeyException(
                "No client for the master key " + uri + " is on the class path: add Tink's for that service.");
    }

    /** Makes one where there is none, also when several processes start at once. */
    static void make(Path file) {
        try {
            registered();
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Path unfinished = unfinished(file);
            write(unfinished, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
            try {
                Files.createLink(file, unfinished);
            } catch (FileAlreadyExistsException e) {
                // Another was quicker.
            } catch (UnsupportedOperationException e) {
                Files.move(unfinished, file);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new MasterKeyException("A master key cannot be made in " + file + ".", e);
        }
    }

    /** Adds a new key, which wraps from now on; those that are there go on unwrapping. */
    static void addTo(Path file) {
        try {
            registered();
            KeysetHandle more = KeysetHandle.newBuilder(read(file))
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build();
            Path unfinished = unfinished(file);
            write(unfinished, more);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | GeneralSecurityException e) {
            throw new MasterKeyException("No key can be added to the master keys in " + file + ".", e);
        }
    }

    private static MasterKey of(KeysetHandle keys) throws GeneralSecurityException {
        return new MasterKey(
                "file:" + Integer.toUnsignedString(keys.getPrimary().getId()),
                keys.getPrimitive(RegistryConfiguration.get(), Aead.class),
                null);
    }

    private static KeysetHandle read(Path file) throws IOException, GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
    }

    private static void write(Path file, KeysetHandle keys) throws IOException, GeneralSecurityException {
        Files.createFile(file, ownerOnly(file));
        Files.writeString(
                file,
                TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()),
                StandardCharsets.UTF_8);
    }

    /** Closed to others from its first moment. */
    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + "."
                + ProcessHandle.current().pid() + "-" + Thread.currentThread().threadId() + ".new");
    }

    private static void registered() throws GeneralSecurityException {
        AeadConfig.register();
    }
}
