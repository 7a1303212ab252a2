package org.ninetyten.events.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The form in which texts stand in the store for good: nothing here may change what is read. */
class SealedTextTest {

    /** No secret: it opens nothing but this. */
    private static final byte[] KEY = new byte[32];

    static {
        for (int i = 0; i < KEY.length; i++) {
            KEY[i] = (byte) i;
        }
    }

    private static final DataKey AMINAS = DataKey.of(7, "officer:amina", KEY);
    private static final byte[] STORED =
            Base64.getUrlDecoder().decode("AAECAwQFBgcICQoLBm-_daTFm27-NPH67aO9miSJBLl7kv5fLJG9");

    @Test
    void whatWasEverStoredIsStillRead() throws GeneralSecurityException {
        assertThat(AMINAS.decrypt(STORED, "OfficerRegistered.name")).isEqualTo("Amina Yusuf");
    }

    @Test
    void itIsReadNowhereElse() {
        assertThatThrownBy(() -> AMINAS.decrypt(STORED, "OfficerRegistered.collarNumber"))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> DataKey.of(7, "officer:ben", KEY).decrypt(STORED, "OfficerRegistered.name"))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void theSameTextIsNeverSealedTheSameWayTwice() {
        assertThat(AMINAS.encrypt("Amina Yusuf", "OfficerRegistered.name"))
                .isNotEqualTo(AMINAS.encrypt("Amina Yusuf", "OfficerRegistered.name"));
    }

    @Test
    void aDestroyedKeyWritesNothingMore() {
        assertThatThrownBy(() -> DataKey.destroyed(7, "officer:amina").encrypt("Amina", "OfficerRegistered.name"))
                .isInstanceOf(ErasedException.class);
    }
}
