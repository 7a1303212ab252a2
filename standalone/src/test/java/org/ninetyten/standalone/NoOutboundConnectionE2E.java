package org.ninetyten.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Police data does not phone home. The libraries' usage reporting hides from a JVM that runs tests, so these are
 * processes of their own, told in every way there is to report to a trap: nothing may walk into it, no name may be
 * looked up, and nothing may be written into the user's home.
 */
class NoOutboundConnectionE2E {

    /** The reporter's first attempt comes one second after the start. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(4);

    @TempDir
    private Path directory;

    private ServerSocketChannel trap;

    @BeforeEach
    void setTheTrap() throws IOException {
        trap = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        trap.configureBlocking(false);
    }

    @AfterEach
    void removeTheTrap() throws IOException {
        trap.close();
    }

    @Test
    void aStartReportsNothingLooksUpNobodyAndLeavesTheHomeAlone() throws IOException {
        Path home = Files.createDirectory(directory.resolve("home"));
        Path lookups = directory.resolve("lookups");
        List<String> jvm = new ArrayList<>(reportingSwitchedOn(home, lookups));
        jvm.add("-cp");
        // The launcher of the real jar, with the recorder beside it.
        jvm.add(classesOfTheTests() + File.pathSeparator + RunningJar.jar());
        jvm.add("org.springframework.boot.loader.launch.JarLauncher");

        try (RunningJar jar = RunningJar.launch(directory.resolve("data"), switchedOn(), jvm, "--ninety-ten.demo=true")
                .awaitReady()) {
            await().during(LONG_ENOUGH).atMost(LONG_ENOUGH.multipliedBy(3)).until(() -> !somebodyCalled());
            assertThat(jar.output()).contains("Ninety Ten is up");
        }

        assertThat(namesLookedUp(lookups))
                .isSubsetOf("localhost", InetAddress.getLocalHost().getHostName());
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void theTrapCatchesAReporterThatIsLetLoose() throws IOException, InterruptedException {
        Path home = Files.createDirectory(directory.resolve("home"));
        Path lookups = directory.resolve("lookups");
        List<String> command = new ArrayList<>(List.of(RunningJar.java().toString()));
        command.addAll(reportingSwitchedOn(home, lookups));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), UpdateCheckerAlone.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile());
        builder.environment().putAll(switchedOn());

        Process reporter = builder.start();
        try {
            await().atMost(Duration.ofMinutes(1)).until(this::somebodyCalled);
        } finally {
            reporter.destroyForcibly().waitFor();
        }

        assertThat(namesLookedUp(lookups)).contains("localhost");
        assertThat(home).isNotEmptyDirectory();
    }

    private List<String> reportingSwitchedOn(Path home, Path lookups) {
        List<String> jvm = new ArrayList<>(Beforehand.SHORT_LIVED);
        jvm.addAll(List.of(
                "-Daxoniq.update-checker.disabled=false",
                "-Daxoniq.usage.url=" + address(),
                "-Duser.home=" + home,
                "-D" + LookupRecorder.FILE + "=" + lookups));
        return jvm;
    }

    private Map<String, String> switchedOn() {
        return Map.of("AXONIQ_UPDATE_CHECKER_DISABLED", "false", "AXONIQ_UPDATE_CHECKER_URL", address());
    }

    /** By name, so that the recorder has something to record. */
    private String address() {
        return "http://localhost:" + trap.socket().getLocalPort() + "/";
    }

    private boolean somebodyCalled() throws IOException {
        try (SocketChannel caller = trap.accept()) {
            return caller != null;
        }
    }

    private static Set<String> namesLookedUp(Path lookups) throws IOException {
        return Files.exists(lookups) ? new TreeSet<>(Files.readAllLines(lookups)) : Set.of();
    }

    private static Path classesOfTheTests() {
        return Path.of(System.getProperty("basedir", "."), "target", "test-classes")
                .toAbsolutePath();
    }
}
