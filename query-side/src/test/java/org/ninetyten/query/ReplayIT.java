package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every event is read, once or more often, and the rows are the same. */
class ReplayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static QueryServer server;
    private static EventWriter writer;

    @BeforeAll
    static void start() {
        server = QueryServer.onDatabaseOfItsOwn();
        writer = server.writer();
    }

    @AfterAll
    static void stop() {
        writer.close();
        server.close();
    }

    @Test
    void readingEverythingAgainChangesNoRow() {
        writer.append(
                Samples.drafted("social-media"),
                Samples.published("social-media", 1, Samples.DAY, "Do no harm."),
                Samples.registered("amina"),
                Samples.trained("amina", "before-the-account"),
                Samples.acknowledged("amina", "social-media", 1),
                Samples.requested("harbour-x", "amina", "social-media"),
                Samples.authorised("harbour-x", "amina", "social-media"),
                Samples.trained("amina", "while-they-hold-it"),
                Samples.reported("photo", "harbour-x", "amina"),
                Samples.coached("amina", "harbour-x", "photo"),
                Samples.registered("ben"),
                Samples.operated("harbour-x", "ben", "social-media"),
                Samples.trained("ben", "while-they-operate-it"),
                Samples.left("harbour-x", "ben"),
                Samples.trained("ben", "after-they-left"),
                Samples.closed("harbour-x"),
                Samples.trained("amina", "after-it-was-closed"));
        awaitCaughtUp();
        Map<String, List<String>> before = everyRow();

        server.readEverythingAgain();
        await().atMost(PATIENCE)
                .until(() -> server.projection("histories").get("position").asLong() == head());
        awaitCaughtUp();

        assertThat(everyRow()).isEqualTo(before);
        assertThat(before).allSatisfy((table, rows) -> assertThat(rows).isNotEmpty());
        assertThat(server.jdbc()
                        .queryForList(
                                "SELECT details->>'trainingId' FROM readmodel.history_subject"
                                        + " JOIN readmodel.history_entry e USING (position)"
                                        + " WHERE history_subject.subject = 'account'"
                                        + " AND history_subject.subject_id = 'harbour-x' AND kind = 'TrainingRecorded'",
                                String.class))
                .containsExactly("while-they-hold-it", "while-they-operate-it");
    }

    @Test
    void anEventCommittedAfterLaterOnesIsReadAllTheSame() throws SQLException {
        try (Connection slow = writer.connection()) {
            slow.setAutoCommit(false);
            String late = writer.appendRaw(
                    slow,
                    "officer:late",
                    "OfficerRegistered",
                    "{\"officerId\":\"late\",\"name\":\"L\",\"collarNumber\":\"1\",\"unit\":\"u\",\"staff\":false}");
            writer.append(Samples.registered("quick-1"));
            appendManyOfficers(10_500);
            writer.append(Samples.registered("quick-2"));
            await().atMost(PATIENCE).until(() -> hasVersionOne("quick-2"));
            awaitCaughtUp();
            assertThat(hasVersionOne("quick-1")).isTrue();
            assertThat(hasVersionOne("late")).isFalse();

            slow.commit();

            await().atMost(PATIENCE).until(() -> hasVersionOne("late"));
            awaitCaughtUp();
            assertThat(server.json("/api/officers/late/history").get("items"))
                    .singleElement()
                    .extracting(entry -> entry.get("eventId").asString())
                    .isEqualTo(late);
            slow.setAutoCommit(true);
        }
        assertThat(server.jdbc().queryForObject("SELECT count(*) FROM readmodel.history_entry", Long.class))
                .isEqualTo(server.jdbc().queryForObject("SELECT count(*) FROM eventstore.domain_event", Long.class));
    }

    @Test
    void aWriterThatTakesTooLongIsCutOffAndItsEventNeverAppears() throws SQLException {
        try (Connection endless = writer.connection();
                Statement statement = endless.createStatement()) {
            try (var limit = statement.executeQuery("SHOW transaction_timeout")) {
                assertThat(limit.next()).isTrue();
                assertThat(limit.getString(1)).isEqualTo("30s");
            }
            statement.execute("SET transaction_timeout = '300ms'");
            endless.setAutoCommit(false);
            writer.appendRaw(endless, "officer:endless", "OfficerRegistered", "{}");
            await().atMost(PATIENCE).until(() -> !endless.isValid(1));
        }
        writer.append(Samples.registered("after-endless"));

        await().atMost(PATIENCE).until(() -> hasVersionOne("after-endless"));
        assertThat(server.jdbc()
                        .queryForObject(
                                "SELECT count(*) FROM eventstore.domain_event WHERE stream = 'officer:endless'",
                                Long.class))
                .isZero();
    }

    @Test
    void aProjectionTellsHowFarItHasGotWhetherItRunsHereOrNot() {
        awaitCaughtUp();
        server.stopProjections();
        writer.append(Samples.registered("unread-1"), Samples.registered("unread-2"), Samples.registered("unread-3"));

        JsonNode stopped = server.projection("officers");
        assertThat(stopped.get("state").asString()).isEqualTo("STOPPED");
        assertThat(stopped.get("lagEvents").asLong()).isEqualTo(3);
        assertThat(stopped.get("lagSeconds").asLong()).isNotNegative();
        assertThat(stopped.get("position").asLong()).isLessThan(head());

        try (QueryServer another = server.beside()) {
            await().atMost(PATIENCE).until(server::hasCaughtUp);
            await().atMost(PATIENCE).untilAsserted(() -> {
                JsonNode elsewhere = server.projection("officers");
                assertThat(elsewhere.get("state").asString()).isEqualTo("RUNNING");
                assertThat(elsewhere.get("position").asLong()).isEqualTo(head());
                assertThat(elsewhere.get("lagSeconds").asLong()).isZero();
            });
            assertThat(another.projection("officers").get("state").asString()).isEqualTo("RUNNING");
        }
        server.startProjections();
        await().atMost(PATIENCE)
                .until(() ->
                        server.projection("officers").get("state").asString().equals("RUNNING"));
    }

    private static void appendManyOfficers(int count) {
        writer.jdbc().update("""
                INSERT INTO eventstore.domain_event (stream, sequence_number, aggregate_type, event_id, event_type,
                    revision, recorded_at, payload, metadata)
                SELECT 'officer:many-' || i, 0, 'officer', 'many-' || i, 'OfficerRegistered', '1',
                    to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                    convert_to('{"officerId":"many-' || i
                        || '","name":"M","collarNumber":"1","unit":"many","staff":false}', 'UTF8'),
                    convert_to('{"actorId":"comms","actorRole":"COMMS"}', 'UTF8')
                FROM generate_series(1, ?) i
                """, count);
    }

    private static boolean hasVersionOne(String officer) {
        return server.get("/api/officers/" + officer).statusCode() == 200;
    }

    private static void awaitCaughtUp() {
        await().atMost(PATIENCE).until(server::hasCaughtUp);
    }

    private static long head() {
        Long head = server.jdbc().queryForObject("SELECT max(position) FROM eventstore.domain_event", Long.class);
        return head == null ? 0 : head;
    }

    private static Map<String, List<String>> everyRow() {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : List.of(
                "officer",
                "account",
                "policy",
                "policy_content",
                "transgression",
                "history_entry",
                "history_subject",
                "history_account_person")) {
            rows.put(
                    table,
                    server.jdbc()
                            .queryForList(
                                    "SELECT t::text FROM readmodel." + table + " t ORDER BY t::text", String.class));
        }
        return rows;
    }
}
