package org.ninetyten.events.stored;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.ninetyten.database.DatabaseRole;
import org.ninetyten.database.EmbeddedDatabase;
import org.ninetyten.database.Login;
import org.ninetyten.database.Superuser;
import org.ninetyten.events.Event;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The event store as the sides have it, on a database of its own: the configuration's beans, logged in as one role. */
final class StoreOnPostgres implements AutoCloseable {

    static final Provenance PROVENANCE = new Provenance("comms", "COMMS", "c-1", "m-1");

    private final String database;
    private final String url;
    private final AnnotationConfigApplicationContext context;

    private StoreOnPostgres(String database, String url, AnnotationConfigApplicationContext context) {
        this.database = database;
        this.url = url;
        this.context = context;
    }

    static StoreOnPostgres create(String database) {
        return create(database, context -> {});
    }

    static StoreOnPostgres create(String database, Consumer<AnnotationConfigApplicationContext> more) {
        String url = EmbeddedDatabase.shared().createDatabase(database);
        return new StoreOnPostgres(database, url, start(url, more));
    }

    private static AnnotationConfigApplicationContext start(
            String url, Consumer<AnnotationConfigApplicationContext> more) {
        Login owner = EmbeddedDatabase.shared().login(DatabaseRole.OWNER);
        Login command = EmbeddedDatabase.shared().login(DatabaseRole.COMMAND);
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "database",
                        Map.of(
                                "ninety-ten.database.url", url,
                                "ninety-ten.database.owner-user", owner.user(),
                                "ninety-ten.database.owner-password", owner.password())));
        context.registerBean(HikariDataSource.class, () -> dataSource(url, command));
        context.registerBean(
                PlatformTransactionManager.class,
                () -> new DataSourceTransactionManager(context.getBean(DataSource.class)));
        context.registerBean(Clock.class, () -> Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000)));
        context.registerBean(
                org.axonframework.config.Configuration.class,
                () -> DefaultConfigurer.defaultConfiguration(false).buildConfiguration());
        context.register(StoredEventsConfiguration.class);
        more.accept(context);
        context.refresh();
        return context;
    }

    private static HikariDataSource dataSource(String url, Login login) {
        var dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(url);
        dataSource.setUsername(login.user());
        dataSource.setPassword(login.password());
        dataSource.setMaximumPoolSize(4);
        return dataSource;
    }

    EventStorageEngine engine() {
        return context.getBean(EventStorageEngine.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcTemplate sql() {
        return new JdbcTemplate(context.getBean(DataSource.class));
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    Connection connect(DatabaseRole role) throws SQLException {
        Login login = EmbeddedDatabase.shared().login(role);
        return DriverManager.getConnection(url, login.user(), login.password());
    }

    Connection connectAsSuperuser() throws SQLException {
        return Superuser.connect(database);
    }

    /** One command's events, in one transaction. */
    void append(long sequenceNumber, Event event) {
        transaction().executeWithoutResult(status -> engine().appendEvents(message(sequenceNumber, event)));
    }

    static DomainEventMessage<Event> message(long sequenceNumber, Event event) {
        return new GenericDomainEventMessage<>(
                "Aggregate", event.stream(), sequenceNumber, event, PROVENANCE.asMetaData());
    }

    List<? extends TrackedEventMessage<?>> readAfter(@Nullable TrackingToken token) {
        try (var events = engine().readEvents(token, false)) {
            return events.toList();
        }
    }

    /** A row as a faulty or an older program would leave it. */
    static void insertRow(
            Connection connection, String stream, String type, String recordedAt, byte[] payload, byte[] metadata)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO eventstore.domain_event
                    (stream, sequence_number, aggregate_type, event_id, event_type, revision, recorded_at, payload, metadata)
                VALUES (?, 0, 'Aggregate', gen_random_uuid(), ?, '1', ?, ?, ?)""")) {
            insert.setString(1, stream);
            insert.setString(2, type);
            insert.setString(3, recordedAt);
            insert.setBytes(4, payload);
            insert.setBytes(5, metadata);
            insert.executeUpdate();
        }
    }

    static void insertRow(Connection connection, String stream, String type, String payload) throws SQLException {
        insertRow(connection, stream, type, "2026-03-01T09:30:00Z", payload.getBytes(UTF_8), "{}".getBytes(UTF_8));
    }

    @Override
    public void close() {
        context.close();
    }
}
