package org.ninetyten.events.keyring;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/** One person's key, or what is left of it. */
final class DataKey {

    private final long id;
    private final String scope;
    private final @Nullable Aead aead;

    private DataKey(long id, String scope, @Nullable Aead aead) {
        this.id = id;
        this.scope = scope;
        this.aead = aead;
    }

    static DataKey of(long id, String scope, byte[] bytes) {
        try {
            return new DataKey(id, scope, new AesGcmJce(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key of that length is made here", e);
        }
    }

    static DataKey destroyed(long id, String scope) {
        return new DataKey(id, scope, null);
    }

    long id() {
        return id;
    }

    String scope() {
        return scope;
    }

    boolean isDestroyed() {
        return aead == null;
    }

    /** @param place where it stands: it cannot be read in another place */
    byte[] encrypt(String text, String place) {
        if (aead == null) {
            throw new ErasedException();
        }
        try {
            return aead.encrypt(text.getBytes(StandardCharsets.UTF_8), associated(place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A text could not be encrypted", e);
        }
    }

    /** @throws GeneralSecurityException when it was not written with this key for that place */
    String decrypt(byte[] ciphertext, String place) throws GeneralSecurityException {
        if (aead == null) {
            throw new ErasedException();
        }
        return new String(aead.decrypt(ciphertext, associated(place)), StandardCharsets.UTF_8);
    }

    private byte[] associated(String place) {
        return (place + "\n" + scope).getBytes(StandardCharsets.UTF_8);
    }
}
