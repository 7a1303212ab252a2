package org.ninetyten.command.running;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.ninetyten.database.DatabaseRole;
import org.ninetyten.database.EmbeddedDatabase;
import org.ninetyten.database.Login;
import org.ninetyten.events.Event;
import org.ninetyten.events.keyring.KeyProperties;
import org.ninetyten.events.keyring.Keyring;
import org.ninetyten.events.keyring.KeyringConfiguration;
import org.ninetyten.events.stored.StoredEventSerializer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of a test's own, looked at from outside the application: what it sees is committed. */
public final class StoreDatabase {

    private static final Serializer SERIALIZER = StoredEventSerializer.create();

    private static final byte[] METADATA = """
            {"actorId":"comms","actorRole":"COMMS","correlationId":"appended","causationId":"appended"}""".getBytes(StandardCharsets.UTF_8);

    private static final String INSERT = """
            INSERT INTO eventstore.domain_event (stream, sequence_number, aggregate_type, event_id, event_type, revision,
                recorded_at, payload, metadata) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String UNREAD_DUTIES = """
            SELECT count(*) FROM eventstore.domain_event
            WHERE event_type IN ('AccountRequested', 'AccountAuthorised', 'AccountRefused', 'AccountClosed',
                                 'AccountTransferred', 'HolderLeft', 'OperatorAdded', 'OperatorRemoved',
                                 'TrainingRecorded', 'CheckInRecorded', 'OfficerLeft', 'PolicyVersionPublished')
              AND position > (SELECT coalesce(max((convert_from(token, 'UTF8')::jsonb ->> 'index')::bigint), -1)
                              FROM eventstore.token_entry)
            """;

    private static final String NOT_YET_TOLD =
            "SELECT count(*) FROM eventstore.acknowledgement_to_require WHERE NOT done";

    private static final String NOT_YET_LOOKED_AT =
            "SELECT count(*) FROM eventstore.officer_to_look_at WHERE look_at <= 'epoch'";

    private final String url;
    private final JdbcTemplate owner;
    private final TransactionTemplate inOneTransaction;

    private StoreDatabase(String url) {
        this.url = url;
        DataSource asOwner = pooled(dataSource(DatabaseRole.OWNER));
        this.owner = new JdbcTemplate(asOwner);
        this.inOneTransaction = new TransactionTemplate(new DataSourceTransactionManager(asOwner));
    }

    /** @param name unique in this JVM */
    public static StoreDatabase create(String name) {
        return new StoreDatabase(EmbeddedDatabase.shared().createDatabase(name));
    }

    public String url() {
        return url;
    }

    public DriverManagerDataSource dataSource(DatabaseRole role) {
        Login login = EmbeddedDatabase.shared().login(role);
        return new DriverManagerDataSource(url, login.user(), login.password());
    }

    /** Tests ask for many small things: to connect for each takes longer than to be told. Nothing is kept for long. */
    private static DataSource pooled(DataSource single) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(single);
        config.setMinimumIdle(0);
        config.setIdleTimeout(10_000);
        return new HikariDataSource(config);
    }

    /** The database as its owner sees it, who may do everything but change what happened. */
    public JdbcTemplate asOwner() {
        return owner;
    }

    /** Waits until the duties that follow from what happened so far are worked out, and everyone was told. */
    public void awaitDuties() {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(10))
                .until(() -> number(UNREAD_DUTIES) == 0 && number(NOT_YET_TOLD) == 0 && number(NOT_YET_LOOKED_AT) == 0);
    }

    /** What waits for its time, by {@code kind/subject/key}. */
    public List<String> reminders() {
        return owner.queryForList(
                "SELECT task_instance FROM eventstore.scheduled_tasks ORDER BY task_instance", String.class);
    }

    /** Straight into the store, in one transaction: for more than a test has time to command. */
    public void append(List<? extends Event> events) {
        List<Object[]> rows = rows(events);
        inOneTransaction.executeWithoutResult(transaction -> owner.batchUpdate(INSERT, rows));
    }

    /** Events that have their positions and that nobody sees before they are committed. */
    public interface Open extends AutoCloseable {

        void commit();

        /** Takes them back where they were not committed. */
        @Override
        void close();
    }

    public Open appendOpen(List<? extends Event> events) {
        SingleConnectionDataSource own = new SingleConnectionDataSource(
                url,
                EmbeddedDatabase.shared().login(DatabaseRole.OWNER).user(),
                EmbeddedDatabase.shared().login(DatabaseRole.OWNER).password(),
                true);
        own.setAutoCommit(false);
        new JdbcTemplate(own).batchUpdate(INSERT, rows(events));
        return new Open() {
            @Override
            public void commit() {
                new JdbcTemplate(own).execute("COMMIT");
            }

            @Override
            public void close() {
                own.destroy();
            }
        };
    }

    private List<Object[]> rows(List<? extends Event> events) {
        Map<String, Long> versions = new HashMap<>();
        owner.queryForList("SELECT stream, count(*) AS version FROM eventstore.domain_event GROUP BY stream")
                .forEach(row -> versions.put((String) row.get("stream"), (Long) row.get("version")));
        List<Object[]> rows = new ArrayList<>();
        for (Event event : events) {
            SerializedObject<byte[]> stored = SERIALIZER.serialize(event, byte[].class);
            rows.add(new Object[] {
                event.stream(),
                versions.merge(event.stream(), 1L, Long::sum) - 1,
                event.subject().name(),
                UUID.randomUUID().toString(),
                stored.getType().getName(),
                stored.getType().getRevision(),
                Instant.now().toString(),
                stored.getData(),
                METADATA
            });
        }
        return rows;
    }

    /** As if the store had been written by another program, or damaged. */
    public void appendUnreadable(String stream, String eventType, String payload, String metadata) {
        owner.update(
                INSERT,
                stream,
                owner.queryForObject(
                        "SELECT count(*) FROM eventstore.domain_event WHERE stream = ?", Long.class, stream),
                "unreadable",
                UUID.randomUUID().toString(),
                eventType,
                "1",
                Instant.now().toString(),
                payload.getBytes(StandardCharsets.UTF_8),
                metadata.getBytes(StandardCharsets.UTF_8));
    }

    /** Refuses rows of a table from now on, whoever adds them; until {@link #allow}. */
    public void refuse(String table, String condition) {
        owner.execute("CREATE OR REPLACE FUNCTION eventstore.refuse_row() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN RAISE EXCEPTION 'refused for the test'; END $$");
        owner.execute("CREATE TRIGGER refused BEFORE INSERT ON eventstore." + table + " FOR EACH ROW WHEN (" + condition
                + ") EXECUTE FUNCTION eventstore.refuse_row()");
    }

    /** As if another process had been quicker on the stream, the first time that an event of that type is written. */
    public void clashOnce(String eventType) {
        owner.execute("CREATE SEQUENCE eventstore.clash");
        owner.execute(
                "CREATE FUNCTION eventstore.clash_once() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS"
                        + " $$ BEGIN IF nextval('eventstore.clash') = 1 THEN RAISE unique_violation; END IF; RETURN NEW; END $$");
        owner.execute("CREATE TRIGGER clashing BEFORE INSERT ON eventstore.domain_event FOR EACH ROW WHEN"
                + " (NEW.event_type = '" + eventType + "') EXECUTE FUNCTION eventstore.clash_once()");
    }

    /** How often it was tried to write an event that {@link #clashOnce} is about. */
    public long clashes() {
        return number("SELECT last_value FROM eventstore.clash");
    }

    public void allow(String table) {
        owner.execute("DROP TRIGGER refused ON eventstore." + table);
    }

    /** Everything that is kept, by table: how many rows, and how far the positions go. */
    public Map<String, Long> kept() {
        awaitDuties();
        Map<String, Long> kept = new TreeMap<>();
        List<String> tables = owner.queryForList(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'eventstore' AND table_type = 'BASE TABLE'",
                String.class);
        tables.forEach(table -> kept.put(table, number("SELECT count(*) FROM eventstore." + table)));
        kept.put("position", number("SELECT coalesce(max(position), 0) FROM eventstore.domain_event"));
        return kept;
    }

    /** The kinds of one subject's events, oldest first. */
    public List<String> kinds(String stream) {
        return owner.queryForList(
                "SELECT event_type FROM eventstore.domain_event WHERE stream = ? ORDER BY sequence_number",
                String.class,
                stream);
    }

    public List<String> metadata(String stream) {
        return owner.queryForList(
                "SELECT convert_from(metadata, 'UTF8') FROM eventstore.domain_event WHERE stream = ? ORDER BY sequence_number",
                String.class,
                stream);
    }

    /** What the stream's events say, sealed or not. */
    public List<String> payloads(String stream) {
        return owner.query(
                "SELECT event_type, revision, convert_from(payload, 'UTF8') FROM eventstore.domain_event"
                        + " WHERE stream = ? ORDER BY sequence_number",
                (row, number) -> opened(row.getString(1), row.getString(2), row.getString(3)),
                stream);
    }

    /** The payload of an event as it was given. */
    public String opened(String type, String revision, String payload) {
        if (!payload.contains("\\u0001")) {
            return payload;
        }
        Path masterKey = Path.of(System.getProperty("ninety-ten.keys.master-file"));
        Keyring keyring = KeyringConfiguration.open(
                Objects.requireNonNull(owner.getDataSource()), new KeyProperties(masterKey, null, false, false, false));
        Object event = StoredEventSerializer.sealing(keyring)
                .deserialize(new SimpleSerializedObject<>(payload, String.class, type, revision));
        return SERIALIZER.serialize(event, String.class).getData();
    }

    /** The account that has the handle, if any. */
    public List<String> accountsWith(String platformKey, String handleKey) {
        return owner.queryForList(
                "SELECT account_id FROM eventstore.handle_reservation WHERE platform_key = ? AND handle_key = ?",
                String.class,
                platformKey,
                handleKey);
    }

    /** The reminders that wait, by {@code kind/subject/key}, of one subject. */
    public List<String> reminders(String subjectId) {
        return owner.queryForList(
                "SELECT task_instance FROM eventstore.scheduled_tasks WHERE task_instance LIKE ? ORDER BY 1",
                String.class,
                "%/" + subjectId + "/%");
    }

    /** Lets a reminder go off now, as if its day had passed. */
    public void bringForward(String reminder) {
        owner.update(
                "UPDATE eventstore.scheduled_tasks SET execution_time = now() - interval '1 second'"
                        + " WHERE task_instance = ?",
                reminder);
    }

    /** From now on the store takes no event of that kind. */
    public void refuseEvents(String kind) {
        owner.execute("CREATE FUNCTION eventstore.refuse_%1$s() RETURNS trigger LANGUAGE plpgsql AS".formatted(kind)
                + " $$ BEGIN RAISE EXCEPTION 'not taken'; END $$");
        owner.execute(("CREATE TRIGGER refuse_%1$s BEFORE INSERT ON eventstore.domain_event FOR EACH ROW"
                        + " WHEN (NEW.event_type = '%1$s') EXECUTE FUNCTION eventstore.refuse_%1$s()")
                .formatted(kind));
    }

    /** How many sessions wait for a lock of another. */
    public long waiting() {
        return number("SELECT count(*) FROM pg_locks WHERE NOT granted"
                + " AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())");
    }

    public long number(String query) {
        Long number = owner.queryForObject(query, Long.class);
        return number == null ? 0 : number;
    }
}
