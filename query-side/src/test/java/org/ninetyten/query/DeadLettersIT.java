package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.Event;
import tools.jackson.databind.JsonNode;

/** What cannot be taken in is set aside, and holds up its own subject only. */
class DeadLettersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
    void whatIsNotJsonBecomesADeadLetterWhereItConcernsAndLaterEventsOfItsSubjectWait() {
        writer.append(Samples.registered("json"));
        String broken = writer.appendRaw("officer:json", "TrainingRecorded", "this is not JSON");
        writer.append(Samples.acknowledged("json", "social-media", 1), Samples.registered("json-other"));

        awaitCaughtUp();

        for (String concerned : List.of("officers", "histories")) {
            List<JsonNode> letters = lettersOf(concerned, "officer:json");
            assertThat(letters).hasSize(2);
            assertThat(letters.get(0).get("eventId").asString()).isEqualTo(broken);
            assertThat(letters.get(0).get("waiting").asBoolean()).isFalse();
            assertThat(letters.get(0).get("cause").asString())
                    .isEqualTo("Its content is not the JSON that an event of its kind has.");
            assertThat(letters.get(0).get("position").asLong()).isEqualTo(positionOf(broken));
            assertThat(letters.get(1).get("waiting").asBoolean()).isTrue();
            assertThat(letters.get(1).has("cause")).isFalse();
            assertThat(letters.get(1).get("kind").asString()).isEqualTo("PolicyAcknowledged");
            assertThat(letters.get(1).get("subject").get("officerId").asString())
                    .isEqualTo("json");
        }
        for (String unconcerned : List.of("accounts", "policies", "transgressions")) {
            assertThat(lettersOf(unconcerned, "officer:json")).isEmpty();
        }
        assertThat(versionOf("json")).isEqualTo(1);
        assertThat(versionOf("json-other")).isEqualTo(1);
        assertThat(kinds("/api/officers/json/history")).containsExactly("OfficerRegistered");
    }

    @Test
    void aKindThatIsNotKnownIsNoticedAndNeverSkipped() {
        String unknown = writer.appendRaw("account:painted", "AccountPainted", "{\"accountId\":\"painted\"}");
        String stranger = writer.appendRaw("vehicle:boat-1", "VehicleBought", "{}");
        writer.append(Samples.registered("after-unknown"));

        awaitCaughtUp();

        assertThat(lettersOf("accounts", "account:painted", "vehicle:boat-1"))
                .extracting(this::eventId)
                .containsExactly(unknown, stranger);
        assertThat(lettersOf("histories", "account:painted", "vehicle:boat-1"))
                .extracting(this::eventId)
                .containsExactly(unknown, stranger);
        assertThat(lettersOf("officers", "account:painted", "vehicle:boat-1"))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(eventId(letter)).isEqualTo(stranger);
                    assertThat(letter.get("cause").asString())
                            .isEqualTo("It is of a kind that this release does not know.");
                });
        assertThat(versionOf("after-unknown")).isEqualTo(1);
    }

    @Test
    void oneRowThatCannotBeWrittenCostsNoOtherOfItsBatchAnything() {
        List<Event> before = officers(0, 24);
        List<Event> after = officers(24, 49);
        server.stopProjections();
        writer.append(before.toArray(Event[]::new));
        String broken = writer.appendRaw(
                "officer:batch-odd",
                "OfficerRegistered",
                "{\"officerId\":\"batch-odd\",\"name\":\"O\",\"collarNumber\":\"1\",\"unit\":\"har\\u0000bour\",\"staff\":false}");
        writer.append(after.toArray(Event[]::new));
        server.startProjections();

        awaitCaughtUp();

        assertThat(rows("SELECT count(*) FROM readmodel.officer WHERE id LIKE 'batch-%'"))
                .isEqualTo(49);
        assertThat(rows("SELECT count(*) FROM readmodel.history_entry WHERE subject_id LIKE 'batch-%'"))
                .isEqualTo(49);
        for (String concerned : List.of("officers", "histories")) {
            assertThat(lettersBetween(concerned, "officer:batch-", "officer:batch-~"))
                    .singleElement()
                    .satisfies(letter -> {
                        assertThat(eventId(letter)).isEqualTo(broken);
                        assertThat(letter.get("cause").asString())
                                .isEqualTo("It has a character that the database cannot keep.");
                    });
        }
    }

    @Test
    void anIdThatIsTooLongIsADeadLetterInPlainWords() {
        String id = "x".repeat(70);
        writer.append(Samples.registered("short-1"));
        writer.append(Samples.registered(id));
        writer.append(Samples.registered("short-2"));

        awaitCaughtUp();

        for (String concerned : List.of("officers", "histories")) {
            assertThat(lettersOf(concerned, "officer:" + id))
                    .singleElement()
                    .extracting(letter -> letter.get("cause").asString())
                    .isEqualTo("One of its values is longer than there is room for.");
        }
        assertThat(versionOf("short-1")).isEqualTo(1);
        assertThat(versionOf("short-2")).isEqualTo(1);
    }

    @Test
    void aStatementThatFailsWhileABatchIsPutTogetherDoesNotStopTheProjection() {
        writer.append(Samples.registered("nul"), Samples.requested("harbour-x", "nul", "social-media"));
        String broken = writer.appendRaw(
                "officer:nul",
                "TrainingRecorded",
                "{\"officerId\":\"n\\u0000ul\",\"trainingId\":\"t\",\"course\":\"c\",\"completedOn\":\"2026-01-10\"}");
        writer.append(Samples.registered("after-nul"));

        awaitCaughtUp();

        assertThat(lettersOf("histories", "officer:nul"))
                .extracting(this::eventId)
                .containsExactly(broken);
        assertThat(kinds("/api/officers/after-nul/history")).containsExactly("OfficerRegistered");
    }

    @Test
    void afterARestartLaterEventsOfASubjectStillWaitBehindItsDeadLetter() {
        writer.append(Samples.registered("restart"));
        writer.appendRaw("officer:restart", "TrainingRecorded", "{");
        awaitCaughtUp();
        server.stop();
        writer.append(Samples.acknowledged("restart", "social-media", 1), Samples.registered("restart-other"));
        server.startAgain();

        awaitCaughtUp();

        assertThat(lettersOf("officers", "officer:restart"))
                .extracting(letter -> letter.get("waiting").asBoolean())
                .containsExactly(false, true);
        assertThat(versionOf("restart")).isEqualTo(1);
        assertThat(versionOf("restart-other")).isEqualTo(1);
    }

    @Test
    void deadLettersAreReadPageByPage() {
        for (int i = 0; i < 5; i++) {
            writer.appendRaw("officer:page-" + i, "OfficerRegistered", "{");
            writer.append(Samples.trained("page-" + i, "t"));
        }
        awaitCaughtUp();

        List<JsonNode> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = server.json("/api/projections/officers/dead-letters?limit=3" + cursor);
            page.get("items").forEach(paged::add);
            cursor =
                    page.has("nextCursor") ? "&cursor=" + page.get("nextCursor").asString() : "";
        } while (!cursor.isEmpty());

        assertThat(paged)
                .isEqualTo(lettersBetween("officers", "", "~"))
                .hasSizeGreaterThanOrEqualTo(10)
                .hasSize(server.projection("officers").get("deadLetters").asInt());
    }

    private static List<Event> officers(int from, int to) {
        return IntStream.range(from, to)
                .<Event>mapToObj(i -> Samples.registered("batch-" + i))
                .toList();
    }

    private void awaitCaughtUp() {
        await().atMost(PATIENCE).until(server::hasCaughtUp);
    }

    private static List<JsonNode> lettersOf(String projection, String... sequences) {
        List<String> wanted = List.of(sequences);
        return lettersBetween(projection, "", "~").stream()
                .filter(letter -> wanted.contains(letter.get("sequence").asString()))
                .toList();
    }

    private static List<JsonNode> lettersBetween(String projection, String from, String to) {
        return server.json("/api/projections/" + projection + "/dead-letters?limit=200")
                .get("items")
                .valueStream()
                .filter(letter -> letter.get("sequence").asString().compareTo(from) >= 0)
                .filter(letter -> letter.get("sequence").asString().compareTo(to) < 0)
                .toList();
    }

    private static long versionOf(String officer) {
        return server.json("/api/officers/" + officer).get("version").asLong();
    }

    private static long positionOf(String eventId) {
        return rows("SELECT position FROM eventstore.domain_event WHERE event_id = '" + eventId + "'");
    }

    private static long rows(String sql) {
        Long counted = server.jdbc().queryForObject(sql, Long.class);
        return counted == null ? 0 : counted;
    }

    private String eventId(JsonNode letter) {
        return letter.get("eventId").asString();
    }

    private List<String> kinds(String path) {
        return server.json(path)
                .get("items")
                .valueStream()
                .map(entry -> entry.get("kind").asString())
                .toList();
    }
}
