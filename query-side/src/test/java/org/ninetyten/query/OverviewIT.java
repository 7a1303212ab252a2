package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.Event;
import org.ninetyten.events.account.AccountEvent.PostsSampled;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Response;
import tools.jackson.databind.JsonNode;

/** Who is told what of how it is going, and what nobody but standards and auditors is. */
class OverviewIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    private static final int LAST_YEAR = TODAY.getYear() - 1;
    private static final String LAST = "?from=" + LAST_YEAR + "-01-01&to=" + LAST_YEAR + "-12-31";

    private static QueryServer server;
    private static EventWriter writer;

    /** Eight in a large unit and three in a small one, each with an account, and samples of last year's May. */
    @BeforeAll
    static void start() {
        server = QueryServer.onDatabaseOfItsOwn();
        writer = server.writer();
        List<Event> events = new ArrayList<>(List.of(
                Samples.drafted("social-media"), Samples.published("social-media", 1, Samples.DAY, "Do no harm.")));
        for (int i = 0; i < 11; i++) {
            events.add(new OfficerRegistered("officer-" + i, "Officer", "PC", i < 8 ? "large" : "small", false));
            events.add(Samples.requested("account-" + i, "officer-" + i, "social-media"));
            events.add(Samples.authorised("account-" + i, "officer-" + i, "social-media"));
            events.add(new PostsSampled(
                    "account-" + i, "sample", LocalDate.of(LAST_YEAR, 5, 1 + i), 10, 9, List.of("A line")));
        }
        // One more in June: May and the year would tell of him.
        events.add(new PostsSampled("account-0", "june", LocalDate.of(LAST_YEAR, 6, 30), 10, 1, List.of()));
        events.add(Samples.reported("case", "account-1", "officer-1"));
        events.add(Samples.assessed("case", "officer-1", Intent.CARELESS, Response.ADVICE));
        writer.append(events.toArray(Event[]::new));
        await().atMost(PATIENCE).until(server::hasCaughtUp);
    }

    @AfterAll
    static void stop() {
        writer.close();
        server.close();
    }

    private static JsonNode as(String user, String query) {
        HttpResponse<String> answer = server.getAs(user, "/api/overview" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return server.read(answer.body());
    }

    @Test
    void standardsAndAuditorsAreToldEverything() {
        for (String user : List.of("standards", "auditor")) {
            JsonNode overview = as(user, LAST + "&unit=small");
            assertThat(overview.get("postsSampled").asInt()).isEqualTo(30);
            assertThat(overview.get("postsFine").asInt()).isEqualTo(27);
            assertThat(overview.get("withheld")).isEmpty();
            JsonNode june = as(user, "?from=" + LAST_YEAR + "-06-02&to=" + LAST_YEAR + "-06-30");
            assertThat(june.get("postsSampled").asInt()).isEqualTo(10);
            assertThat(as(user, "").at("/training/of").asInt()).isEqualTo(11);
        }
    }

    @Test
    void aSupervisorIsToldOfTheirUnitAlone() {
        assertThat(as("sergeant", LAST).get("unit").asString()).isEqualTo("harbour");
        assertThat(as("sergeant", LAST).get("postsSampled").asInt()).isZero();
        for (String path : List.of("/api/overview" + LAST, "/api/overview/entries" + LAST + "&figure=SAMPLES")) {
            HttpResponse<String> answer = server.getAs("sergeant", path + "&unit=large");
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body()).contains("not-your-unit");
        }
    }

    @Test
    void othersAreNotToldOfASmallUnitNorOfTheLargeOneBesideTheForce() {
        for (String user : List.of("comms")) {
            assertThat(as(user, LAST).get("postsSampled").asInt()).isEqualTo(120);
            for (String unit : List.of("small", "large")) {
                JsonNode overview = as(user, LAST + "&unit=" + unit);
                assertThat(overview.get("postsSampled").isNull()).as(unit).isTrue();
                assertThat(overview.get("postsFine").isNull()).as(unit).isTrue();
                assertThat(overview.get("training").isNull()).as(unit).isTrue();
                assertThat(overview.get("withheld").valueStream().map(JsonNode::asString))
                        .contains("posts", "training");
                assertThat(overview.get("links").has("postsSampled")).isFalse();
                assertThat(server.getAs(user, "/api/overview/entries" + LAST + "&figure=SAMPLES&unit=" + unit)
                                .statusCode())
                        .isEqualTo(409);
            }
            // Of nobody there is nothing to find out.
            assertThat(as(user, LAST + "&unit=nowhere").get("postsSampled").asInt())
                    .isZero();
        }
    }

    @Test
    void othersAreNotToldOfMonthsThatOneMoreMonthTellsApart() {
        JsonNode overview = as("comms", LAST);
        JsonNode may = overview.get("months").get(4);
        assertThat(may.get("month").asString())
                .isEqualTo(YearMonth.of(LAST_YEAR, 5).toString());
        assertThat(may.get("postsSampled").isNull()).isTrue();
        assertThat(overview.get("months").get(5).get("postsSampled").isNull()).isTrue();
        assertThat(overview.get("months").get(6).get("postsSampled").asInt(-1)).isZero();
        for (String period : List.of("-01-01&to=%d-05-31", "-05-01&to=%d-05-31", "-06-01&to=%d-12-31")) {
            assertThat(as("comms", "?from=" + LAST_YEAR + period.formatted(LAST_YEAR))
                            .get("postsSampled")
                            .isNull())
                    .as(period)
                    .isTrue();
        }
    }

    @Test
    void othersAreToldOfWholeMonthsAlone() {
        for (String period : List.of(
                "?from=" + LAST_YEAR + "-01-02&to=" + LAST_YEAR + "-12-31",
                "?from=" + LAST_YEAR + "-01-01&to=" + LAST_YEAR + "-12-30")) {
            for (String path :
                    List.of("/api/overview" + period, "/api/overview/entries" + period + "&figure=SAMPLES")) {
                HttpResponse<String> answer = server.getAs("comms", path);
                assertThat(answer.statusCode()).as(path).isEqualTo(400);
                assertThat(answer.body()).contains("whole-months");
            }
        }
        assertThat(server.getAs("comms", "/api/overview?to=" + TODAY).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aCaseOfOneOfficerIsCountedForStandardsAndAuditorsAlone() {
        String year = "?from=2026-01-01&to=2026-12-31";
        assertThat(as("auditor", year).at("/transgressions/reported").asInt()).isEqualTo(1);
        assertThat(as("auditor", year).at("/transgressions/byIntent/CARELESS").asInt())
                .isEqualTo(1);
        assertThat(as("comms", year).at("/transgressions/reported").isNull()).isTrue();
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        for (String query : List.of(
                "?from=2026-02-01&to=2026-01-31",
                "?from=1990-01-01&to=2026-01-31",
                "?from=tomorrow",
                "?to=2026-13-01",
                "?from=0000-01-01&to=9999-12-31",
                "?unit=%00")) {
            HttpResponse<String> answer = server.get("/api/overview" + query);
            assertThat(answer.statusCode()).as(query + answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("\"code\"");
        }
        assertThat(server.get("/api/overview/entries").statusCode()).isEqualTo(400);
        assertThat(server.get("/api/overview/entries?figure=NONE").statusCode()).isEqualTo(400);
        assertThat(server.getAs("amina", "/api/overview").statusCode()).isEqualTo(403);
        assertThat(server.getAs("admin", "/api/overview").statusCode()).isEqualTo(403);
        JsonNode future = server.json("/api/overview?from=2191-01-01&to=2200-12-31");
        assertThat(future.get("months")).isEmpty();
        assertThat(future.at("/transgressions/reported").asInt()).isZero();
    }
}
