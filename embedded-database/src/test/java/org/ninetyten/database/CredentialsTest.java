package org.ninetyten.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

    @TempDir
    Path place;

    private DataDirectory data;

    @BeforeEach
    void claim() {
        data = DataDirectory.claim(place.resolve("data"));
    }

    @AfterEach
    void release() {
        data.release();
    }

    @Test
    void everyLoginHasALongPasswordOfItsOwn() {
        Credentials credentials = Credentials.of(data);

        assertThat(Arrays.stream(DatabaseRole.values())
                        .map(role -> credentials.login(role).password()))
                .doesNotHaveDuplicates()
                .doesNotContain(credentials.superuser().password())
                .allSatisfy(password -> assertThat(password).hasSizeGreaterThanOrEqualTo(32));
    }

    @Test
    void anotherDirectoryHasOtherPasswords() {
        DataDirectory elsewhere = DataDirectory.claim(place.resolve("elsewhere"));
        try {
            assertThat(Credentials.of(elsewhere).superuser())
                    .isNotEqualTo(Credentials.of(data).superuser());
        } finally {
            elsewhere.release();
        }
    }

    @Test
    void passwordsAreDrawnOnce() {
        Credentials first = Credentials.of(data);
        Credentials second = Credentials.of(data);

        assertThat(second.superuser()).isEqualTo(first.superuser());
        assertThat(second.login(DatabaseRole.COMMAND)).isEqualTo(first.login(DatabaseRole.COMMAND));
    }

    @Test
    void onlyTheirOwnerCanReadThePasswordsAlsoAfterACarelessRestore() throws IOException {
        assumeTrue(place.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Credentials.of(data);
        assertThat(permissions()).isEqualTo("rw-------");

        Files.setPosixFilePermissions(data.credentials(), PosixFilePermissions.fromString("rw-r--r--"));
        Credentials.of(data);
        assertThat(permissions()).isEqualTo("rw-------");
    }

    @Test
    void aRoleThatALaterVersionAddsGetsItsPassword() throws IOException {
        Files.writeString(data.credentials(), "postgres=kept\n");

        Credentials credentials = Credentials.of(data);

        assertThat(credentials.superuser().password()).isEqualTo("kept");
        assertThat(credentials.login(DatabaseRole.AUDITOR))
                .isEqualTo(Credentials.of(data).login(DatabaseRole.AUDITOR));
    }

    @Test
    void aDatabaseWhosePasswordsAreGoneIsExplained() throws IOException {
        Files.createDirectories(data.cluster());
        Files.writeString(data.cluster().resolve("PG_VERSION"), PostgresBinaries.MAJOR_VERSION);

        assertThatThrownBy(() -> Credentials.of(data))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining(data.credentials().toString())
                .hasMessageContaining("from a backup");
    }

    @Test
    void aLoginDoesNotTellItsPassword() {
        assertThat(new Login("someone", "secret")).hasToString("Login[user=someone]");
    }

    private String permissions() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.credentials()));
    }
}
