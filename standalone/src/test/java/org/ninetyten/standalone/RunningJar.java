package org.ninetyten.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The built program as a process of its own. */
final class RunningJar implements AutoCloseable {

    /** What an operator tells the JVM. */
    static final List<String> ORDINARILY = List.of("-Xmx512m", "-jar", jar().toString());

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofMinutes(1);

    private final Process process;
    private final Path output;
    private final URI url;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningJar(Process process, Path output, URI url) {
        this.process = process;
        this.output = output;
        this.url = url;
    }

    static Path jar() {
        return Path.of(System.getProperty("basedir", "."), "target", "ninety-ten.jar")
                .toAbsolutePath();
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Starts it in the way that takes the least of a test's time, without waiting for it. */
    static RunningJar launch(Path data, String... arguments) throws IOException {
        return launch(data, Map.of(), Beforehand.jvm(), arguments);
    }

    static RunningJar launch(Path data, Map<String, String> environment, List<String> jvm, String... arguments)
            throws IOException {
        return launch(freePort(), data, environment, jvm, arguments);
    }

    static RunningJar launch(
            int port, Path data, Map<String, String> environment, List<String> jvm, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(java().toString()));
        command.addAll(jvm);
        command.add("--ninety-ten.data-dir=" + data);
        command.add("--server.port=" + port);
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("ninety-ten-output", ".log");
        output.toFile().deleteOnExit();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        // A test that fails between start and close leaves nothing behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-" + process.pid()));
        return new RunningJar(process, output, URI.create("http://localhost:" + port));
    }

    /** The same, and waits until it says that it is ready. */
    static RunningJar start(Path data, String... arguments) throws IOException {
        return launch(data, arguments).awaitReady();
    }

    RunningJar awaitReady() {
        await().atMost(START)
                .pollInterval(Duration.ofMillis(50))
                .failFast(this::failIfEnded)
                .until(this::isReady);
        return this;
    }

    private boolean isReady() {
        try {
            return get("nobody", "/actuator/health/readiness").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    URI url() {
        return url;
    }

    /** Everything it has printed so far. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waiting for anything of a process that has ended is in vain. */
    void failIfEnded() {
        assertThat(process.isAlive()).as("the process lives: %s", output()).isTrue();
    }

    /** Its exit code, once it has ended by itself. */
    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(START.toSeconds(), TimeUnit.SECONDS))
                .as("the process ends: %s", output())
                .isTrue();
        return process.exitValue();
    }

    HttpResponse<String> get(String user, String path) throws IOException {
        return send(user, "GET", path, "");
    }

    HttpResponse<String> put(String user, String path, String body) throws IOException {
        return send(user, "PUT", path, body);
    }

    HttpResponse<String> post(String user, String path, String body) throws IOException {
        return send(user, "POST", path, body);
    }

    /** As one of the demo's people, whose password is everywhere the same. */
    HttpResponse<String> send(String user, String method, String path, String body, String... headers)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (user.equals("auditor")) {
            request.header("X-Purpose", "To test");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!user.equals("nobody")) {
            String credentials = user + ":ninety-ten-demo";
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL: no shutdown hook, no clean-up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, as Ctrl-C does it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The process did not stop within " + STOP + ":\n" + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } finally {
            client.close();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
