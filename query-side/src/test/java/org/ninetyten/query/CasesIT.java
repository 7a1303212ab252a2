package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.events.officer.OfficerEvent.OfficerDetailsChanged;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.transgression.TransgressionEvent.ResponseCompleted;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewDecided;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewRequested;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionClosed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReopened;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionWithdrawn;
import tools.jackson.databind.JsonNode;

/** Whole cases: found, read, sent, handed over, and kept from those to whom they may not show. */
class CasesIT {

    private static final String WALLED = "canary-of-reflective-practice";

    private static QueryServer server;
    private static EventWriter writer;

    @BeforeAll
    static void tellAStory() {
        server = QueryServer.onDatabaseOfItsOwn();
        writer = server.writer();
        writer.append(
                Samples.drafted("social-media"),
                Samples.published(
                        "social-media", 1, LocalDate.parse("2026-01-01"), "Do **no** harm <script>x</script>"),
                Samples.registered("amina"),
                Samples.registered("ben"),
                new OfficerRegistered("cara", "Cara", "PC 1", "marine", false),
                Samples.requested("harbour-x", "amina", "social-media"),
                // A mistake, coached and closed.
                Samples.reported("mistake", "harbour-x", "amina"),
                Samples.assessed("mistake", "amina", Intent.GENUINE_MISTAKE, Response.COACHING),
                Samples.notified("mistake", "amina"),
                Samples.answered("mistake", "amina"),
                Samples.completed("mistake", "amina", Response.COACHING),
                new TransgressionClosed("mistake", "amina", "harbour-x", "Coached"),
                // Assessed; nobody has told the officer, though the day for it has passed.
                Samples.reported("untold", "harbour-x", "amina"),
                Samples.assessed("untold", "amina", Intent.CARELESS, Response.COACHING),
                Samples.coached("amina", "harbour-x", "untold"),
                // The officer's own report; not yet told of the outcome.
                selfReported("own-report", "amina"),
                Samples.assessed("own-report", "amina", Intent.GENUINE_MISTAKE, Response.COACHING),
                // Reflective practice done, then replaced on review by a referral.
                Samples.reported("abuse", "harbour-x", "ben"),
                Samples.assessed("abuse", "ben", Intent.DELIBERATE, Response.REFLECTIVE_PRACTICE),
                Samples.notified("abuse", "ben"),
                Samples.answered("abuse", "ben"),
                new ResponseCompleted(
                        "abuse",
                        "ben",
                        "harbour-x",
                        Response.REFLECTIVE_PRACTICE,
                        LocalDate.parse("2026-03-06"),
                        "Reflective practice completed.",
                        null,
                        WALLED),
                new ReviewRequested("abuse", "ben", "harbour-x", LocalDate.parse("2026-03-07"), "Far too light"),
                new ReviewDecided(
                        "abuse", "ben", "harbour-x", false, Response.MISCONDUCT_REFERRAL, "It was meant", null),
                // A completion in a stream that has no beginning: a dead letter.
                new ResponseCompleted(
                        "ghost",
                        "ben",
                        "harbour-x",
                        Response.REFLECTIVE_PRACTICE,
                        LocalDate.parse("2026-03-06"),
                        "Reflective practice completed.",
                        null,
                        WALLED),
                Samples.reported("marine", "harbour-x", "cara"));
        await().atMost(Duration.ofSeconds(30)).until(server::hasCaughtUp);
    }

    private static TransgressionReported selfReported(String id, String officer) {
        TransgressionReported other = Samples.reported(id, "harbour-x", officer);
        return new TransgressionReported(
                id,
                other.accountId(),
                officer,
                other.postedAt().plusSeconds(86400),
                other.post(),
                other.category(),
                other.description(),
                null,
                true,
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
        "'', abuse marine mistake own-report untold",
        "state=CLOSED, mistake",
        "state=ANSWERED&intent=DELIBERATE&harm=MEDIUM, abuse",
        "intent=GENUINE_MISTAKE, mistake own-report",
        "intent=GENUINE_MISTAKE&state=ASSESSED&category=OPERATIONAL_DISCLOSURE&unit=harbour, own-report",
        "harm=HIGH, ''",
        "unit=marine, marine",
        "unit=nowhere, ''",
        "officerId=ben, abuse",
        "officerId=ben&unit=harbour, abuse",
        "officerId=ben&unit=marine, ''",
        "overdue=true, own-report untold",
        "overdue=false, abuse marine mistake",
        "from=2026-03-02, own-report",
        "to=2026-03-02T00:00:00Z, abuse marine mistake untold",
        "from=2026-03-01&to=2026-03-01T18:20:00Z, ''"
    })
    void casesAreFoundByEveryFilterAndByTheirMixes(String query, String expected) {
        assertThat(ids("/api/transgressions?accountId=harbour-x&" + query))
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    @Test
    void aUnitIsTheOfficersUnitNow() {
        writer.append(
                new OfficerRegistered("dev", "Dev", "PC 2", "river", false),
                Samples.reported("moved", "harbour-z", "dev"));
        await().untilAsserted(() -> assertThat(ids("/api/transgressions?unit=river&accountId=harbour-z"))
                .containsExactly("moved"));

        writer.append(new OfficerDetailsChanged("dev", "Dev", "PC 2", "coast", false));

        await().untilAsserted(
                        () -> assertThat(ids("/api/transgressions?unit=coast")).containsExactly("moved"));
        assertThat(ids("/api/transgressions?unit=river")).isEmpty();
    }

    @Test
    void aFilteredListIsReadPageByPage() {
        JsonNode first = server.json("/api/transgressions?overdue=false&accountId=harbour-x&limit=2");
        assertThat(first.get("items")).hasSize(2);

        assertThat(ids("/api/transgressions?overdue=false&accountId=harbour-x&limit=2&cursor="
                        + first.get("nextCursor").asString()))
                .containsExactly("mistake");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/transgressions/abuse",
                "/api/transgressions?officerId=ben",
                "/api/transgressions/abuse/history",
                "/api/officers/ben/history",
                "/api/accounts/harbour-x/history",
                "/api/officers/ben",
                "/api/officers",
                "/api/accounts/harbour-x",
                "/api/accounts",
                "/api/transgressions/abuse/bundle",
                "/api/transgressions/abuse/notice",
                "/api/transgressions/ghost/history",
                "/api/projections",
                "/api/projections/transgressions/dead-letters",
                "/api/projections/histories/dead-letters"
            })
    void whatAnOfficerSaysInReflectivePracticeIsAbsentFromEveryViewButItsOwn(String path) {
        HttpResponse<String> json = server.get(path);
        assertThat(json.statusCode()).isEqualTo(200);
        assertThat(json.body()).doesNotContain(WALLED);
        if (path.equals("/api/projections/transgressions/dead-letters")) {
            assertThat(json.body()).contains("ResponseCompleted");
        }
        if (path.endsWith("/history")) {
            assertThat(json.body()).contains("ResponseCompleted");
            HttpResponse<String> csv = server.get(path, "Accept", "text/csv");
            assertThat(csv.statusCode()).isEqualTo(200);
            assertThat(csv.body()).contains("ResponseCompleted").doesNotContain(WALLED);
        }
    }

    @Test
    void theWalledWordsAreInNoTableOfTheReadModelButTheirOwn() {
        List<String> tables = server.jdbc()
                .queryForList(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'readmodel'"
                                + " AND table_name NOT IN ('flyway_schema_history', 'reflective_account')",
                        String.class);

        assertThat(tables).contains("transgression", "history_entry", "dead_letter");
        assertThat(tables)
                .allSatisfy(table -> assertThat(server.jdbc()
                                .queryForObject(
                                        "SELECT count(*) FROM readmodel." + table + " t WHERE t::text LIKE ?",
                                        Long.class,
                                        "%" + WALLED + "%"))
                        .as(table)
                        .isZero());
    }

    @Test
    void theReflectiveAccountShowsToTheOfficerAndTheirSupervisorAlone() {
        String path = "/api/transgressions/abuse/reflective-account";

        for (String user : List.of("ben", "sergeant")) {
            HttpResponse<String> answer = server.getAs(user, path);
            assertThat(answer.statusCode()).as(user).isEqualTo(200);
            assertThat(answer.body()).contains(WALLED);
        }
        assertThat(server.getAs("amina", path).statusCode()).isEqualTo(404);
        for (String user : List.of("comms", "standards", "reviewer", "auditor", "admin")) {
            assertThat(server.getAs(user, path).statusCode()).as(user).isEqualTo(403);
        }
        assertThat(server.getAs("sergeant", "/api/transgressions/mistake/reflective-account")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theReflectiveAccountShowsToNoSupervisorOfAnotherUnit() {
        String path = "/api/transgressions/reflected/reflective-account";
        writer.append(
                new OfficerRegistered("ella", "Ella", "PC 3", "lakes", false),
                Samples.reported("reflected", "harbour-y", "ella"),
                Samples.assessed("reflected", "ella", Intent.CARELESS, Response.REFLECTIVE_PRACTICE),
                Samples.notified("reflected", "ella"),
                Samples.answered("reflected", "ella"),
                new ResponseCompleted(
                        "reflected",
                        "ella",
                        "harbour-y",
                        Response.REFLECTIVE_PRACTICE,
                        LocalDate.parse("2026-03-06"),
                        "Reflective practice completed.",
                        null,
                        "I was tired"));
        await().atMost(Duration.ofSeconds(30)).until(server::hasCaughtUp);

        HttpResponse<String> another = server.getAs("sergeant", path);
        assertThat(another.statusCode()).isEqualTo(404);
        assertThat(another.body()).doesNotContain("tired");

        writer.append(new OfficerDetailsChanged("ella", "Ella", "PC 3", "harbour", false));
        await().untilAsserted(
                        () -> assertThat(server.getAs("sergeant", path).body()).contains("I was tired"));
    }

    @Test
    void aCaseExplainedAsNoBreachShowsToItsOfficerUnlessItIsToBeJudgedAnew() {
        writer.append(Samples.reported("fine", "harbour-y", "ben"));
        assertShowsToBen("fine", 1, false);
        writer.append(Samples.noBreach("fine", "ben"));
        assertShowsToBen("fine", 2, true);
        writer.append(new TransgressionClosed("fine", "ben", "harbour-y", "Explained"));
        assertShowsToBen("fine", 3, true);
        writer.append(new TransgressionReopened("fine", "ben", "harbour-y", "A second picture"));
        assertShowsToBen("fine", 4, false);
        writer.append(Samples.assessed("fine", "ben", Intent.CARELESS, Response.COACHING));
        assertShowsToBen("fine", 5, false);
        writer.append(Samples.notified("fine", "ben"));
        assertShowsToBen("fine", 6, true);

        writer.append(
                Samples.reported("never-mind", "harbour-y", "ben"),
                Samples.noBreach("never-mind", "ben"),
                new TransgressionClosed("never-mind", "ben", "harbour-y", "Explained"),
                new TransgressionReopened("never-mind", "ben", "harbour-y", "A second picture"),
                new TransgressionWithdrawn("never-mind", "ben", "harbour-y", "Of another boat"));
        assertShowsToBen("never-mind", 5, true);
    }

    private static void assertShowsToBen(String id, int version, boolean shows) {
        String path = "/api/transgressions/" + id;
        String atLeast = "?at-least-version=" + version;
        assertThat(server.get(path + atLeast).statusCode()).isEqualTo(200);
        assertThat(server.get(path + "/history" + atLeast).statusCode()).isEqualTo(200);
        int status = shows ? 200 : 404;
        assertThat(server.getAs("ben", path).statusCode()).isEqualTo(status);
        assertThat(server.getAs("ben", path + "/history").statusCode()).isEqualTo(status);
        HttpResponse<String> record =
                server.getAs("ben", "/api/officers/ben/history?limit=200&kind=TransgressionAssessed");
        assertThat(record.statusCode()).as(record.body()).isEqualTo(200);
        assertThat(record.body().contains("\"" + id + "\"")).isEqualTo(shows);
    }

    @Test
    void theHistoryOfACaseReadByItselfExplainsItsOutcome() {
        assertThat(server.json("/api/transgressions/mistake/history")
                        .get("items")
                        .valueStream()
                        .map(entry -> entry.get("summary").asString()))
                .containsExactly(
                        "Operational disclosure reported by A resident (recorded by comms) for a post of 2026-03-01 by"
                                + " officer amina on account harbour-x: The whiteboard can be read. The post reads: \"Proud of"
                                + " the night shift!\". Version 1 of the policy social-media was in force, the officer had"
                                + " acknowledged it, had no valid training and had 2 earlier breaches within the ladder's"
                                + " look-back.",
                        "comms assessed it under version 1 of the policy social-media as a breach of clause 4.2 (Operations),"
                                + " intent genuine mistake, harm medium, mitigated by not trained: The routes could be read. The"
                                + " ladder recommended coaching, because: GENUINE_MISTAKE with MEDIUM harm starts at COACHING."
                                + " Decided: coaching, as recommended. The officer is to be told by 2026-03-10.",
                        "comms told officer amina that they were out of bounds of clause 4.2 (Operations). Why: The"
                                + " whiteboard shows tonight's routes. What good looks like: Look at the background first. They may"
                                + " answer by 2026-03-18.",
                        "Officer amina accepted the notice and said: I did not see the whiteboard.",
                        "Coaching completed on 2026-03-06 (reference talk-1), as comms recorded: Went through it together.",
                        "comms closed the case: Coached");
    }

    @Test
    void nothingOfACaseShowsToItsOfficerBeforeTheyWereTold() {
        for (String path : List.of("", "/history", "/notice", "/reflective-account", "?at-least-version=1")) {
            assertThat(server.getAs("amina", "/api/transgressions/mistake" + path.replace("/reflective-account", ""))
                            .statusCode())
                    .as(path)
                    .isEqualTo(200);
            assertThat(server.getAs("amina", "/api/transgressions/untold" + path)
                            .statusCode())
                    .as(path)
                    .isEqualTo(server.getAs("amina", "/api/transgressions/not-there" + path)
                            .statusCode());
            assertThat(server.getAs("ben", "/api/transgressions/mistake" + path).statusCode())
                    .as(path)
                    .isIn(404, 503);
        }
        for (String path : List.of("/api/officers/amina", "/api/officers/amina/history")) {
            assertThat(server.getAs("amina", path).body())
                    .contains("mistake")
                    .doesNotContain("untold")
                    .doesNotContain("amina-talk");
            assertThat(server.get(path).body()).contains("untold").contains("amina-talk");
        }
    }

    @Test
    void anOfficersHistoryShowsTheirOwnReportButNotItsOutcomeBeforeTheyWereTold() {
        assertThat(server.read(server.getAs("amina", "/api/officers/amina/history")
                                .body())
                        .get("items")
                        .valueStream()
                        .filter(entry -> entry.get("subject")
                                .path("transgressionId")
                                .asString("")
                                .equals("own-report"))
                        .map(entry -> entry.get("kind").asString()))
                .containsExactly("TransgressionReported");
    }

    @Test
    void anOfficersRecordShowsBreachesByIntentWhatWasLearnedAndWhatIsOpen() {
        JsonNode all = server.json("/api/officers/amina").get("cases");
        assertThat(all.get("breachesByIntent").get("GENUINE_MISTAKE").asInt()).isEqualTo(2);
        assertThat(all.get("breachesByIntent").get("CARELESS").asInt()).isEqualTo(1);
        assertThat(all.get("learned")).hasSize(1);
        assertThat(all.get("learned").get(0).get("note").asString()).isEqualTo("Went through it together.");
        assertThat(all.get("openCases")
                        .valueStream()
                        .map(one -> one.get("transgressionId").asString()))
                .containsExactly("own-report", "untold");

        JsonNode own =
                server.read(server.getAs("amina", "/api/officers/amina").body()).get("cases");
        assertThat(own.get("breachesByIntent").get("GENUINE_MISTAKE").asInt()).isEqualTo(1);
        assertThat(own.get("breachesByIntent").has("CARELESS")).isFalse();
        assertThat(own.get("openCases")).isEmpty();

        JsonNode account = server.json("/api/accounts/harbour-x");
        assertThat(account.get("handle").asString()).isEqualTo("@harbour-x");
        assertThat(account.get("cases")
                        .get("breachesByIntent")
                        .get("DELIBERATE")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aNoticeIsRenderedAsHtmlAndAsMarkdownForSending() {
        String path = "/api/transgressions/mistake/notice";
        HttpResponse<String> html = server.getAs("amina", path, "Accept", "text/html");
        HttpResponse<String> markdown = server.getAs("standards", path, "Accept", "text/markdown");

        assertThat(html.statusCode()).isEqualTo(200);
        assertThat(html.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(html.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(html.body())
                .contains("4.2 Operations")
                .contains("<strong>no</strong>")
                .contains("Look at the background first.")
                .contains("18 March 2026")
                .doesNotContain("<script");
        assertThat(markdown.headers().firstValue("Content-Type")).contains("text/markdown;charset=UTF-8");
        assertThat(markdown.body()).startsWith("# Notice in case mistake").contains("> Do **no** harm");
        assertThat(server.getAs("standards", path, "Accept", "application/xml").statusCode())
                .isEqualTo(406);
        HttpResponse<String> early =
                server.getAs("standards", "/api/transgressions/untold/notice", "Accept", "text/html");
        assertThat(early.statusCode()).isEqualTo(404);
        assertThat(server.read(early.body()).get("code").asString()).isEqualTo("not-found");
        assertThat(server.getAs("comms", path).statusCode()).isEqualTo(403);
    }

    @Test
    void aBundleHoldsTheRecordOfAReferralAndOfNothingElse() {
        JsonNode bundle = server.json("/api/transgressions/abuse/bundle");

        assertThat(bundle.get("transgression").get("post").get("sha256").asString())
                .hasSize(64);
        assertThat(bundle.get("transgression").get("reviews")).hasSize(1);
        assertThat(bundle.get("transgression").get("assessment").get("recommendationReasons"))
                .hasSize(1);
        assertThat(bundle.get("clauses").get(0).get("number").asString()).isEqualTo("4.2");
        assertThat(bundle.get("ladder").get("lookBackMonths").asInt()).isEqualTo(24);
        assertThat(bundle.get("history")).hasSize(7);
        HttpResponse<String> other = server.get("/api/transgressions/mistake/bundle");
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(server.read(other.body()).get("code").asString()).isEqualTo("no-referral");
        for (String user : List.of("amina", "sergeant", "comms", "admin")) {
            assertThat(server.getAs(user, "/api/transgressions/abuse/bundle").statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
    }

    @Test
    void everyEntryOfACasesHistoryNamesThePolicyVersionItIsJudgedBy() {
        JsonNode entries = server.json("/api/transgressions/mistake/history").get("items");

        assertThat(entries.valueStream().map(entry -> entry.get("kind").asString()))
                .containsExactly(
                        "TransgressionReported",
                        "TransgressionAssessed",
                        "OfficerNotified",
                        "OfficerAnswered",
                        "ResponseCompleted",
                        "TransgressionClosed");
        assertThat(entries.valueStream()
                        .map(entry -> entry.path("policyVersion").asInt(0)))
                .containsOnly(1);
    }

    @Test
    void readingEverythingAgainChangesNothing() {
        String before = server.get("/api/transgressions/abuse").body();
        String account = server.getAs("ben", "/api/transgressions/abuse/reflective-account")
                .body();

        server.readEverythingAgain();
        await().atMost(Duration.ofSeconds(30)).until(server::hasCaughtUp);

        assertThat(server.get("/api/transgressions/abuse").body()).isEqualTo(before);
        assertThat(server.getAs("ben", "/api/transgressions/abuse/reflective-account")
                        .body())
                .isEqualTo(account);
    }

    private static List<String> ids(String path) {
        return server.json(path)
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }
}
