package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Response;
import tools.jackson.databind.JsonNode;

/** What queries are answered from is what the event store says, or it is found where it is not. */
class VerificationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static final java.util.List<String> PROJECTIONS = QueryServer.PROJECTIONS;

    private static QueryServer server;
    private static EventWriter writer;

    @BeforeAll
    static void start() {
        server = QueryServer.onDatabaseOfItsOwn();
        writer = server.writer();
        writer.append(
                Samples.drafted("social-media"),
                Samples.published("social-media", 1, Samples.DAY, "Do no harm."),
                Samples.revised("social-media", "Do good."),
                Samples.published("social-media", 2, Samples.DAY.plusDays(1), "Do good."),
                Samples.registered("amina"),
                Samples.trained("amina", "t"),
                Samples.required("amina", "social-media", 2, Samples.DAY.plusDays(9)),
                Samples.acknowledged("amina", "social-media", 2),
                Samples.requested("harbour-x", "amina", "social-media"),
                Samples.authorised("harbour-x", "amina", "social-media"),
                Samples.reported("photo", "harbour-x", "amina"),
                Samples.assessed("photo", "amina", Intent.CARELESS, Response.REFLECTIVE_PRACTICE),
                Samples.completed("photo", "amina", Response.REFLECTIVE_PRACTICE),
                Samples.trained("amina", "while-holding"));
        writer.appendRaw("officer:broken", "OfficerRegistered", "{");
        writer.append(Samples.trained("broken", "waits"));
        await().atMost(PATIENCE).until(server::hasCaughtUp);
    }

    @AfterAll
    static void stop() {
        writer.close();
        server.close();
    }

    @ParameterizedTest
    @FieldSource("PROJECTIONS")
    void whatWasFoldedLiveIsWhatTheStoreSays(String projection) {
        JsonNode found = verified(server, projection);

        assertThat(found.get("equal").asBoolean()).as(found.toString()).isTrue();
        assertThat(found.get("rows").asLong()).isPositive();
        assertThat(found.get("differences")).isEmpty();
        assertThat(server.jdbc()
                        .queryForList("SELECT relname FROM pg_class WHERE relnamespace = 'readmodel_copy'::regnamespace"
                                + " AND relkind = 'r' AND relname <> 'dead_letter'"))
                .isEmpty();
    }

    @Test
    void aRowThatWasTamperedWithIsFoundWithoutSayingWhatStandsThere() {
        writer.append(Samples.registered("tampered"), Samples.registered("removed"));
        await().atMost(PATIENCE).until(server::hasCaughtUp);
        server.jdbc().update("""
                UPDATE readmodel.officer SET unit = 'secret-unit',
                    document = replace(document::text, 'harbour', 'secret-unit')::json WHERE id = 'tampered'
                """);
        server.jdbc().update("DELETE FROM readmodel.officer WHERE id = 'removed'");
        server.jdbc().update("""
                INSERT INTO readmodel.officer SELECT 'invented', version, unit, document FROM readmodel.officer
                WHERE id = 'amina'
                """);

        HttpResponse<String> begun = server.postAs("auditor", "/api/projections/officers/verification", "");
        assertThat(begun.statusCode()).isEqualTo(202);
        assertThat(begun.headers().firstValue("Location")).contains("/api/projections/officers/verification");
        JsonNode found = awaitDone(server, "officers");

        assertThat(found.get("equal").asBoolean()).isFalse();
        assertThat(found.get("differing").asLong()).isEqualTo(3);
        assertThat(found.get("differences").valueStream().map(JsonNode::toString))
                .containsExactly(
                        "{\"table\":\"officer\",\"id\":{\"id\":\"invented\"},\"kind\":\"EXTRA\",\"columns\":[]}",
                        "{\"table\":\"officer\",\"id\":{\"id\":\"removed\"},\"kind\":\"MISSING\",\"columns\":[]}",
                        "{\"table\":\"officer\",\"id\":{\"id\":\"tampered\"},\"kind\":\"DIFFERENT\","
                                + "\"columns\":[\"unit\",\"document\"]}");
        assertThat(found.toString()).doesNotContain("secret");
        assertThat(server.json("/api/officers/tampered").get("unit").asString()).isEqualTo("secret-unit");

        // A rebuild puts it right.
        assertThat(server.postAs("admin", "/api/projections/officers/rebuild", "")
                        .statusCode())
                .isEqualTo(202);
        await().atMost(PATIENCE)
                .until(() -> server.json("/api/projections/officers")
                        .get("rebuild")
                        .get("state")
                        .asString()
                        .equals("DONE"));
        assertThat(verified(server, "officers").get("equal").asBoolean()).isTrue();
        assertThat(server.json("/api/officers/tampered").get("unit").asString()).isEqualTo("harbour");
    }

    @Test
    void aHistoryEntryThatSaysSomethingElseIsFound() {
        writer.append(Samples.drafted("rewritten"));
        await().atMost(PATIENCE).until(server::hasCaughtUp);
        server.jdbc().update("UPDATE readmodel.history_entry SET summary = 'x' WHERE subject_id = 'rewritten'");

        JsonNode found = verified(server, "histories");

        assertThat(found.get("differences")).singleElement().satisfies(difference -> {
            assertThat(difference.get("table").asString()).isEqualTo("history_entry");
            assertThat(difference.get("kind").asString()).isEqualTo("DIFFERENT");
            assertThat(difference.get("columns").get(0).asString()).isEqualTo("summary");
        });
        server.jdbc().update("""
                UPDATE readmodel.history_entry SET summary = (
                    SELECT summary FROM readmodel.history_entry
                    WHERE kind = 'PolicyDrafted' AND subject_id = 'social-media')
                WHERE subject_id = 'rewritten'
                """);
        assertThat(verified(server, "histories").get("equal").asBoolean()).isTrue();
    }

    @Test
    void aDocumentWrittenInAnotherWayThatSaysTheSameIsNoDifference() {
        writer.append(Samples.registered("migrated"));
        await().atMost(PATIENCE).until(server::hasCaughtUp);
        int changed = server.jdbc().update("""
                UPDATE readmodel.officer SET document = document::jsonb::json
                WHERE id = 'migrated' AND document::jsonb::text <> document::text
                """);
        assertThat(changed).isEqualTo(1);

        assertThat(verified(server, "officers").get("differences").valueStream().map(JsonNode::toString))
                .noneMatch(difference -> difference.contains("migrated"));
    }

    @Test
    void whatIsRecordedMeanwhileIsNoDifference() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService others = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> recorded = others.submit(() -> {
                int count = 0;
                while (!done.get()) {
                    writer.append(
                            Samples.drafted("meanwhile-" + count), Samples.revised("meanwhile-" + count, "Again."));
                    count++;
                }
                return count;
            });
            for (int i = 0; i < 3; i++) {
                JsonNode found = verified(server, "policies");
                assertThat(found.get("equal").asBoolean()).as(found.toString()).isTrue();
            }
            done.set(true);
            assertThat(recorded.get(30, TimeUnit.SECONDS)).isPositive();
        } finally {
            done.set(true);
            others.shutdownNow();
        }
    }

    @Test
    void whatWasNeverVerifiedHasNoResult() {
        try (QueryServer another = QueryServer.onDatabaseOfItsOwn()) {
            assertThat(another.get("/api/projections/officers/verification").statusCode())
                    .isEqualTo(404);
        }
    }

    static JsonNode verified(QueryServer server, String projection) {
        HttpResponse<String> begun = server.postAs("admin", "/api/projections/" + projection + "/verification", "");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        return awaitDone(server, projection);
    }

    private static JsonNode awaitDone(QueryServer server, String projection) {
        String path = "/api/projections/" + projection + "/verification";
        await().atMost(PATIENCE)
                .until(() -> !server.json(path).get("state").asString().equals("RUNNING"));
        JsonNode found = server.json(path);
        assertThat(found.get("state").asString()).as(found.toString()).isEqualTo("DONE");
        return found;
    }
}
