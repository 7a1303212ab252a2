package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.events.account.AccountEvent.PostCommended;
import org.ninetyten.events.account.AccountEvent.PostsSampled;
import org.ninetyten.events.officer.AdviceDecision;
import org.ninetyten.events.officer.OfficerEvent.AdviceGiven;
import org.ninetyten.events.officer.OfficerEvent.AdviceOutcomeRecorded;
import org.ninetyten.events.officer.OfficerEvent.AdviceRequested;
import org.ninetyten.events.officer.OfficerEvent.AgreedActionCompleted;
import org.ninetyten.events.officer.OfficerEvent.CoachingConversationRecorded;
import org.ninetyten.events.officer.OfficerEvent.ConversationNoteAdded;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.transgression.PinnedFacts;
import org.ninetyten.events.transgression.Post;
import org.ninetyten.events.transgression.SampledConcern;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;
import tools.jackson.databind.JsonNode;

/** What followed conversations, advice, commendations and dip samples, as queries show it. Amina is of harbour, Ben of the river. */
class SupportIT {

    private static final Instant JANUARY = Instant.parse("2026-01-12T09:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-02T09:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-04T09:00:00Z");
    private static final Instant POSTED = Instant.parse("2026-02-20T12:00:00Z");
    private static final Instant NEVER = Instant.parse("2999-01-01T00:00:00Z");

    static final List<String> PROJECTIONS = QueryServer.PROJECTIONS;

    private static QueryServer server;
    private static EventWriter writer;

    @BeforeAll
    static void tellAStory() {
        server = QueryServer.onDatabaseOfItsOwn();
        writer = server.writer();
        writer.appendAt(
                JANUARY,
                Samples.drafted("social-media"),
                Samples.published("social-media", 1, Samples.DAY, "Do no harm."),
                Samples.registered("amina"),
                new OfficerRegistered("ben", "Ben Okoro", "PC 12", "river", false),
                Samples.requested("harbour-x", "amina", "social-media"),
                Samples.authorised("harbour-x", "amina", "social-media"),
                Samples.operated("harbour-x", "ben", "social-media"),
                talk("amina", "plain", "harbour-x", null),
                done("amina", "plain", 2, "Drafts were fine", null, false),
                note("amina", "plain", "I was new to it", null, false));
        writer.appendAt(
                FEBRUARY,
                asked("amina", "a-1", "harbour-x", "Proud of our NIGHT shift!", FEBRUARY.plusSeconds(3600)),
                given("amina", "a-1", AdviceDecision.GO_AHEAD),
                new AdviceOutcomeRecorded("amina", "a-1", "harbour-x", true),
                asked("amina", "a-2", "harbour-x", "Something else", FEBRUARY.plusSeconds(7200)),
                asked("amina", "a-3", "harbour-x", "Proud of the night shift", NEVER),
                asked("amina", "a-4", "amina-x", "Proud of the night shift!", FEBRUARY.plusSeconds(60)),
                given("amina", "a-4", AdviceDecision.DO_NOT_POST),
                asked("ben", "a-1", "harbour-x", "Fog", FEBRUARY.plusSeconds(30)),
                given("ben", "a-1", AdviceDecision.CHANGE_IT),
                new AdviceOutcomeRecorded("ben", "a-1", "harbour-x", false),
                asked("ben", "b-2", "harbour-x", "More fog", FEBRUARY.plusSeconds(7200)),
                Samples.left("harbour-x", "ben"));
        writer.appendAt(
                MARCH,
                new PostCommended("harbour-x", "storm", FEBRUARY, "Calm", null, List.of("ben")),
                new PostsSampled("harbour-x", "s-1", LocalDate.parse("2026-03-01"), 40, 38, List.of("A plate")),
                reported("told", "amina"),
                talk("amina", "about-told", "harbour-x", "told"),
                note("amina", "about-told", "I had not looked at the wall", "told", false),
                Samples.assessed("told", "amina", Intent.CARELESS, Response.REFLECTIVE_PRACTICE),
                Samples.notified("told", "amina"),
                note("amina", "about-told", "THE-SECRET of a tired officer", "told", true),
                done("amina", "about-told", 1, "THE-SECRET too", "told", true),
                reported("untold", "amina"),
                talk("amina", "about-untold", "harbour-x", "untold"),
                done("amina", "about-untold", 1, null, "untold", false));
        await().atMost(Duration.ofSeconds(60)).until(server::hasCaughtUp);
    }

    @AfterAll
    static void stop() {
        writer.close();
        server.close();
    }

    @Test
    void aConversationTellsWhatWasAgreedWhatWasDoneAndWhatTheOfficerSays() {
        JsonNode plain = conversation(server.json("/api/officers/amina"), "plain");

        assertThat(plain.get("agreedActions"))
                .hasToString(
                        "[{\"n\":1,\"action\":\"Read it aloud\",\"done\":false},"
                                + "{\"n\":2,\"action\":\"Show drafts\",\"done\":true,\"completedOn\":\"2026-01-11\","
                                + "\"note\":\"Drafts were fine\",\"recordedBy\":\"comms\",\"recordedAt\":\"2026-01-12T09:00:00Z\"}]");
        assertThat(plain.get("notes"))
                .hasToString(
                        "[{\"noteId\":\"n-false\",\"note\":\"I was new to it\",\"recordedAt\":\"2026-01-12T09:00:00Z\"}]");
    }

    @Test
    void notesAndActionsStandInTheHistoriesOfWhatTheConversationIsAbout() {
        assertThat(kinds("auditor", "/api/accounts/harbour-x/history"))
                .contains("ConversationNoteAdded", "AgreedActionCompleted");
        assertThat(kinds("auditor", "/api/transgressions/told/history"))
                .containsSequence("CoachingConversationRecorded", "ConversationNoteAdded")
                .contains("AgreedActionCompleted");
        assertThat(kinds("auditor", "/api/officers/amina/history").stream()
                        .filter(kind -> kind.equals("ConversationNoteAdded")))
                .hasSize(3);
    }

    @Test
    void nothingOfAConversationAboutACaseShowsToTheOfficerBeforeTheyAreToldOfIt() {
        assertThat(conversations("amina", "/api/officers/amina")).containsExactly("plain", "about-told");
        assertThat(conversations("auditor", "/api/officers/amina"))
                .containsExactly("plain", "about-told", "about-untold");
        assertThat(server.getAs("amina", "/api/officers/amina/history?limit=200")
                        .body())
                .doesNotContain("untold");
        assertThat(server.getAs("amina", "/api/officers/amina/history?limit=200")
                        .body())
                .contains("about-told");
    }

    @Test
    void whatIsSaidInReflectivePracticeShowsToTheOfficerAndTheSupervisorsOfTheirUnitAlone() {
        assertThat(server.getAs("amina", "/api/officers/amina").body())
                .contains("THE-SECRET of a tired officer", "THE-SECRET too");
        assertThat(server.getAs("sergeant", "/api/officers/amina").body()).contains("THE-SECRET of a tired officer");
        for (String user : List.of("auditor", "standards", "comms")) {
            JsonNode talk = conversation(
                    server.read(server.getAs(user, "/api/officers/amina").body()), "about-told");
            assertThat(talk.get("notes"))
                    .hasToString("[{\"noteId\":\"n-false\",\"note\":\"I had not looked at the wall\",\"recordedAt\":\""
                            + MARCH + "\"},{\"noteId\":\"n-true\",\"recordedAt\":\"" + MARCH
                            + "\",\"reflective\":true}]");
            assertThat(talk.get("agreedActions").get(0).has("note")).isFalse();
            assertThat(talk.get("agreedActions").get(0).get("done").asBoolean()).isTrue();
            assertThat(server.getAs(user, "/api/officers/amina?at=" + MARCH).body())
                    .doesNotContain("THE-SECRET");
        }
        for (String path : List.of(
                "/api/officers",
                "/api/officers/amina/history?limit=200",
                "/api/accounts/harbour-x/history?limit=200",
                "/api/transgressions/told/history?limit=200")) {
            assertThat(server.getAs("sergeant", path).body()).as(path).doesNotContain("THE-SECRET");
        }
    }

    @Test
    void theDeskFindsWhatNobodyHasAnsweredFirstAndTheLongestDueBeforeTheOthers() {
        assertThat(advice("/api/advice"))
                .containsExactly(
                        "amina a-2 ASKED overdue",
                        "ben b-2 ASKED overdue",
                        "amina a-3 ASKED",
                        "ben a-1 NOT_FOLLOWED",
                        "amina a-4 ANSWERED",
                        "amina a-1 FOLLOWED");
        assertThat(advice("/api/advice?state=ASKED&officerId=amina"))
                .containsExactly("amina a-2 ASKED overdue", "amina a-3 ASKED");
        assertThat(advice("/api/advice?overdue=true&unit=river")).containsExactly("ben b-2 ASKED overdue");
        assertThat(advice("/api/advice?overdue=false&accountId=harbour-x"))
                .containsExactly("amina a-3 ASKED", "ben a-1 NOT_FOLLOWED", "amina a-1 FOLLOWED");
        assertThat(advice("/api/advice?state=ANSWERED")).containsExactly("amina a-4 ANSWERED");
        assertThat(advice("/api/advice?state=FOLLOWED")).containsExactly("amina a-1 FOLLOWED");
        assertThat(advice("/api/advice?state=NOT_FOLLOWED")).containsExactly("ben a-1 NOT_FOLLOWED");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void theDesksListIsReadPageByPage(int limit) {
        List<String> read = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            String path = "/api/advice?limit=" + limit + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
            read.addAll(advice(path));
            JsonNode next = server.json(path).get("nextCursor");
            cursor = next == null ? null : URLEncoder.encode(next.asString(), StandardCharsets.UTF_8);
        }
        assertThat(read).isEqualTo(advice("/api/advice"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cursor=nonsense",
                "cursor=YWZ0ZXI6eA",
                "cursor=YWZ0ZXI6dHJ1ZSB5ZXN0ZXJkYXkgYSBi",
                "state=LOST",
                "limit=0",
                "officerId=%00",
                "overdue=perhaps"
            })
    void aListThatCannotBeAskedForIsRefused(String query) {
        HttpResponse<String> answer = server.get("/api/advice?" + query);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    @Test
    void theDeskIsNoPlaceForOfficers() {
        assertThat(server.getAs("amina", "/api/advice").statusCode()).isEqualTo(403);
        assertThat(server.getAs("sergeant", "/api/advice").statusCode()).isEqualTo(200);
    }

    @Test
    void anOfficersRecordTellsTheAdviceTheyAskedForAndAtAnInstantWhatWasOverdueThen() {
        JsonNode now =
                server.read(server.getAs("amina", "/api/officers/amina").body()).get("advice");
        assertThat(now.valueStream().map(SupportIT::line))
                .containsExactly(
                        "amina a-1 FOLLOWED", "amina a-2 ASKED overdue", "amina a-3 ASKED", "amina a-4 ANSWERED");
        assertThat(now.get(0).get("why").asString()).isEqualTo("Because");
        assertThat(now.get(0).get("repliedBy").asString()).isEqualTo("comms");

        JsonNode then = server.json("/api/officers/amina?at=" + FEBRUARY.plusSeconds(60))
                .get("advice");
        assertThat(then.get(1).get("overdue").asBoolean()).isFalse();
        assertThat(server.json("/api/officers/amina?at=" + JANUARY).get("advice"))
                .isEmpty();
    }

    @Test
    void similarAdviceIsWhatTheOfficerAskedOnThatAccountBeforeThePost() {
        JsonNode found = server.json("/api/transgressions/told/similar-advice").get("items");

        assertThat(found.valueStream().map(one -> one.get("adviceId").asString() + " " + one.get("supports")))
                .containsExactly("a-3 false", "a-1 true", "a-2 false");
        assertThat(found.get(0).get("similarity").asDouble()).isBetween(0.9, 0.999);
        assertThat(found.get(1).get("similarity").asDouble()).isBetween(0.7, 0.95);
        assertThat(found.get(2).get("similarity").asDouble()).isLessThan(0.3);
        assertThat(found.get(1).get("decision").asString()).isEqualTo("GO_AHEAD");
        assertThat(server.getAs("comms", "/api/transgressions/told/similar-advice")
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.get("/api/transgressions/nothing/similar-advice").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anAccountTellsItsCommendationsAndSamplesAlsoAsAtAnInstant() {
        JsonNode account = server.json("/api/accounts/harbour-x");

        assertThat(account.get("commendations").get(0).get("why").asString()).isEqualTo("Calm");
        assertThat(account.get("samples"))
                .hasToString("[{\"sampleId\":\"s-1\",\"sampledOn\":\"2026-03-01\",\"sampled\":40,\"good\":38,"
                        + "\"concerns\":[\"A plate\"],\"recordedAt\":\"" + MARCH + "\",\"recordedBy\":\"comms\"}]");
        assertThat(server.json("/api/accounts/harbour-x?at=" + FEBRUARY).get("samples"))
                .isEmpty();
    }

    @Test
    void aCommendationIsInTheHistoryOfWhoCouldPostThenAndOfNobodyElse() {
        assertThat(kinds("auditor", "/api/accounts/harbour-x/history")).contains("PostCommended", "PostsSampled");
        assertThat(kinds("auditor", "/api/officers/ben/history"))
                .contains("PostCommended")
                .doesNotContain("PostsSampled");
        assertThat(kinds("auditor", "/api/officers/amina/history")).doesNotContain("PostCommended");
    }

    @Test
    void aCaseTellsWhichConcernItCameOf() {
        assertThat(server.json("/api/transgressions/told").get("fromSample"))
                .hasToString("{\"sampleId\":\"s-1\",\"concern\":1}");
        assertThat(server.get("/api/transgressions/told/history").body())
                .contains("It came of concern 1 of the dip sample s-1.");
    }

    @ParameterizedTest
    @FieldSource("PROJECTIONS")
    void allOfItIsWhatTheStoreSays(String projection) {
        assertThat(VerificationIT.verified(server, projection).get("equal").asBoolean())
                .isTrue();
    }

    @Test
    void rowsOfBeforeAreMadeWhatARebuildWouldMakeOfThem() throws SQLException, IOException {
        try (QueryServer old = QueryServer.onDatabaseOfItsOwn();
                EventWriter its = old.writer()) {
            its.append(
                    Samples.registered("amina"),
                    talk("amina", "plain", null, null),
                    Samples.registered("ben"),
                    Samples.requested("harbour-x", "amina", "social-media"));
            await().atMost(Duration.ofSeconds(60)).until(old::hasCaughtUp);
            try (Connection owner = old.ownerConnection();
                    Statement statement = owner.createStatement()) {
                statement.execute("""
                        UPDATE readmodel.officer SET document = (document::jsonb - 'advice')::json;
                        UPDATE readmodel.officer SET document = (document::jsonb || '{"conversations": [{
                            "conversationId": "plain", "heldOn": "2026-01-11", "heldBy": "sergeant",
                            "topics": ["tone"], "summary": "Went well", "agreedActions": ["Read it aloud", "Show drafts"],
                            "recordedAt": "?"}]}')::json WHERE id = 'amina';
                        UPDATE readmodel.officer SET document = replace(document::text, '"?"',
                            (SELECT to_json(document ->> 'registeredAt')::text FROM readmodel.officer o
                             WHERE o.id = 'amina'))::json WHERE id = 'amina';
                        UPDATE readmodel.account SET document =
                            (document::jsonb - 'commendations' - 'samples')::json;
                        SET search_path = readmodel;
                        """);
                statement.execute(updatesOfMigration());
            }
            assertThat(VerificationIT.verified(old, "officers").toString()).contains("\"equal\":true");
            assertThat(VerificationIT.verified(old, "accounts").toString()).contains("\"equal\":true");
        }
    }

    private static String updatesOfMigration() throws IOException {
        try (InputStream migration = Objects.requireNonNull(
                SupportIT.class.getResourceAsStream("/org/ninetyten/query/migration/V10__advice.sql"))) {
            String sql = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
            return sql.substring(sql.indexOf("UPDATE officer"));
        }
    }

    private static List<String> advice(String path) {
        return server.json(path).get("items").valueStream().map(SupportIT::line).toList();
    }

    private static String line(JsonNode advice) {
        return advice.get("officerId").asString() + " " + advice.get("adviceId").asString() + " "
                + advice.get("state").asString()
                + (advice.get("overdue").asBoolean() ? " overdue" : "");
    }

    private static JsonNode conversation(JsonNode officer, String id) {
        return officer.get("conversations")
                .valueStream()
                .filter(one -> one.get("conversationId").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> conversations(String user, String path) {
        return values(server.read(server.getAs(user, path).body()).get("conversations"), "conversationId")
                .toList();
    }

    private static List<String> kinds(String user, String path) {
        return values(
                        server.read(server.getAs(user, path + "?limit=200").body())
                                .get("items"),
                        "kind")
                .toList();
    }

    private static Stream<String> values(JsonNode list, String field) {
        return list.valueStream().map(one -> one.get(field).asString());
    }

    private static CoachingConversationRecorded talk(
            String officer, String id, @Nullable String account, @Nullable String transgression) {
        return new CoachingConversationRecorded(
                officer,
                id,
                LocalDate.parse("2026-01-11"),
                "sergeant",
                List.of("tone"),
                "Went well",
                List.of("Read it aloud", "Show drafts"),
                account,
                transgression);
    }

    private static AgreedActionCompleted done(
            String officer,
            String conversation,
            int action,
            @Nullable String note,
            @Nullable String transgression,
            boolean reflective) {
        return new AgreedActionCompleted(
                officer,
                conversation,
                action,
                LocalDate.parse("2026-01-11"),
                note,
                "harbour-x",
                transgression,
                reflective);
    }

    private static ConversationNoteAdded note(
            String officer, String conversation, String note, @Nullable String transgression, boolean reflective) {
        return new ConversationNoteAdded(
                officer, conversation, "n-" + reflective, note, "harbour-x", transgression, reflective);
    }

    private static AdviceRequested asked(String officer, String id, String account, String draft, Instant dueAt) {
        return new AdviceRequested(officer, id, account, draft, "May I?", dueAt);
    }

    private static AdviceGiven given(String officer, String id, AdviceDecision decision) {
        return new AdviceGiven(officer, id, id.equals("a-4") ? "amina-x" : "harbour-x", decision, "Because");
    }

    private static TransgressionReported reported(String id, String officer) {
        return new TransgressionReported(
                id,
                "harbour-x",
                officer,
                POSTED,
                new Post("Proud of the night shift!", null, "0".repeat(64)),
                Category.PERSONAL_DATA,
                "A plate can be read",
                null,
                false,
                new PinnedFacts("social-media", 1, true, true, 0),
                new SampledConcern("s-1", 1));
    }
}
