package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was set aside goes in after all, in its order, once what kept it out is no more. */
class DeadLetterRetryIT {

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
    void whatGoesInIsFollowedByWhatWaitedBehindItInOrderAndLaterEventsGoStraightIn() {
        String officer = "followed";
        keepOut(officer);
        writer.append(Samples.registered(officer), Samples.trained(officer, "1"), Samples.trained(officer, "2"));
        awaitCaughtUp();
        assertThat(lettersOf(officer)).hasSize(3);
        String first = lettersOf(officer).getFirst().get("eventId").asString();

        JsonNode again = retried(first);
        assertThat(again.get("takenIn").asLong()).isZero();
        assertThat(lettersOf(officer)).hasSize(3);
        assertThat(lettersOf(officer).getFirst().get("cause").asString())
                .isEqualTo("Another event stands already in its place.");
        letIn(officer);

        JsonNode taken = retried(first);

        assertThat(taken.get("takenIn").asLong()).isEqualTo(3);
        assertThat(taken.get("finished").asBoolean()).isTrue();
        assertThat(lettersOf(officer)).isEmpty();
        writer.append(Samples.trained(officer, "3"));
        await().atMost(PATIENCE).until(() -> historyOf(officer).size() == 4);
        assertThat(historyOf(officer))
                .containsExactly("OfficerRegistered", "TrainingRecorded", "TrainingRecorded", "TrainingRecorded");
        assertThat(lettersOf(officer)).isEmpty();
    }

    @Test
    void oneThatWaitsIsNotTakenBeforeTheOneItWaitsFor() {
        keepOut("waits");
        writer.append(Samples.registered("waits"), Samples.trained("waits", "1"));
        awaitCaughtUp();
        List<JsonNode> letters = lettersOf("waits");

        HttpResponse<String> refused = post("/api/projections/histories/dead-letters/"
                + letters.get(1).get("eventId").asString() + "/retry");

        assertThat(refused.statusCode()).isEqualTo(409);
        JsonNode problem = server.read(refused.body());
        assertThat(problem.get("code").asString()).isEqualTo("waits-behind-another");
        assertThat(problem.get("firstEventId").asString())
                .isEqualTo(letters.get(0).get("eventId").asString());
        letIn("waits");
        assertThat(retried(letters.get(0).get("eventId").asString())
                        .get("takenIn")
                        .asLong())
                .isEqualTo(2);
    }

    @Test
    void allAreRetriedFromAnotherProcessThanTheOneThatReadsAndWhatStillFailsHoldsUpNoOther() {
        try (QueryServer another = server.beside()) {
            writer.appendRaw("officer:all-broken", "OfficerRegistered", "{");
            writer.append(Samples.trained("all-broken", "waits"));
            for (String officer : List.of("all-1", "all-2", "all-3")) {
                keepOut(officer);
                writer.append(Samples.registered(officer), Samples.trained(officer, "1"));
            }
            awaitCaughtUp();
            assertThat(lettersOf("all-2")).hasSize(2);
            List.of("all-1", "all-2", "all-3").forEach(DeadLetterRetryIT::letIn);

            for (QueryServer asked : List.of(another, server)) {
                JsonNode answer = asked.read(asked.postAs("admin", "/api/projections/histories/dead-letters/retry", "")
                        .body());
                assertThat(answer.get("finished").asBoolean()).isTrue();
            }

            for (String officer : List.of("all-1", "all-2", "all-3")) {
                assertThat(lettersOf(officer)).isEmpty();
                writer.append(Samples.trained(officer, "2"));
                await().atMost(PATIENCE).until(() -> historyOf(officer).size() == 3);
            }
            assertThat(lettersOf("all-broken")).hasSize(2);
            writer.append(Samples.acknowledged("all-broken", "social-media", 1));
            awaitCaughtUp();
            assertThat(lettersOf("all-broken")).hasSize(3);
        }
    }

    @Test
    void aRebuildFindsDeadLettersAnewAndTheProcessorKnows() {
        keepOut("healed");
        writer.append(Samples.registered("healed"), Samples.trained("healed", "1"));
        writer.appendRaw("officer:stays", "OfficerRegistered", "{");
        writer.append(Samples.trained("stays", "waits"));
        // The processor has taken this in; read from the store, it cannot be told.
        writer.appendRaw("officer:newly", "OfficerPainted", "{}");
        awaitCaughtUp();
        server.jdbc().update("DELETE FROM readmodel.dead_letter WHERE sequenceIdentifier = 'officer:newly'");
        assertThat(lettersOf("newly")).isEmpty();

        assertThat(post("/api/projections/histories/rebuild").statusCode()).isEqualTo(202);
        await().atMost(PATIENCE)
                .until(() -> server.json("/api/projections/histories")
                        .get("rebuild")
                        .get("state")
                        .asString()
                        .equals("DONE"));

        assertThat(lettersOf("healed")).isEmpty();
        assertThat(historyOf("healed")).containsExactly("OfficerRegistered", "TrainingRecorded");
        assertThat(lettersOf("stays")).hasSize(2);
        assertThat(lettersOf("newly"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.get("cause").asString())
                        .isEqualTo("It is of a kind that this release does not know."));
        writer.append(
                Samples.trained("healed", "2"),
                Samples.trained("stays", "waits too"),
                Samples.trained("newly", "waits"));
        await().atMost(PATIENCE).until(() -> historyOf("healed").size() == 3);
        awaitCaughtUp();
        assertThat(lettersOf("healed")).isEmpty();
        assertThat(lettersOf("stays")).hasSize(3);
        assertThat(lettersOf("newly"))
                .extracting(letter -> letter.get("waiting").asBoolean())
                .containsExactly(false, true);
    }

    @Test
    void anAccountThatComesLateFindsWhatItsHolderDidMeanwhileInItsHistory() {
        writer.append(Samples.registered("holder"));
        keepOut("account", "late-account");
        writer.append(
                Samples.requested("late-account", "holder", "social-media"), Samples.trained("holder", "meanwhile"));
        writer.append(Samples.closed("late-account"), Samples.trained("holder", "after"));
        awaitCaughtUp();
        letIn("late-account");

        assertThat(post("/api/projections/histories/dead-letters/retry").statusCode())
                .isEqualTo(200);

        assertThat(server.json("/api/accounts/late-account/history")
                        .get("items")
                        .valueStream()
                        .map(entry -> entry.get("kind").asString()))
                .containsExactly("AccountRequested", "TrainingRecorded", "AccountClosed");
        await().atMost(PATIENCE)
                .until(() -> VerificationIT.verified(server, "histories")
                        .get("differences")
                        .valueStream()
                        .noneMatch(difference -> difference.toString().contains("late-account")));
    }

    @Test
    void anAccountThatComesLateFindsWhatItsOperatorsDidWhileTheyWereThat() {
        writer.append(Samples.registered("owner"), Samples.registered("operator"));
        keepOut("account", "late-shared");
        writer.append(Samples.requested("late-shared", "owner", "social-media"), Samples.trained("operator", "before"));
        writer.append(
                Samples.operated("late-shared", "operator", "social-media"), Samples.trained("operator", "during"));
        writer.append(Samples.left("late-shared", "operator"), Samples.trained("operator", "between"));
        writer.append(Samples.trained("owner", "during"), Samples.operated("late-shared", "operator", "social-media"));
        writer.append(Samples.acknowledged("operator", "social-media", 1), Samples.closed("late-shared"));
        writer.append(Samples.trained("operator", "after"), Samples.trained("owner", "after"));
        awaitCaughtUp();
        letIn("late-shared");

        assertThat(post("/api/projections/histories/dead-letters/retry").statusCode())
                .isEqualTo(200);

        assertThat(server.json("/api/accounts/late-shared/history")
                        .get("items")
                        .valueStream()
                        .map(entry -> entry.get("kind").asString()
                                + entry.get("details").path("trainingId").asString("")))
                .containsExactly(
                        "AccountRequested",
                        "OperatorAddedsocial",
                        "TrainingRecordedduring",
                        "OperatorRemoved",
                        "TrainingRecordedduring",
                        "OperatorAddedsocial",
                        "PolicyAcknowledged",
                        "AccountClosed");
        assertThat(historyOf("operator").stream().filter(kind -> !kind.equals("TrainingRecorded")))
                .containsExactly(
                        "OfficerRegistered",
                        "OperatorAdded",
                        "OperatorRemoved",
                        "OperatorAdded",
                        "PolicyAcknowledged",
                        "AccountClosed");
        await().atMost(PATIENCE)
                .until(() -> VerificationIT.verified(server, "histories")
                        .get("differences")
                        .valueStream()
                        .noneMatch(difference -> difference.toString().contains("late-shared")));
    }

    @Test
    void onlyWhoRunsTheServiceMayRetryAndNobodySeesTheContent() {
        writer.appendRaw("officer:secret", "OfficerRegistered", "{\"officerId\":\"secret\",\"name\":\"Very Secret\"");
        awaitCaughtUp();

        HttpResponse<String> letters = server.getAs("admin", "/api/projections/histories/dead-letters?limit=200");
        assertThat(letters.body()).contains("officer:secret").doesNotContain("Very Secret");
        for (String user : List.of("amina", "sergeant", "comms", "standards", "auditor")) {
            assertThat(server.postAs(user, "/api/projections/histories/dead-letters/retry", "")
                            .statusCode())
                    .as(user)
                    .isEqualTo(403);
            assertThat(server.postAs(user, "/api/projections/histories/dead-letters/x/retry", "")
                            .statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
    }

    private static void keepOut(String officer) {
        keepOut("officer", officer);
    }

    /** Something else stands where the subject's first event should go. */
    private static void keepOut(String subject, String id) {
        server.jdbc().update("""
                INSERT INTO readmodel.history_entry (position, event_id, recorded_at, happened_on, kind, summary,
                    actor_id, actor_role, correlation_id, causation_id, subject, subject_id, version, details)
                VALUES (-abs(hashtext(?)), 'in the way', now(), now(), 'k', 's', 'a', 'r', 'c', 'c', ?, ?, 1, '{}')
                """, id, subject, id);
    }

    private static void letIn(String id) {
        server.jdbc()
                .update("DELETE FROM readmodel.history_entry WHERE event_id = 'in the way' AND subject_id = ?", id);
    }

    private static JsonNode retried(String eventId) {
        HttpResponse<String> answer = post("/api/projections/histories/dead-letters/" + eventId + "/retry");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return server.read(answer.body());
    }

    private static HttpResponse<String> post(String path) {
        return server.postAs("admin", path, "");
    }

    private static List<JsonNode> lettersOf(String id) {
        return server.json("/api/projections/histories/dead-letters?limit=200")
                .get("items")
                .valueStream()
                .filter(letter -> letter.get("sequence").asString().endsWith(":" + id))
                .toList();
    }

    private static List<String> historyOf(String officer) {
        HttpResponse<String> answer = server.get("/api/officers/" + officer + "/history");
        return answer.statusCode() != 200
                ? List.of()
                : server.read(answer.body())
                        .get("items")
                        .valueStream()
                        .map(entry -> entry.get("kind").asString())
                        .toList();
    }

    private static void awaitCaughtUp() {
        await().atMost(PATIENCE).until(server::hasCaughtUp);
    }
}
