package org.ninetyten.query;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.GenericMessage;
import org.ninetyten.database.DatabaseRole;
import org.ninetyten.database.EmbeddedDatabase;
import org.ninetyten.database.Login;
import org.ninetyten.events.Event;
import org.ninetyten.events.stored.Provenance;
import org.ninetyten.events.stored.StoredEventsConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes events as the command side would: with its role, through the real engine; and broken ones, past it. */
final class EventWriter implements AutoCloseable {

    private final String databaseUrl;
    private final ConfigurableApplicationContext context;
    private final EventStorageEngine engine;
    private final TransactionTemplate transactions;
    private final JdbcTemplate jdbc;
    private final Map<String, Long> next = new ConcurrentHashMap<>();

    EventWriter(String databaseUrl) {
        this.databaseUrl = databaseUrl;
        Login login = EmbeddedDatabase.shared().login(DatabaseRole.COMMAND);
        context = start(databaseUrl, login);
        engine = context.getBean(EventStorageEngine.class);
        transactions = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        jdbc = context.getBean(JdbcTemplate.class);
    }

    /** Not while a query side starts: see there. */
    private static ConfigurableApplicationContext start(String databaseUrl, Login login) {
        synchronized (QueryServer.class) {
            return new SpringApplicationBuilder(Store.class)
                    .web(WebApplicationType.NONE)
                    // The engine and what it takes, of all that could be here.
                    .lazyInitialization(true)
                    .properties(Map.of(
                            "spring.datasource.url", databaseUrl,
                            "spring.datasource.username", login.user(),
                            "spring.datasource.password", login.password(),
                            "spring.datasource.hikari.maximum-pool-size", "3",
                            "spring.config.name", "event-writer",
                            "spring.autoconfigure.exclude",
                                    "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
                            "axon.axonserver.enabled", "false",
                            "axon.timeout.enabled", "false",
                            // As in both sides: a start that collects garbage meanwhile may wait for itself.
                            "management.tracing.exemplars.include", "none",
                            "spring.main.banner-mode", "off"))
                    .run();
        }
    }

    @EnableAutoConfiguration
    @Import(StoredEventsConfiguration.class)
    static class Store {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    /** In one transaction, each as the next of its stream, recorded by {@code comms}. */
    void append(Event... events) {
        appendAt(Instant.now(), events);
    }

    /** The same as if it had been recorded at that instant. */
    void appendAt(Instant recordedAt, Event... events) {
        List<DomainEventMessage<?>> messages = Arrays.stream(events)
                .<DomainEventMessage<?>>map(event -> message(recordedAt, event))
                .toList();
        transactions.executeWithoutResult(status -> engine.appendEvents(messages));
    }

    private DomainEventMessage<?> message(Instant recordedAt, Event event) {
        return new GenericDomainEventMessage<>(
                event.subject().word(),
                event.stream(),
                nextOf(event.stream()),
                new GenericMessage<>(event, new Provenance("comms", "COMMS", "correlation", "command").asMetaData()),
                recordedAt);
    }

    private long nextOf(String stream) {
        return next.merge(stream, 1L, Long::sum) - 1;
    }

    /** A row that no command would have written; returns its event id. */
    String appendRaw(String stream, String type, String payload) {
        String id = UUID.randomUUID().toString();
        jdbc.update(INSERT, raw(id, stream, type, payload));
        return id;
    }

    /** The same on a connection of one's own, to be committed or not; it belongs to the caller. */
    String appendRaw(Connection connection, String stream, String type, String payload) throws SQLException {
        String id = UUID.randomUUID().toString();
        try (var insert = connection.prepareStatement(INSERT)) {
            Object[] values = raw(id, stream, type, payload);
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
        return id;
    }

    private Object[] raw(String id, String stream, String type, String payload) {
        return new Object[] {stream, nextOf(stream), id, type, payload.getBytes(StandardCharsets.UTF_8)};
    }

    private static final String INSERT = """
            INSERT INTO eventstore.domain_event (stream, sequence_number, aggregate_type, event_id, event_type, revision,
                recorded_at, payload, metadata)
            VALUES (?, ?, 'raw', ?, ?, '1', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ?,
                convert_to('{"actorId":"comms","actorRole":"COMMS"}', 'UTF8'))
            """;

    /** A connection of one's own with the command side's role. */
    Connection connection() throws SQLException {
        Login login = EmbeddedDatabase.shared().login(DatabaseRole.COMMAND);
        return DriverManager.getConnection(databaseUrl, login.user(), login.password());
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    @Override
    public void close() {
        context.close();
    }
}
