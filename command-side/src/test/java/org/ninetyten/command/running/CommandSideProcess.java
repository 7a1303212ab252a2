package org.ninetyten.command.running;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.CommandSide;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.command.desk.SystemDesk;
import org.ninetyten.database.DatabaseRole;
import org.ninetyten.database.EmbeddedDatabase;
import org.ninetyten.database.Login;
import org.ninetyten.events.stored.Provenance;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** One running command side with the demo's people, connected as the command side's own role. */
public final class CommandSideProcess implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static @Nullable CommandSideProcess shared;
    private static @Nullable StoreDatabase sharedDatabase;

    private final ConfigurableApplicationContext context;
    private final String address;

    private CommandSideProcess(ConfigurableApplicationContext context) {
        this.context = context;
        this.address = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** The one of this JVM, for tests that neither stop it nor need the store for themselves; it stops with the JVM. */
    public static synchronized CommandSideProcess shared() {
        if (shared == null) {
            shared = start(sharedDatabase());
        }
        return shared;
    }

    /** What {@link #shared} writes to. */
    public static synchronized StoreDatabase sharedDatabase() {
        if (sharedDatabase == null) {
            sharedDatabase = StoreDatabase.create("command_side");
        }
        return sharedDatabase;
    }

    public static CommandSideProcess start(StoreDatabase database) {
        return start(database, database.url());
    }

    /** @param url where the application reaches that database; its migrations go to it directly */
    public static CommandSideProcess start(StoreDatabase database, String url, String... more) {
        return new CommandSideProcess(SpringApplication.run(CommandSide.class, settings(database, url, more)));
    }

    /** One that goes by that clock in all it does. */
    public static CommandSideProcess start(StoreDatabase database, Clock clock) {
        return start(
                database,
                context -> context.registerBean(
                        "clockOfTheTest", Clock.class, () -> clock, bean -> bean.setPrimary(true)));
    }

    /** One that finds those beans there before its own. */
    public static CommandSideProcess start(
            StoreDatabase database, Consumer<GenericApplicationContext> beans, String... more) {
        return new CommandSideProcess(new SpringApplicationBuilder(CommandSide.class)
                .initializers(context -> beans.accept((GenericApplicationContext) context))
                .run(settings(database, database.url(), more)));
    }

    /** One in a JVM of its own, which can be killed; it keeps no log and its port is its own. */
    public static Process startApart(StoreDatabase database) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It lives for seconds, as the tests' own JVM for minutes (the build's test-jvm).
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CommandSide.class.getName()));
        command.addAll(List.of(settings(database, database.url())));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String[] settings(StoreDatabase database, String url, String... more) {
        Login command = EmbeddedDatabase.shared().login(DatabaseRole.COMMAND);
        Login owner = EmbeddedDatabase.shared().login(DatabaseRole.OWNER);
        Stream<String> settings = Stream.of(
                "--server.port=0",
                "--spring.jmx.enabled=false",
                // Those that are asked for: to have all at hand costs a tenth of a start.
                "--spring.datasource.hikari.minimum-idle=1",
                "--ninety-ten.demo=true",
                "--ninety-ten.keys.master-file=" + System.getProperty("ninety-ten.keys.master-file"),
                "--ninety-ten.keys.make-missing=true",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + command.user(),
                "--spring.datasource.password=" + command.password(),
                "--ninety-ten.database.url=" + database.url(),
                "--ninety-ten.database.owner-user=" + owner.user(),
                "--ninety-ten.database.owner-password=" + owner.password());
        return Stream.concat(settings, Arrays.stream(more)).toArray(String[]::new);
    }

    /** As the system itself: what a clock or an automation asks for. */
    public Answer giveAsSystem(Command command) {
        return context.getBean(SystemDesk.class).give(command, Provenance.system("a-test", "a-test"));
    }

    /** Those of a type among its beans. */
    public <T> Map<String, T> beans(Class<T> type) {
        return context.getBeansOfType(type);
    }

    public Reply put(String user, String path, String body, String... headers) {
        return send(user, "PUT", path, body, headers);
    }

    public Reply post(String user, String path, String body, String... headers) {
        return send(user, "POST", path, body, headers);
    }

    public Reply get(String path) {
        return receive(request(path).GET().build());
    }

    /** As one of the demo's people. */
    public Reply send(String user, String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = request(path, headers)
                .header("Authorization", "Basic " + credentials(user))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return receive(request.build());
    }

    /** As one of the demo's people, whatever bytes of whatever type. */
    public Reply sendFile(String user, String path, byte[] file, String type) {
        return receive(request(path)
                .header("Authorization", "Basic " + credentials(user))
                .header("Content-Type", type)
                .method("POST", BodyPublishers.ofByteArray(file))
                .build());
    }

    public Reply sendUnauthenticated(String method, String path, String body) {
        return receive(request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    @Override
    public void close() {
        context.close();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Reply receive(HttpRequest request) {
        try {
            return Reply.of(HTTP.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(request + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(request + " was interrupted", e);
        }
    }

    private static String credentials(String user) {
        return Base64.getEncoder().encodeToString((user + ":ninety-ten-demo").getBytes(StandardCharsets.UTF_8));
    }
}
