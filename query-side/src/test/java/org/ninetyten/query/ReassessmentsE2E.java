package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ninetyten.events.policy.Category.OPERATIONAL_DISCLOSURE;
import static org.ninetyten.events.policy.Category.PERSONAL_DATA;
import static org.ninetyten.events.policy.Category.POLITICAL;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.events.policy.PolicyEvent.PolicyDrafted;
import org.ninetyten.events.policy.PolicyEvent.PolicyRevised;
import org.ninetyten.events.policy.PolicyEvent.PolicyWithdrawn;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewDecided;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReopened;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionWithdrawn;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;

/** A history read again under other versions: what is answered, to whom, and that nothing else changes. */
class ReassessmentsE2E {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String QUARTER = "\"from\": \"2026-01-01\", \"to\": \"2026-03-31\"";

    private static QueryServer server;
    private static EventWriter writer;

    @BeforeAll
    static void tellAStory() {
        server = QueryServer.onDatabaseOfItsOwn(
                "--ninety-ten.service-users[0].name=standards-and-officer",
                "--ninety-ten.service-users[0].roles=STANDARDS",
                "--ninety-ten.service-users[0].officer-id=amina",
                "--ninety-ten.service-users[0].password-hash="
                        + new BCryptPasswordEncoder(4).encode("ninety-ten-demo"));
        writer = server.writer();
        PolicyContent first =
                CaseStory.content(Map.of("people", PERSONAL_DATA, "views", POLITICAL), Response.COACHING, 12);
        PolicyContent second = CaseStory.content(
                Map.of("people", PERSONAL_DATA, "operations", OPERATIONAL_DISCLOSURE), Response.ADVICE, 12);
        CaseStory story = new CaseStory("social-media");
        CaseStory elsewhere = new CaseStory("lifeboat");
        writer.append(
                new PolicyDrafted("social-media", "Social media", first),
                story.published(1, first),
                new PolicyRevised("social-media", second, "Views are free"),
                story.published(2, second),
                new PolicyDrafted("lifeboat", "Lifeboat", first),
                elsewhere.published(1, first),
                new PolicyDrafted("gone", "Gone", first),
                new PolicyWithdrawn("gone", Samples.DAY, "Not needed"),
                new PolicyDrafted("never-published", "Never published", first));
        writer.append(
                story.reported("first", "amina", "2026-01-10T12:00:00Z", PERSONAL_DATA, 1, 0),
                story.breach("first", "people"),
                story.reported("second", "amina", "2026-02-10T12:00:00Z", POLITICAL, 1, 1),
                story.breach("second", "views"),
                story.reported("third", "amina", "2026-03-10T12:00:00Z", PERSONAL_DATA, 1, 2),
                story.breach("third", "people"),
                new ReviewDecided("third", "amina", "harbour-x", false, Response.COACHING, "A hard year", null),
                story.reported("boat", "ben", "2026-03-11T12:00:00Z", OPERATIONAL_DISCLOSURE, 1, 0),
                story.noBreach("boat"),
                // 23:30 on the last day in London, where summer time has begun; and half past midnight on the next.
                story.reported("last-minute", "cara", "2026-03-31T22:30:00Z", PERSONAL_DATA, 2, 0),
                story.breach("last-minute", "people"),
                story.reported("next-day", "cara", "2026-03-31T23:30:00Z", PERSONAL_DATA, 2, 1),
                story.breach("next-day", "people"),
                story.reported("day-before", "cara", "2025-12-31T23:30:00Z", PERSONAL_DATA, 1, 0),
                story.breach("day-before", "people"),
                story.reported("unassessed", "cara", "2026-02-01T12:00:00Z", PERSONAL_DATA, 1, 0),
                story.reported("withdrawn", "cara", "2026-02-02T12:00:00Z", PERSONAL_DATA, 1, 0),
                story.breach("withdrawn", "people"),
                new TransgressionWithdrawn("withdrawn", "cara", "harbour-x", "An error"),
                story.reported("reopened", "cara", "2026-02-03T12:00:00Z", PERSONAL_DATA, 1, 0),
                story.breach("reopened", "people"),
                new TransgressionReopened("reopened", "cara", "harbour-x", "New facts"),
                elsewhere.reported("of-another-policy", "dev", "2026-02-04T12:00:00Z", PERSONAL_DATA, 1, 0),
                elsewhere.breach("of-another-policy", "people"));
        await().atMost(PATIENCE).until(server::hasCaughtUp);
    }

    @AfterAll
    static void stop() {
        writer.close();
        server.close();
    }

    @Test
    void eachCaseSaysWhatWasThenAndIsNowAndWhy() {
        String id = done("standards", "\"version\": 2, \"reason\": \"Would it have gone the same way?\"");

        JsonNode report = server.json("/api/reassessments/" + id);
        assertThat(report.get("policyId").asString()).isEqualTo("social-media");
        assertThat(report.get("version").asInt()).isEqualTo(2);
        assertThat(report.has("draft")).isFalse();
        assertThat(report.get("reason").asString()).isEqualTo("Would it have gone the same way?");
        assertThat(report.get("askedBy").toString()).isEqualTo("{\"id\":\"standards\",\"role\":\"STANDARDS\"}");
        assertThat(report.get("read").asInt()).isEqualTo(5);
        assertThat(report.get("of").asInt()).isEqualTo(5);
        assertThat(report.get("totals").toString())
                .isEqualTo(
                        "{\"UNCHANGED\":1,\"LIGHTER\":2,\"HEAVIER\":0,\"NO_LONGER_A_BREACH\":1,\"NEWLY_A_BREACH\":1}");

        assertThat(server.json("/api/reassessments/" + id + "/cases")).isEqualTo(server.read("""
                {"items": [
                  {"transgressionId": "first", "then": "COACHING", "decided": "COACHING", "now": "ADVICE",
                   "direction": "LIGHTER", "differsFromDecision": true, "reasons": [
                     "Version 2 has the clause people: it stays a breach.",
                     "Careless with low harm starts at ADVICE in version 2; it started at COACHING in version 1.",
                     "Careless with low harm: the ladder starts at ADVICE.",
                     "COACHING was recommended then, ADVICE is now: lighter.",
                     "Decided was COACHING."]},
                  {"transgressionId": "second", "then": "TRAINING", "decided": "TRAINING",
                   "direction": "NO_LONGER_A_BREACH", "differsFromDecision": true, "reasons": [
                     "Version 2 has none of the clauses that were broken (views), nor any on political: it is no longer a breach."]},
                  {"transgressionId": "third", "then": "REFLECTIVE_PRACTICE", "decided": "COACHING", "now": "COACHING",
                   "direction": "LIGHTER", "differsFromDecision": false, "reasons": [
                     "Version 2 has the clause people: it stays a breach.",
                     "Careless with low harm starts at ADVICE in version 2; it started at COACHING in version 1.",
                     "1 earlier breach in 12 months under version 2; 2 were counted then. Of those, 1 is no breach under version 2.",
                     "Careless with low harm: the ladder starts at ADVICE.",
                     "Second breach within 12 months: one step up.",
                     "Together one step up, from ADVICE to COACHING.",
                     "REFLECTIVE_PRACTICE was recommended then, COACHING is now: lighter."]},
                  {"transgressionId": "boat", "direction": "NEWLY_A_BREACH", "differsFromDecision": true, "reasons": [
                     "It was assessed as no breach: version 1 had no clause on operational disclosure. Version 2 has one (operations).",
                     "Nothing is recommended: intent and harm were never judged."]},
                  {"transgressionId": "last-minute", "then": "ADVICE", "decided": "ADVICE", "now": "ADVICE",
                   "direction": "UNCHANGED", "differsFromDecision": false, "reasons": [
                     "Version 2 has the clause people: it stays a breach.",
                     "Careless with low harm: the ladder starts at ADVICE.",
                     "ADVICE was recommended then, and is now."]}]}
                """));
    }

    @Test
    void nothingIsWrittenToAnyStream() {
        Map<String, String> before = eventStore();

        done("comms", "\"version\": 2");
        done("comms", "\"version\": 1");

        assertThat(eventStore()).isEqualTo(before).containsKey("domain_event").hasSizeGreaterThan(3);
    }

    @Test
    void twoRunsOverTheSameHistoryAnswerTheSameByteForByte() {
        String one = done("standards", "\"version\": 2");
        String other = done("comms", "\"version\": 2");

        for (String accept : List.of("application/json", "text/csv")) {
            HttpResponse<String> answer = cases("auditor", one, accept, "");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .isEqualTo(cases("auditor", other, accept, "").body())
                    .contains("last-minute");
        }
        assertThat(server.json("/api/reassessments/" + one).get("totals"))
                .isEqualTo(server.json("/api/reassessments/" + other).get("totals"));
    }

    @Test
    void casesComeInPagesAsAListAndAsATable() {
        String id = done("standards", "\"version\": 2");

        HttpResponse<String> first = cases("auditor", id, "text/csv", "?limit=2");
        assertThat(first.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(first.body())
                .startsWith("transgressionId,then,decided,now,direction,differsFromDecision,reasons\r\n");
        assertThat(first.body().lines()).hasSize(3);
        String next = first.headers().firstValue("Link").orElseThrow();
        JsonNode second = server.json(next.substring(1, next.indexOf('>')));
        assertThat(second.get("items")).extracting(ReassessmentsE2E::idOf).containsExactly("third", "boat");

        assertThat(server.json("/api/reassessments/" + id + "/cases?direction=LIGHTER")
                        .get("items"))
                .extracting(ReassessmentsE2E::idOf)
                .containsExactly("first", "third");
    }

    @Test
    void onADraftItShowsWhatPublishingWouldChangeAndWhichDraftThatWas() {
        PolicyContent heavy = CaseStory.content(Map.of("people", PERSONAL_DATA), Response.SUSPEND_ACCESS, 24);
        CaseStory story = new CaseStory("drafted");
        writer.append(
                new PolicyDrafted("drafted", "Drafted", heavy),
                story.published(1, CaseStory.content(Map.of("people", PERSONAL_DATA), Response.ADVICE, 12)),
                new PolicyRevised("drafted", heavy, "Heavier"),
                story.reported("drafted-case", "eve", "2026-02-10T12:00:00Z", PERSONAL_DATA, 1, 0),
                story.breach("drafted-case", "people"));

        String before = done("comms", "drafted", "\"draft\": true");
        writer.append(new PolicyRevised("drafted", story.published(9, heavy).content(), "The same again"));
        String after = done("comms", "drafted", "\"draft\": true");

        JsonNode report = server.json("/api/reassessments/" + before);
        assertThat(report.get("draft").asBoolean()).isTrue();
        assertThat(report.get("draftVersion").asInt()).isEqualTo(3);
        assertThat(report.has("version")).isFalse();
        assertThat(report.get("totals").get("HEAVIER").asInt()).isEqualTo(1);
        assertThat(server.json("/api/reassessments/" + before + "/cases")
                        .at("/items/0/reasons/0")
                        .asString())
                .isEqualTo("The draft has the clause people: it stays a breach.");
        assertThat(server.json("/api/reassessments/" + after)
                        .get("draftVersion")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void theVersionTheyWereJudgedByLeavesThemUnchanged() {
        String id = done("standards", "lifeboat", "\"version\": 1");

        assertThat(server.json("/api/reassessments/" + id + "/cases")
                        .at("/items/0/direction")
                        .asString())
                .isEqualTo("UNCHANGED");
        assertThat(server.json("/api/reassessments/" + id).get("of").asInt()).isEqualTo(1);
    }

    @Test
    void aPeriodInWhichNothingWasPostedIsDoneWithNothingRead() {
        String id = ask(
                "standards",
                "{\"policyId\": \"social-media\", \"version\": 1, \"from\": \"2030-01-01\","
                        + " \"to\": \"2031-01-01\"}");

        awaitDone(id);
        assertThat(server.json("/api/reassessments/" + id).get("of").asInt()).isZero();
        assertThat(server.json("/api/reassessments/" + id + "/cases").get("items"))
                .isEmpty();
    }

    @Test
    void itIsKeptAndListedTheLatestFirst() {
        String earlier = done("standards", "\"version\": 1");
        String later = done("standards", "\"version\": 2");

        List<String> ids = server.json("/api/reassessments?limit=200")
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
        assertThat(ids.indexOf(later)).isNotNegative().isLessThan(ids.indexOf(earlier));

        JsonNode page = server.json("/api/reassessments?limit=1");
        JsonNode next = server.json(
                "/api/reassessments?limit=1&cursor=" + page.get("nextCursor").asString());
        assertThat(next.at("/items/0/id").asString())
                .isNotEqualTo(page.at("/items/0/id").asString());
    }

    @Test
    void whatHasEndedCannotBeCancelled() {
        String id = done("standards", "\"version\": 1");

        HttpResponse<String> answer = server.postAs("comms", "/api/reassessments/" + id + "/cancellation", "");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(server.read(answer.body()).get("code").asString()).isEqualTo("already-ended");
        assertThat(server.read(answer.body()).get("state").asString()).isEqualTo("DONE");
    }

    @Test
    void aCaseAboutTheCallerShowsOnlyOnceTheyWereTold() {
        String id = done("standards", "\"version\": 2");

        assertThat(casesOf("standards", id)).contains("boat", "first", "second", "third");
        assertThat(casesOf("standards-and-officer", id)).contains("boat").doesNotContain("first", "second", "third");
    }

    @ParameterizedTest
    @CsvSource({
        "amina, 403, 403, 403",
        "sergeant, 403, 403, 403",
        "comms, 202, 200, 200",
        "standards, 202, 200, 200",
        "auditor, 403, 200, 403",
        "admin, 403, 403, 403"
    })
    void eachRoleMayDoWhatTheTableSays(String user, int asking, int reading, int cancelling) {
        String id = done("standards", "\"version\": 1");

        assertThat(server.postAs(user, "/api/reassessments", body("social-media", "\"version\": 1"))
                        .statusCode())
                .isEqualTo(asking);
        for (String path : List.of("", "/" + id, "/" + id + "/cases")) {
            assertThat(server.getAs(user, "/api/reassessments" + path).statusCode())
                    .as(path)
                    .isEqualTo(reading);
        }
        int cancelled = server.postAs(user, "/api/reassessments/" + id + "/cancellation", "")
                .statusCode();
        assertThat(cancelled).isEqualTo(cancelling == 200 ? 409 : cancelling);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\": 3                        | no-such-policy-version",
                "\"draft\": true                       | no-draft",
            })
    void whatIsNotThereCannotBeAskedAbout(String which, String code) {
        refused(409, code, body("social-media", which));
    }

    @Test
    void aPolicyThatIsNotThereOrIsWithdrawnOrWasNeverPublishedIsNamed() {
        refused(409, "no-such-policy", body("nowhere", "\"version\": 1"));
        refused(409, "no-such-policy", body("nowhere", "\"draft\": true"));
        refused(409, "no-draft", body("gone", "\"draft\": true"));
        refused(409, "no-such-policy-version", body("never-published", "\"version\": 1"));
        assertThat(ask("comms", body("never-published", "\"draft\": true"))).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'policyId': 'social-media', 'version': 1, 'draft': true, 'from': '2026-01-01', 'to': '2026-02-01'} | /version",
                "{'policyId': 'social-media', 'from': '2026-01-01', 'to': '2026-02-01'} | /version",
                "{'policyId': 'social-media', 'draft': false, 'from': '2026-01-01', 'to': '2026-02-01'} | /draft",
                "{'policyId': 'social-media', 'draft': 'yes', 'from': '2026-01-01', 'to': '2026-02-01'} | /draft",
                "{'policyId': 'social-media', 'version': 0, 'from': '2026-01-01', 'to': '2026-02-01'} | /version",
                "{'policyId': 'social-media', 'version': '1', 'from': '2026-01-01', 'to': '2026-02-01'} | /version",
                "{'policyId': 'social-media', 'version': 99999999999, 'from': '2026-01-01', 'to': '2026-02-01'} | /version",
                "{'policyId': 'social-media', 'version': 1, 'from': '2026-02-02', 'to': '2026-02-01'} | /to",
                "{'policyId': 'social-media', 'version': 1, 'from': '2026-02-01'} | /to",
                "{'policyId': 'social-media', 'version': 1, 'from': '2026-02-30', 'to': '2026-02-01'} | /from",
                "{'policyId': 'social-media', 'version': 1, 'from': '+999999-01-01', 'to': '2026-02-01'} | /from",
                "{'policyId': 'social-media', 'version': 1, 'from': 'yesterday', 'to': '2026-02-01'} | /from",
                "{'policyId': 'SOCIAL MEDIA', 'version': 1, 'from': '2026-01-01', 'to': '2026-02-01'} | /policyId",
                "{'version': 1, 'from': '2026-01-01', 'to': '2026-02-01'} | /policyId",
                "{'policyId': 'social-media', 'version': 1, 'from': '2026-01-01', 'to': '2026-02-01', 'reason': ''} | /reason",
                "{'policyId': 'social-media', 'version': 1, 'from': '2026-01-01', 'to': '2026-02-01', 'actor': 'x'} | /actor"
            })
    void aRequestThatCannotMeanWhatItSaysIsRefusedWhereItIsWrong(String body, String pointer) {
        JsonNode problem = refused(400, "invalid", body.replace('\'', '"'));

        assertThat(problem.get("violations"))
                .extracting(violation -> violation.get("pointer").asString())
                .contains(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"version\"", "{\"policyId\": \"a\"} x"})
    void whatIsNoRequestAtAllIsRefused(String body) {
        assertThat(server.postAs("standards", "/api/reassessments", body).statusCode())
                .isEqualTo(400);
    }

    @Test
    void anUnknownReassessmentIsNotFoundAndAnUnknownCursorRefused() {
        String id = done("standards", "\"version\": 1");

        for (String path : List.of("/nothing", "/nothing/cases")) {
            assertThat(server.get("/api/reassessments" + path).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(server.postAs("standards", "/api/reassessments/nothing/cancellation", "")
                        .statusCode())
                .isEqualTo(404);
        for (String query : List.of("?cursor=x", "?limit=0", "?limit=201", "?direction=SIDEWAYS")) {
            assertThat(server.get("/api/reassessments/" + id + "/cases" + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
        for (String query : List.of("?cursor=x", "?limit=0")) {
            assertThat(server.get("/api/reassessments" + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(server.get("/api/reassessments/NOT%20AN%20ID").statusCode()).isEqualTo(400);
        assertThat(cases("auditor", id, "application/xml", "").statusCode()).isEqualTo(406);
    }

    private static JsonNode refused(int status, String code, String body) {
        HttpResponse<String> answer = server.postAs("standards", "/api/reassessments", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode problem = server.read(answer.body());
        assertThat(problem.get("code").asString()).isEqualTo(code);
        return problem;
    }

    private static String body(String policyId, String which) {
        return "{\"policyId\": \"" + policyId + "\", " + which + ", " + QUARTER + "}";
    }

    private static String done(String user, String which) {
        return done(user, "social-media", which);
    }

    private static String done(String user, String policyId, String which) {
        String id = ask(user, body(policyId, which));
        awaitDone(id);
        return id;
    }

    private static String ask(String user, String body) {
        HttpResponse<String> answer = server.postAs(user, "/api/reassessments", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonNode asked = server.read(answer.body());
        assertThat(asked.get("state").asString()).isEqualTo("RUNNING");
        String id = asked.get("id").asString();
        assertThat(answer.headers().firstValue("Location")).contains("/api/reassessments/" + id);
        return id;
    }

    private static void awaitDone(String id) {
        await().atMost(PATIENCE)
                .until(() -> server.json("/api/reassessments/" + id)
                        .get("state")
                        .asString()
                        .equals("DONE"));
    }

    private static HttpResponse<String> cases(String user, String id, String accept, String query) {
        return server.getAs(user, "/api/reassessments/" + id + "/cases" + query, "Accept", accept);
    }

    private static List<String> casesOf(String user, String id) {
        return server.read(cases(user, id, "application/json", "").body())
                .get("items")
                .valueStream()
                .map(ReassessmentsE2E::idOf)
                .toList();
    }

    private static String idOf(JsonNode one) {
        return one.get("transgressionId").asString();
    }

    /** Every table of the store that may be read at all, as a count and a sum over all rows. */
    private static Map<String, String> eventStore() {
        Map<String, String> tables = new TreeMap<>();
        for (String table : writer.jdbc()
                .queryForList(
                        "SELECT relname FROM pg_class WHERE relnamespace = 'eventstore'::regnamespace"
                                + " AND relkind = 'r' AND has_table_privilege(oid, 'SELECT')",
                        String.class)) {
            tables.put(
                    table,
                    writer.jdbc()
                            .queryForObject(
                                    "SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' ORDER BY t::text)), '')"
                                            + " FROM eventstore." + table + " t",
                                    String.class));
        }
        return tables;
    }
}
