package org.ninetyten.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.ninetyten.database.DatabaseRole;

/** One side as a process of its own: its jar, as it is deployed, with the heap that it must do with. */
final class Program implements AutoCloseable {

    static final String HEAP = "-Xmx512m";

    private final Process process;
    private final int port;
    private final Path log;

    private Program(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    static Program commandSide(Store store, String... settings) throws IOException {
        return start("command-side", store, DatabaseRole.COMMAND, settings);
    }

    static Program querySide(Store store, String... settings) throws IOException {
        return start("query-side", store, DatabaseRole.QUERY, settings);
    }

    /** It may not answer yet. */
    private static Program start(String side, Store store, DatabaseRole role, String... settings) throws IOException {
        Path jar = jar(side);
        int port = freePort();
        Path log = store.work().resolve(side + "-" + port + ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(HEAP);
        // As in the image: with few processors and a small heap it takes the least of them.
        command.add("-XX:+UseParallelGC");
        command.addAll(
                List.of(System.getProperty("ninety-ten.benchmarks.jvm", "").split(" +")));
        command.removeIf(String::isEmpty);
        command.add("-jar");
        command.add(jar.toString());
        command.add("--server.port=" + port);
        command.add("--ninety-ten.demo=true");
        // All that one user can send is what is measured.
        command.add("--ninety-ten.rate-limit.enabled=false");
        command.add("--logging.level.root=WARN");
        command.addAll(store.connectAs(role));
        command.addAll(List.of(settings));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Program(process, port, log);
    }

    /** From the root of the repository, or from this module. */
    private static Path jar(String side) {
        Path jar = Path.of(side, "target", side + ".jar");
        return Stream.of(jar, Path.of("..").resolve(jar))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "There is no " + jar + ": build it first, from the root of the repository"));
    }

    HttpConnection connect() throws IOException {
        return new HttpConnection(port);
    }

    Program ready() throws InterruptedException {
        try {
            Await.until("a program starts", () -> isReady() || !process.isAlive());
        } catch (ConditionTimeoutException e) {
            close();
            throw e;
        }
        if (!process.isAlive()) {
            throw new IllegalStateException("A program does not start: see " + log);
        }
        return this;
    }

    private boolean isReady() {
        try (HttpConnection connection = connect()) {
            byte[] asked = HttpConnection.request("GET", "/actuator/health/readiness", "auditor", "");
            return connection.send(asked).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Resident memory, in megabytes; 0 where the operating system does not say it in the way Linux does. */
    long residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Processor time that it has taken since it was started. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Heap in use, in megabytes, garbage included. */
    long heapMegabytes() {
        try (HttpConnection connection = connect()) {
            double bytes = connection
                    .get("admin", "/actuator/prometheus")
                    .lines()
                    .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
            return (long) (bytes / (1024 * 1024));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
