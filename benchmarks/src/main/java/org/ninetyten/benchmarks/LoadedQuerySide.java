package org.ninetyten.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.ninetyten.database.DatabaseRole;
import org.ninetyten.database.EmbeddedDatabase;
import org.ninetyten.database.Login;
import org.ninetyten.events.Event;
import org.ninetyten.events.stored.Provenance;
import org.ninetyten.events.stored.StoredEventSerializer;
import org.ninetyten.events.stored.StoredEventTypes;
import org.ninetyten.query.QuerySide;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The query side on a database of its own, with events in its store that its projections have taken in. */
final class LoadedQuerySide implements AutoCloseable {

    private static final String INSERT = """
            INSERT INTO eventstore.domain_event (stream, sequence_number, aggregate_type, event_id, event_type, revision,
                recorded_at, payload, metadata) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;
    private final String databaseUrl;
    private final List<String> leftOut;

    private LoadedQuerySide(ConfigurableApplicationContext context, String databaseUrl, List<String> leftOut) {
        this.context = context;
        this.databaseUrl = databaseUrl;
        this.leftOut = leftOut;
        this.url = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    static LoadedQuerySide with(List<Event> events) throws SQLException, InterruptedException {
        return with(events, List.of());
    }

    /** @param leftOut projections that take nothing in, as what they have is not asked for */
    static LoadedQuerySide with(List<Event> events, List<String> leftOut) throws SQLException, InterruptedException {
        EmbeddedDatabase database = EmbeddedDatabase.shared();
        String databaseUrl =
                database.createDatabase("bench_" + UUID.randomUUID().toString().replace('-', '_'));
        Login owner = database.login(DatabaseRole.OWNER);
        Login query = database.login(DatabaseRole.QUERY);
        LoadedQuerySide loaded = new LoadedQuerySide(
                new SpringApplicationBuilder(QuerySide.class)
                        .run(
                                "--server.port=0",
                                "--logging.level.root=ERROR",
                                "--ninety-ten.demo=true",
                                "--ninety-ten.rate-limit.enabled=false",
                                "--ninety-ten.database.url=" + databaseUrl,
                                "--ninety-ten.database.owner-user=" + owner.user(),
                                "--ninety-ten.database.owner-password=" + owner.password(),
                                "--spring.datasource.url=" + databaseUrl,
                                "--spring.datasource.username=" + query.user(),
                                "--spring.datasource.password=" + query.password()),
                databaseUrl,
                leftOut);
        loaded.leaveOut();
        Login command = database.login(DatabaseRole.COMMAND);
        try (Connection store = DriverManager.getConnection(databaseUrl, command.user(), command.password())) {
            append(store, events);
        }
        Await.untilWithoutDisturbing("projections have taken everything in", loaded::hasTakenInEverything);
        try (Connection table = DriverManager.getConnection(databaseUrl, owner.user(), owner.password());
                Statement statement = table.createStatement()) {
            // What the server does of itself within a minute; until then its plans would be guesses.
            statement.execute("VACUUM ANALYZE readmodel.transgression, readmodel.officer, readmodel.duty,"
                    + " readmodel.duty_poster, readmodel.overview_fact");
        }
        return loaded;
    }

    private static void append(Connection store, List<Event> events) throws SQLException {
        Serializer serializer = StoredEventSerializer.create();
        byte[] metadata = serializer
                .serialize(MetaData.from(new Provenance("standards", "STANDARDS", "c", "m").asMetaData()), byte[].class)
                .getData();
        Map<String, Long> next = new HashMap<>();
        store.setAutoCommit(false);
        try (PreparedStatement insert = store.prepareStatement(INSERT)) {
            int waiting = 0;
            for (Event event : events) {
                StoredEventTypes.StoredType type = StoredEventTypes.of(event.getClass());
                insert.setString(1, event.stream());
                insert.setLong(2, next.merge(event.stream(), 1L, Long::sum) - 1);
                insert.setString(3, event.subject().word());
                insert.setString(4, UUID.randomUUID().toString());
                insert.setString(5, type.name());
                insert.setString(6, type.revision());
                insert.setString(7, Instant.now().toString());
                insert.setBytes(8, serializer.serialize(event, byte[].class).getData());
                insert.setBytes(9, metadata);
                insert.addBatch();
                if (++waiting == 1_000) {
                    insert.executeBatch();
                    store.commit();
                    waiting = 0;
                }
            }
            insert.executeBatch();
            store.commit();
        }
    }

    private void leaveOut() {
        EventProcessingConfiguration processors = context.getBean(EventProcessingConfiguration.class);
        leftOut.forEach(name -> processors
                .eventProcessor(name, StreamingEventProcessor.class)
                .orElseThrow()
                .shutDown());
    }

    private boolean hasTakenInEverything() throws InterruptedException {
        for (String projection : get("/api/projections").split("\\{\"name\":\"", -1)) {
            boolean isWaitedFor = projection.contains("lagEvents")
                    && leftOut.stream().noneMatch(name -> projection.startsWith(name + "\""));
            if (isWaitedFor && !projection.contains("\"lagEvents\":0,")) {
                return false;
            }
        }
        return true;
    }

    /** Of one's own, with the query side's role. */
    Connection connection() throws SQLException {
        Login query = EmbeddedDatabase.shared().login(DatabaseRole.QUERY);
        return DriverManager.getConnection(databaseUrl, query.user(), query.password());
    }

    /** The body of a 200. */
    String get(String path) throws InterruptedException {
        return getAs("auditor", path);
    }

    String getAs(String user, String path) throws InterruptedException {
        String credentials =
                Base64.getEncoder().encodeToString((user + ":ninety-ten-demo").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Basic " + credentials)
                .header("X-Purpose", "To measure")
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        path + " is answered with " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException("No answer to " + path, e);
        }
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }
}
