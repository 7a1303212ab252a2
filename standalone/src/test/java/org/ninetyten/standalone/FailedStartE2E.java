package org.ninetyten.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot succeed says why in a sentence, ends with 1, and leaves nothing running. */
class FailedStartE2E {

    @Test
    void aSecondStartOnTheSameDataSaysSo(@TempDir Path directory) throws IOException, InterruptedException {
        Path data = Beforehand.empty(directory.resolve("data"));
        try (RunningJar first = RunningJar.launch(data)) {
            await().atMost(Duration.ofMinutes(1)).until(() -> first.output().contains("PostgreSQL is up"));

            RunningJar second = RunningJar.launch(data);

            saysInASentence(second, "Another Ninety Ten is running on " + data);
        }
        assertThat(isDatabaseRunningOn(data))
                .as("after SIGTERM in the middle of a start")
                .isFalse();
    }

    @Test
    void aPortThatIsTakenIsNamedAndTheDatabaseIsStoppedAgain(@TempDir Path directory)
            throws IOException, InterruptedException {
        Path data = Beforehand.empty(directory.resolve("data"));
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RunningJar jar = RunningJar.launch(other.getLocalPort(), data, Map.of(), Beforehand.jvm());

            saysInASentence(jar, "Port " + other.getLocalPort() + " was already in use");
        }
        assertThat(data.resolve("postgres")).isDirectory();
        assertThat(isDatabaseRunningOn(data)).isFalse();
    }

    @Test
    void aDataDirectoryThatCannotBeMadeIsNamed(@TempDir Path directory) throws IOException, InterruptedException {
        Path file = Files.createFile(directory.resolve("a-file"));

        RunningJar jar = RunningJar.launch(file.resolve("data"));

        saysInASentence(jar, "The data directory " + file.resolve("data") + " cannot be created or written to");
    }

    private static void saysInASentence(RunningJar jar, String sentence) throws InterruptedException {
        assertThat(jar.exitCode()).isEqualTo(1);
        assertThat(jar.output()).contains(sentence).doesNotContain("\tat ");
    }

    private static boolean isDatabaseRunningOn(Path data) {
        return Files.exists(data.resolve("postgres").resolve("postmaster.pid"));
    }
}
