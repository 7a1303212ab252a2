package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.officer.OfficerEvent.AdviceRequested;
import org.ninetyten.events.officer.OfficerEvent.CheckInRecorded;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Response;
import tools.jackson.databind.JsonNode;

/** A supervisor's duties in their calendar, by an address that is a secret. */
class DutyCalendarIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static QueryServer server;
    private static EventWriter writer;

    @BeforeAll
    static void start() {
        server = QueryServer.onDatabaseOfItsOwn();
        writer = server.writer();
        writer.append(
                Samples.drafted("social-media"),
                Samples.published("social-media", 1, Samples.DAY, "Do no harm."),
                Samples.registered("amina"),
                Samples.requested("harbour-x", "amina", "social-media"),
                Samples.authorised("harbour-x", "amina", "social-media"),
                Samples.reported("tip-off", "harbour-x", "amina"),
                Samples.assessed("tip-off", "amina", Intent.DELIBERATE, Response.COACHING),
                new OfficerRegistered("dog", "Dog Handler", "PC 9", "dogs", false),
                new AdviceRequested("dog", "walk", "dogs-x", "Good dog", "May I?", Instant.now()));
        await().atMost(PATIENCE).until(server::hasCaughtUp);
    }

    @AfterAll
    static void stop() {
        writer.close();
        server.close();
    }

    @Test
    void itShowsWhatASupervisorIsToDoInTheirUnitAndNothingOfACaseOrAName() {
        JsonNode made = made("sergeant", "");
        HttpResponse<String> answer = read(made.get("address").asString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        assertThat(answer.body())
                .contains("Check in with amina", "A notice is due")
                .doesNotContain("tip-off", "Rahman", "dog", "Training")
                .contains("DTSTART;VALUE=DATE:", "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        assertThat(events(answer.body())).hasSize(2);
        assertThat(made.get("unit").asString()).isEqualTo("harbour");
    }

    @Test
    void aDutyWhoseDayMovesMovesInTheCalendarAndIsNotDoubled() {
        String address =
                made("sergeant", "{\"unit\":\"harbour\"}").get("address").asString();
        Map<String, String> before = events(read(address).body());

        writer.append(new CheckInRecorded("amina", "talk", Samples.DAY.plusYears(9), "sergeant", "Fine", null));
        await().atMost(PATIENCE).until(() -> !events(read(address).body()).equals(before));

        assertThat(events(read(address).body()).keySet()).isEqualTo(before.keySet());
    }

    @Test
    void othersMayHaveOneOfTheForceAndASupervisorNoneOfAnotherUnit() {
        assertThat(read(made("comms", "{}").get("address").asString()).body())
                .contains("Answer dog", "Review the account harbour-x", "Review the policy social-media");
        assertThat(server.postAs("sergeant", "/api/duties/calendar", "{\"unit\":\"dogs\"}")
                        .statusCode())
                .isEqualTo(403);
        for (String user : List.of("amina", "auditor", "admin")) {
            assertThat(server.postAs(user, "/api/duties/calendar", "{}").statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(server.postAs("comms", "/api/duties/calendar", "{\"owner\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void onceRevokedItIsThereForNobodyAndOnlyWhoMadeItRevokesIt() {
        JsonNode made = made("standards", "");
        String address = made.get("address").asString();
        String id = "/api/duties/calendar/" + made.get("id").asString();
        assertThat(server.getAs("standards", "/api/duties/calendar").body())
                .contains(made.get("id").asString())
                .doesNotContain("address");

        assertThat(deleted("comms", id)).isEqualTo(404);
        assertThat(read(address).statusCode()).isEqualTo(200);
        assertThat(deleted("standards", id)).isEqualTo(204);
        assertThat(read(address).statusCode()).isEqualTo(404);
        assertThat(deleted("standards", id)).isEqualTo(404);
        assertThat(deleted("standards", "/api/duties/calendar/nothing")).isEqualTo(400);
    }

    @Test
    void anAddressThatWasNeverGivenIsNotThereAndNoOtherPathIsOpen() {
        HttpResponse<String> unknown = read("/api/duties/calendar/" + "A".repeat(43) + ".ics");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
        assertThat(read("/api/duties/calendar/x%2F..%2F.ics").statusCode()).isGreaterThanOrEqualTo(400);
        for (String path : List.of("/api/duties", "/api/duties/calendar", "/api/duties/calendar/x", "/api/overview")) {
            assertThat(read(path).statusCode()).as(path).isEqualTo(401);
        }
    }

    @Test
    void ofTheSecretNothingIsKeptThatWouldGiveItAway() {
        String address = made("sergeant", "").get("address").asString();
        String secret = address.substring(address.lastIndexOf('/') + 1).replace(".ics", "");

        assertThat(server.jdbc().queryForList("SELECT duty_calendar::text FROM readmodel.duty_calendar", String.class))
                .noneMatch(row -> row.contains(secret));
        assertThat(server.jdbc()
                        .queryForObject(
                                "SELECT count(*) FROM readmodel.duty_calendar WHERE octet_length(secret) = 32",
                                Long.class))
                .isPositive();
    }

    private static JsonNode made(String user, String body) {
        HttpResponse<String> answer = server.postAs(user, "/api/duties/calendar", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        return server.read(answer.body());
    }

    private static int deleted(String user, String path) {
        return server.deleteAs(user, path).statusCode();
    }

    /** As a calendar program does: without credentials. */
    private static HttpResponse<String> read(String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Event ids and their days, as another reads them. */
    private static Map<String, String> events(String calendar) {
        try {
            Calendar read = new CalendarBuilder().build(new StringReader(calendar));
            read.validate();
            Map<String, String> events = new TreeMap<>();
            read.<VEvent>getComponents(Component.VEVENT)
                    .forEach(event -> events.put(
                            event.getUid().orElseThrow().getValue(),
                            event.getStartDate().orElseThrow().getValue()));
            return events;
        } catch (IOException | ParserException e) {
            throw new AssertionError(calendar, e);
        }
    }
}
