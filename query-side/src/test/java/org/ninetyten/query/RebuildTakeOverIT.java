package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.database.DatabaseRole;
import org.ninetyten.database.EmbeddedDatabase;
import org.ninetyten.database.Login;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A rebuild outlives the process that works on it, and whoever goes on does what that one would have done. */
class RebuildTakeOverIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** More than a page, so that some of the copy is committed before the event that the test holds it up at. */
    private static final int BEFORE = 4_500;

    private static final int AFTER = 100;

    private QueryServer server;
    private EventWriter writer;
    private Connection owner;

    /** An event that becomes a dead letter of the copy, and a test that does not let it become one for now. */
    @BeforeEach
    void start() throws SQLException {
        server = QueryServer.onDatabaseOfItsOwn();
        writer = server.writer();
        Login login = EmbeddedDatabase.shared().login(DatabaseRole.OWNER);
        owner = DriverManager.getConnection(server.databaseUrl(), login.user(), login.password());
        appendOfficers("before", BEFORE);
        writer.appendRaw("officer:broken", "OfficerRegistered", "{");
        writer.append(Samples.trained("broken", "waits"));
        appendOfficers("after", AFTER);
        await().atMost(PATIENCE).until(server::hasCaughtUp);
        execute("""
                CREATE FUNCTION readmodel_copy.hold() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN PERFORM pg_advisory_xact_lock_shared(4711); RETURN NEW; END $$;
                CREATE TRIGGER hold BEFORE INSERT ON readmodel_copy.dead_letter
                FOR EACH ROW EXECUTE FUNCTION readmodel_copy.hold();
                SELECT pg_advisory_lock(4711)
                """);
    }

    @AfterEach
    void stop() throws SQLException {
        owner.close();
        writer.close();
        server.close();
    }

    @Test
    void whenItsProcessDiesTheOldOneGoesOnAnsweringAndAnotherProcessFinishesTheNewOne() throws SQLException {
        begin();
        List<String> rows = officers();
        try (QueryServer another = server.beside()) {
            // It is stuck in the middle, as far as the lease says for ever.
            server.stop();
            assertThat(another.json("/api/officers/before-1").get("version").asLong())
                    .isEqualTo(1);
            JsonNode left = another.json("/api/projections/officers").get("rebuild");
            assertThat(left.get("state").asString()).isEqualTo("RUNNING");
            assertThat(left.get("read").asLong()).isBetween(1L, (long) BEFORE);
            writer.append(Samples.registered("while-it-was-dead"));
            await().atMost(PATIENCE)
                    .until(() -> another.get("/api/officers/while-it-was-dead").statusCode() == 200);

            execute("UPDATE readmodel.rebuild SET lease_until = clock_timestamp() - interval '1 second'");
            execute("SELECT pg_advisory_unlock(4711)");

            await().atMost(PATIENCE)
                    .until(() -> another.json("/api/projections/officers")
                            .get("rebuild")
                            .get("state")
                            .asString()
                            .equals("DONE"));
            JsonNode done = another.json("/api/projections/officers").get("rebuild");
            assertThat(done.get("read").asLong()).isEqualTo(BEFORE + 2 + AFTER + 1);
            assertThat(officers(another.jdbc())).containsAll(rows).hasSize(BEFORE + AFTER + 1);
            assertThat(lettersOf(another)).containsExactly("OfficerRegistered false", "TrainingRecorded true");
        } finally {
            server.startAgain();
        }
    }

    @Test
    void oneThatWasOnlySlowMayNotWriteOnceAnotherHasTakenOver() throws SQLException {
        begin();
        List<String> rows = officers();
        String slow = ownerOfRebuild();
        try (QueryServer another = server.beside()) {
            await().atMost(PATIENCE).until(() -> {
                // The slow one renews its lease, were it not for this.
                execute("UPDATE readmodel.rebuild SET lease_until = clock_timestamp() - interval '1 second'"
                        + " WHERE owner = '" + slow + "'");
                return !slow.equals(ownerOfRebuild());
            });
            // The other meets rows that the slow one has not committed, and waits for what becomes of them.
            await().atMost(PATIENCE)
                    .until(() -> count("SELECT count(*) FROM pg_stat_activity"
                                    + " WHERE datname = current_database() AND wait_event_type = 'Lock'")
                            == 2);

            execute("SELECT pg_advisory_unlock(4711)");

            await().atMost(PATIENCE)
                    .until(() -> another.json("/api/projections/officers")
                            .get("rebuild")
                            .get("state")
                            .asString()
                            .equals("DONE"));
            assertThat(officers()).isEqualTo(rows);
            assertThat(lettersOf(server)).containsExactly("OfficerRegistered false", "TrainingRecorded true");
            assertThat(VerificationIT.verified(another, "officers").get("equal").asBoolean())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rebuild", "verification"})
    void oneCancelledInTheMiddleLeavesTheOldOneAndTheNextFindsEmptyTables(String what) throws SQLException {
        begin(what);
        List<String> rows = officers();

        HttpResponse<String> cancelled =
                server.postAs("admin", "/api/projections/officers/" + what + "/cancellation", "");

        assertThat(cancelled.statusCode()).isEqualTo(200);
        assertThat(server.read(cancelled.body()).get("state").asString()).isEqualTo("CANCELLED");
        assertThat(officers()).isEqualTo(rows);
        // The page that is held up has the tables in its hands.
        HttpResponse<String> tooEarly = server.postAs("admin", "/api/projections/officers/rebuild", "");
        assertThat(tooEarly.statusCode()).isEqualTo(503);
        assertThat(server.read(tooEarly.body()).get("code").asString()).isEqualTo("copy-in-use");
        execute("SELECT pg_advisory_unlock(4711)");

        await().atMost(PATIENCE)
                .until(() -> server.postAs("admin", "/api/projections/officers/rebuild", "")
                                .statusCode()
                        == 202);
        await().atMost(PATIENCE).until(() -> rebuild().get("state").asString().equals("DONE"));
        assertThat(officers()).isEqualTo(rows);
        assertThat(rebuild().get("read").asLong()).isEqualTo(BEFORE + 2 + AFTER);
    }

    @Test
    void aCopyOfAShapeThatAMigrationHasChangedMeanwhileIsBegunAgain() throws SQLException {
        begin();
        execute("ALTER TABLE readmodel.officer ADD COLUMN new_column text DEFAULT 'new'");
        execute("SELECT pg_advisory_unlock(4711)");

        await().atMost(PATIENCE).until(() -> rebuild().get("state").asString().equals("DONE"));
        assertThat(server.jdbc()
                        .queryForObject("SELECT count(*) FROM readmodel.officer WHERE new_column = 'new'", Long.class))
                .isEqualTo(BEFORE + AFTER);
        assertThat(rebuild().get("read").asLong()).isEqualTo(BEFORE + 2 + AFTER);
    }

    /** Until it is held up, with a page committed. */
    private void begin() {
        begin("rebuild");
    }

    private void begin(String what) {
        assertThat(server.postAs("admin", "/api/projections/officers/" + what, "")
                        .statusCode())
                .isEqualTo(202);
        await().atMost(PATIENCE).until(() -> heldUp() == 1);
    }

    private long heldUp() {
        return count("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 4711 AND NOT granted"
                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
    }

    private JsonNode rebuild() {
        return server.json("/api/projections/officers").get("rebuild");
    }

    private String ownerOfRebuild() {
        return String.valueOf(server.jdbc()
                .queryForObject("SELECT owner FROM readmodel.rebuild WHERE state = 'RUNNING'", String.class));
    }

    private static List<String> lettersOf(QueryServer server) {
        return server.json("/api/projections/officers/dead-letters")
                .get("items")
                .valueStream()
                .map(letter -> letter.get("kind").asString() + " "
                        + letter.get("waiting").asBoolean())
                .toList();
    }

    private List<String> officers() {
        return officers(server.jdbc());
    }

    private static List<String> officers(JdbcTemplate jdbc) {
        return jdbc.queryForList("SELECT o::text FROM readmodel.officer o ORDER BY id", String.class);
    }

    private long count(String sql) {
        Long counted = server.jdbc().queryForObject(sql, Long.class);
        return counted == null ? 0 : counted;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private void appendOfficers(String name, int count) {
        writer.jdbc().update("""
                INSERT INTO eventstore.domain_event (stream, sequence_number, aggregate_type, event_id, event_type,
                    revision, recorded_at, payload, metadata)
                SELECT 'officer:' || ? || '-' || i, 0, 'officer', ? || '-' || i, 'OfficerRegistered', '1',
                    to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                    convert_to('{"officerId":"' || ? || '-' || i
                        || '","name":"M","collarNumber":"1","unit":"many","staff":false}', 'UTF8'),
                    convert_to('{"actorId":"comms","actorRole":"COMMS"}', 'UTF8')
                FROM generate_series(1, ?) i
                """, name, name, name, count);
    }
}
