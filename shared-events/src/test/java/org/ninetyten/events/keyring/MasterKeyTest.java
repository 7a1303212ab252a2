package org.ninetyten.events.keyring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {

    private static final byte[] DATA_KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    private static final byte[] AMINAS = "officer:amina".getBytes(UTF_8);

    @Test
    void aFileThatIsMadeIsForItsOwnerAloneAndMadeOnce(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("keys/master.json");

        MasterKey.make(file);
        String made = Files.readString(file);
        MasterKey.make(file);

        assertThat(Files.readString(file)).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.list(directory.resolve("keys"))).containsExactly(file);
    }

    @Test
    void whatAnOlderKeyWrappedIsUnwrappedAfterAnotherWasAdded(@TempDir Path directory) {
        Path file = directory.resolve("master.json");
        MasterKey.make(file);
        MasterKey older = MasterKey.inFile(file);
        byte[] wrapped = older.wrap(DATA_KEY, AMINAS);

        MasterKey.addTo(file);
        MasterKey newer = MasterKey.inFile(file);

        assertThat(newer.name()).isNotEqualTo(older.name());
        assertThat(newer.unwrap(wrapped, AMINAS)).isEqualTo(DATA_KEY);
        assertThatThrownBy(() -> older.unwrap(newer.wrap(DATA_KEY, AMINAS), AMINAS))
                .isInstanceOf(MasterKeyException.class);
    }

    @Test
    void aKeyIsUnwrappedForNobodyElseAndByNoOtherMaster(@TempDir Path directory) {
        Path file = directory.resolve("master.json");
        Path other = directory.resolve("other.json");
        MasterKey.make(file);
        MasterKey.make(other);
        byte[] wrapped = MasterKey.inFile(file).wrap(DATA_KEY, AMINAS);

        assertThatThrownBy(() -> MasterKey.inFile(file).unwrap(wrapped, "officer:ben".getBytes(UTF_8)))
                .isInstanceOf(MasterKeyException.class);
        assertThatThrownBy(() -> MasterKey.inFile(other).unwrap(wrapped, AMINAS))
                .isInstanceOf(MasterKeyException.class)
                .hasMessageContaining("does not open the data keys of this database");
        assertThat(MasterKey.inFile(other).after(MasterKey.inFile(file)).unwrap(wrapped, AMINAS))
                .isEqualTo(DATA_KEY);
    }

    @Test
    void aServiceThatNothingOnTheClassPathTalksToIsSaidSo() {
        assertThatThrownBy(() -> MasterKey.inService("aws-kms://nowhere"))
                .isInstanceOf(MasterKeyException.class)
                .hasMessageContaining("No client");
    }

    /** As {@code deploy/master-key.sh} prints one, with a key that is no secret. */
    @Test
    void aKeyThatTheScriptPrintedIsRead(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("printed.json");
        Files.writeString(file, """
                {"primaryKeyId":7,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",\
                "value":"GiAwMTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njc4OWFiY2RlZg==","keyMaterialType":"SYMMETRIC"},\
                "status":"ENABLED","keyId":7,"outputPrefixType":"TINK"}]}
                """);

        MasterKey printed = MasterKey.inFile(file);

        assertThat(printed.name()).isEqualTo("file:7");
        assertThat(printed.unwrap(printed.wrap(DATA_KEY, AMINAS), AMINAS)).isEqualTo(DATA_KEY);
    }
}
