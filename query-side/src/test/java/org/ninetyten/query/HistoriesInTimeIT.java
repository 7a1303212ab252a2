package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;
import tools.jackson.databind.JsonNode;

/** What had happened, and what was known of it: a post of April is reported in June. */
class HistoriesInTimeIT {

    private static QueryServer server;
    private static EventWriter writer;

    @BeforeAll
    static void tellAStory() {
        server = QueryServer.onDatabaseOfItsOwn();
        writer = server.writer();
        writer.appendAt(
                Instant.parse("2026-01-12T09:00:00Z"),
                Samples.registered("amina"),
                // On 10 January.
                Samples.trained("amina", "social"),
                Samples.requested("harbour-x", "amina", "social-media"));
        writer.appendAt(
                Instant.parse("2026-05-03T09:00:00Z"), Samples.authorised("harbour-x", "amina", "social-media"));
        // The 15th of June in London, the 14th in Greenwich.
        writer.appendAt(Instant.parse("2026-06-14T23:30:00Z"), reportedOfApril());
        await().atMost(Duration.ofSeconds(30)).until(server::hasCaughtUp);
    }

    private static TransgressionReported reportedOfApril() {
        TransgressionReported other = Samples.reported("photo", "harbour-x", "amina");
        return new TransgressionReported(
                "photo",
                "harbour-x",
                "amina",
                Instant.parse("2026-04-18T23:20:00Z"),
                other.post(),
                other.category(),
                other.description(),
                null,
                false,
                other.pinned(),
                null);
    }

    @AfterAll
    static void stop() {
        writer.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        // It had happened by the end of April, in London on the 19th, and nobody knew before June.
        "happened-by=2026-04-30, true",
        "happened-by=2026-04-19, true",
        "happened-by=2026-04-18, false",
        "happened-by=2026-04-18T23:00:00Z, true",
        "happened-by=2026-04-18T22:59:59Z, false",
        "happened-by=2026-04-19T00:00:00Z, true",
        "known-on=2026-04-30, false",
        "known-on=2026-06-14, false",
        "known-on=2026-06-15, true",
        "known-on=2026-06-14T23:30:00Z, true",
        "known-on=2026-06-14T23:29:59.999Z, false",
        "known-on=2026-06-14T23:29:59.9999999Z, false",
        "known-on=2026-06-30&happened-by=2026-04-30, true",
        "known-on=2026-05-31&happened-by=2026-04-30, false",
        "known-on=2200-12-31, true",
        "happened-by=1900-01-01, false",
    })
    void whatHadHappenedIsToldFromWhatWasKnown(String query, boolean reported) {
        for (String path : List.of("/api/officers/amina", "/api/accounts/harbour-x", "/api/transgressions/photo")) {
            assertThat(kinds(path + "/history?" + query).contains("TransgressionReported"))
                    .as(path)
                    .isEqualTo(reported);
        }
    }

    @Test
    void whatWasKnownOnADayOfWhatHadHappenedByAnotherIsAskedTogetherWithEveryOtherFilter() {
        String history = "/api/officers/amina/history?";
        assertThat(kinds(history + "known-on=2026-01-12&happened-by=2026-01-11"))
                .containsExactly("TrainingRecorded", "AccountRequested");
        assertThat(kinds(history + "happened-by=2026-04-30&kind=TransgressionReported&actor=comms&from=2026-06-01"))
                .containsExactly("TransgressionReported");
        assertThat(kinds(history + "happened-by=2026-04-30&to=2026-06-01")).doesNotContain("TransgressionReported");
        assertThat(kinds(history + "known-on=2026-01-11")).isEmpty();
        assertThat(kinds("/api/policies/none/history?known-on=2026-01-11", 404)).isEmpty();
    }

    @Test
    void itIsReadPageByPageAndAsCsv() {
        List<String> lines = new ArrayList<>();
        String next = "/api/officers/amina/history?happened-by=2026-04-30&known-on=2026-06-30&limit=2";
        int pages = 0;
        while (!next.isEmpty()) {
            HttpResponse<String> page = server.get(next, "Accept", "text/csv");
            lines.addAll(page.body().lines().skip(1).toList());
            next = page.headers()
                    .firstValue("Link")
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .orElse("");
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(lines).hasSize(5);
        assertThat(lines.getLast()).contains("2026-06-14T23:30:00Z,2026-04-19,TransgressionReported");
        assertThat(server.get("/api/officers/amina/history?happened-by=2026-04-18", "Accept", "text/csv")
                        .body())
                .contains("TrainingRecorded")
                .doesNotContain("TransgressionReported");
    }

    @ParameterizedTest
    @ValueSource(strings = {"known-on", "happened-by", "from", "to"})
    void whatIsNoPointInTimeIsRefusedByTheParametersName(String parameter) {
        for (String value : List.of(
                "",
                "yesterday",
                "2026-02-30",
                "2026-13-01T00:00:00Z",
                "%00",
                "1899-12-31",
                "2201-01-01",
                "-0001-01-01",
                "%2B10000-01-01",
                "%2B999999999-12-31",
                "-999999999-01-01T00:00:00Z",
                "%2B290000000-01-01T00:00:00Z",
                "%2B1000000000-12-31T23:59:59.999999999Z",
                "-1000000000-01-01T00:00:00Z")) {
            HttpResponse<String> answer =
                    server.get("/api/accounts/harbour-x/history?%s=%s".formatted(parameter, value));
            assertThat(answer.statusCode()).as(value).isEqualTo(400);
            assertThat(server.read(answer.body())
                            .get("violations")
                            .get(0)
                            .get("parameter")
                            .asString())
                    .isEqualTo(parameter);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"known-on", "happened-by", "from", "to"})
    void theFirstAndTheLastDaysThereAreCanBeAskedFor(String parameter) {
        for (String value :
                List.of("1900-01-01", "1900-01-01T00:00:00Z", "2200-12-31", "2200-12-31T23:59:59.999999999Z")) {
            assertThat(server.get("/api/accounts/harbour-x/history?%s=%s".formatted(parameter, value))
                            .statusCode())
                    .as(value)
                    .isEqualTo(200);
        }
    }

    @Test
    void everyHistoryDocumentsBothWithAnExampleOfALateReport() {
        JsonNode paths = server.json("/v3/api-docs").get("paths");
        for (String kind : List.of("officers", "accounts", "policies", "transgressions")) {
            JsonNode operation =
                    paths.get("/api/%s/{id}/history".formatted(kind)).get("get");
            List<String> names = operation
                    .get("parameters")
                    .valueStream()
                    .map(parameter -> parameter.get("name").asString())
                    .toList();
            assertThat(names.contains("X-Purpose")).as(kind).isEqualTo(!kind.equals("policies"));
            assertThat(names)
                    .filteredOn(name -> !name.equals("X-Purpose"))
                    .containsExactlyInAnyOrder(
                            "id",
                            "from",
                            "to",
                            "known-on",
                            "happened-by",
                            "kind",
                            "actor",
                            "cursor",
                            "limit",
                            "at-least-version");
            JsonNode late = operation
                    .get("responses")
                    .get("200")
                    .get("content")
                    .get("application/json")
                    .get("examples")
                    .get("late report");
            JsonNode entry = late.get("value").get("items").get(0);
            assertThat(entry.get("recordedAt").asString()).startsWith("2026-06-12");
            assertThat(entry.get("happenedOn").asString()).isEqualTo("2026-04-18");
        }
    }

    private static List<String> kinds(String path) {
        return kinds(path, 200);
    }

    private static List<String> kinds(String path, int status) {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        return status != 200
                ? List.of()
                : server.read(answer.body())
                        .get("items")
                        .valueStream()
                        .map(entry -> entry.get("kind").asString())
                        .toList();
    }
}
