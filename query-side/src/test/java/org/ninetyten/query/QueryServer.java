package org.ninetyten.query;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.ninetyten.database.DatabaseRole;
import org.ninetyten.database.EmbeddedDatabase;
import org.ninetyten.database.Login;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The query side as a process of its own would run, on a database of its own, with its own role. */
final class QueryServer implements AutoCloseable {

    static final List<String> PROJECTIONS = List.of(
            "accounts",
            "acknowledgements",
            "duties",
            "histories",
            "officers",
            "overview",
            "policies",
            "transgressions");

    private final String databaseUrl;
    private final List<String> settings;
    private ServletWebServerApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    private QueryServer(String databaseUrl, List<String> settings) {
        this.databaseUrl = databaseUrl;
        this.settings = settings;
        this.context = start(databaseUrl, settings);
    }

    /** @param settings beyond those that every one has, as on the command line */
    static QueryServer onDatabaseOfItsOwn(String... settings) {
        String name = "query_" + UUID.randomUUID().toString().replace('-', '_');
        return new QueryServer(EmbeddedDatabase.shared().createDatabase(name), List.of(settings));
    }

    /** One at a time: two that set up the log of this JVM at once get into each other's way. */
    private static synchronized ServletWebServerApplicationContext start(String databaseUrl, List<String> settings) {
        Login owner = EmbeddedDatabase.shared().login(DatabaseRole.OWNER);
        Login query = EmbeddedDatabase.shared().login(DatabaseRole.QUERY);
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                // Those that are asked for: to have all at hand costs a tenth of a start.
                "--spring.datasource.hikari.minimum-idle=1",
                "--ninety-ten.demo=true",
                "--ninety-ten.database.url=" + databaseUrl,
                "--ninety-ten.database.owner-user=" + owner.user(),
                "--ninety-ten.database.owner-password=" + owner.password(),
                "--spring.datasource.url=" + databaseUrl,
                "--spring.datasource.username=" + query.user(),
                "--spring.datasource.password=" + query.password()));
        arguments.addAll(settings);
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(QuerySide.class)
                .properties(Map.of("spring.datasource.hikari.maximum-pool-size", "10"))
                .run(arguments.toArray(String[]::new));
    }

    /** Another process on the same database as this one. */
    QueryServer beside() {
        return new QueryServer(databaseUrl, settings);
    }

    /** A connection of one's own with the role that may change the schema. */
    Connection ownerConnection() throws SQLException {
        Login owner = EmbeddedDatabase.shared().login(DatabaseRole.OWNER);
        return DriverManager.getConnection(databaseUrl, owner.user(), owner.password());
    }

    String databaseUrl() {
        return databaseUrl;
    }

    EventWriter writer() {
        return new EventWriter(databaseUrl);
    }

    void stop() {
        context.close();
    }

    void startAgain() {
        context = start(databaseUrl, settings);
    }

    HttpResponse<String> get(String path, String... headers) {
        return getAs("auditor", path, headers);
    }

    HttpResponse<String> getAs(String user, String path, String... headers) {
        return send(user, path, request -> request.GET(), user.equals("auditor") ? withPurpose(headers) : headers);
    }

    /** As an auditor who does not say what for. */
    HttpResponse<String> getWithoutPurpose(String path) {
        return send("auditor", path, request -> request.GET());
    }

    private static String[] withPurpose(String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (!all.contains("X-Purpose")) {
            all.addAll(List.of("X-Purpose", "To test"));
        }
        return all.toArray(String[]::new);
    }

    HttpResponse<String> postAs(String user, String path, String body) {
        return send(
                user,
                path,
                request -> request.POST(HttpRequest.BodyPublishers.ofString(body)),
                "Content-Type",
                "application/json");
    }

    HttpResponse<String> deleteAs(String user, String path) {
        return send(user, path, request -> request.DELETE());
    }

    String url() {
        return "http://127.0.0.1:"
                + Objects.requireNonNull(context.getWebServer()).getPort();
    }

    private HttpResponse<String> send(
            String user, String path, UnaryOperator<HttpRequest.Builder> method, String... headers) {
        String credentials = user + ":ninety-ten-demo";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(
                    method.apply(request).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError("No answer to " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** The body of a 200. */
    JsonNode json(String path, String... headers) {
        HttpResponse<String> answer = get(path, headers);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }

    JsonNode read(String body) {
        return json.readTree(body);
    }

    JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    JsonNode projection(String name) {
        for (JsonNode projection : json("/api/projections").get("items")) {
            if (projection.get("name").asString().equals(name)) {
                return projection;
            }
        }
        throw new AssertionError("No projection " + name);
    }

    /** Whether every projection has taken in all there is. */
    boolean hasCaughtUp() {
        for (JsonNode projection : json("/api/projections").get("items")) {
            if (projection.get("lagEvents").asLong() > 0) {
                return false;
            }
        }
        return true;
    }

    void stopProjections() {
        PROJECTIONS.forEach(name -> processor(name).shutDown());
    }

    void startProjections() {
        PROJECTIONS.forEach(name -> processor(name).start());
    }

    /** From the first event again, without emptying a table. */
    void readEverythingAgain() {
        stopProjections();
        PROJECTIONS.forEach(name -> processor(name).resetTokens());
        startProjections();
    }

    private StreamingEventProcessor processor(String name) {
        return context.getBean(EventProcessingConfiguration.class)
                .eventProcessor(name, StreamingEventProcessor.class)
                .orElseThrow();
    }

    @Override
    public void close() {
        context.close();
    }
}
