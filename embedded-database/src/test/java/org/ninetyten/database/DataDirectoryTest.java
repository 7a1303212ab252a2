package org.ninetyten.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path place;

    @BeforeEach
    void onlyWherePermissionsExist() {
        assumeTrue(place.getFileSystem().supportedFileAttributeViews().contains("posix"));
    }

    @Test
    void aNewDataDirectoryIsClosedToOthers() throws IOException {
        Path directory = place.resolve("parent/data");

        DataDirectory.claim(directory).release();

        assertThat(permissions(directory)).isEqualTo("rwx------");
    }

    @Test
    void anEmptyDirectoryIsClosedToOthers() throws IOException {
        Path directory = Files.createDirectory(place.resolve("data"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));

        DataDirectory.claim(directory).release();

        assertThat(permissions(directory)).isEqualTo("rwx------");
    }

    @Test
    void aDirectoryWithOtherThingsInItKeepsItsPermissions() throws IOException {
        Path directory = Files.createDirectory(place.resolve("home"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createFile(directory.resolve("letter.txt"));

        DataDirectory.claim(directory).release();

        assertThat(permissions(directory)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void aDirectoryIsClaimedOnceAtATimeAlsoThroughAnotherName() throws IOException {
        Path directory = place.resolve("data");
        DataDirectory claimed = DataDirectory.claim(directory);
        Path otherName = Files.createSymbolicLink(place.resolve("alias"), directory);

        assertThatThrownBy(() -> DataDirectory.claim(otherName))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("Another Ninety Ten is running on " + directory.toRealPath());

        claimed.release();
        DataDirectory.claim(otherName).release();
    }

    @Test
    void aDataDirectoryThatCannotBeMadeIsExplained() throws IOException {
        Path file = Files.createFile(place.resolve("file"));

        assertThatThrownBy(() -> EmbeddedDatabase.open(file.resolve("data"), sentence -> {}))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining(file.resolve("data").toString())
                .hasMessageContaining("Choose a directory that you may write to");
    }

    @Test
    void aDataDirectoryThatIsReadOnlyIsExplained() throws IOException {
        Path directory = Files.createDirectory(place.resolve("data"));
        Files.createFile(directory.resolve("not-empty"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-x------"));
        assumeFalse(Files.isWritable(directory), "root may write anywhere");

        assertThatThrownBy(() -> EmbeddedDatabase.open(directory, sentence -> {}))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining(directory.toString())
                .hasMessageContaining("Choose a directory that you may write to");
    }

    @Test
    void dataOfAnotherMajorVersionAreRefusedAndLeftAlone() throws IOException {
        Path cluster = Files.createDirectories(place.resolve("data/postgres"));
        Files.writeString(cluster.resolve("PG_VERSION"), "17\n");

        assertThatThrownBy(() -> EmbeddedDatabase.open(place.resolve("data"), sentence -> {}))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("were written by PostgreSQL 17")
                .hasMessageContaining("brings PostgreSQL 18")
                .hasMessageContaining("pg_upgrade");

        assertThat(cluster).isDirectoryNotContaining("glob:**postgresql.conf");
        // The refusal lets go of the directory: with other data it may be tried again.
        DataDirectory.claim(place.resolve("data")).release();
    }

    @Test
    void dataOfAnotherUserAreRefusedAndLeftAlone() throws IOException {
        Path cluster = Files.createDirectories(place.resolve("data/postgres"));
        Files.writeString(cluster.resolve("PG_VERSION"), PostgresBinaries.MAJOR_VERSION);
        assumeTrue(gaveAway(cluster), "only root can give a directory away");

        assertThatThrownBy(() -> EmbeddedDatabase.open(place.resolve("data"), sentence -> {}))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("belong to the user nobody")
                .hasMessageContaining("Start Ninety Ten as that user");

        assertThat(place.resolve("data/logs")).doesNotExist();
    }

    private static boolean gaveAway(Path directory) {
        try {
            Files.setOwner(
                    directory,
                    directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
