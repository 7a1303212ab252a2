package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.events.policy.Clause;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.events.policy.PolicyEvent.PolicyDrafted;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.PolicyEvent.PolicyWithdrawn;
import org.ninetyten.events.policy.Significance;
import tools.jackson.databind.JsonNode;

/** What a policy's versions say: word for word, one against another, and what their ladders recommend. */
class PolicyVersionsIT {

    private static final String HOSTILE = "Ask first. <script>alert('x')</script> & [click](https://x.example) `rm`";
    private static final PolicyContent LARGE = large();

    private static QueryServer server;
    private static EventWriter writer;

    @BeforeAll
    static void publish() {
        server = QueryServer.onDatabaseOfItsOwn();
        writer = server.writer();
        writer.append(
                Samples.drafted("p"),
                Samples.published("p", 1, Samples.DAY, "Ask first."),
                Samples.published("p", 2, Samples.DAY, HOSTILE),
                Samples.published("p", 3, Samples.DAY, HOSTILE),
                new PolicyDrafted("large", "Large", LARGE),
                new PolicyVersionPublished(
                        "large", 1, Significance.MAJOR, LARGE, "First", Samples.DAY, Samples.DAY.plusYears(1)));
        await().atMost(Duration.ofSeconds(30)).until(server::hasCaughtUp);
    }

    @AfterAll
    static void stop() {
        writer.close();
        server.close();
    }

    @Test
    void aVersionOf200KiBReadsBackByteForByte() {
        HttpResponse<String> answer = server.get("/api/policies/large/versions/1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().getBytes(StandardCharsets.UTF_8).length).isGreaterThan(200 * 1024);
        JsonNode content = server.read(answer.body()).get("content");
        assertThat(content.get("purpose").asString()).isEqualTo(LARGE.purpose());
        List<JsonNode> clauses = content.get("clauses").valueStream().toList();
        assertThat(clauses).hasSameSizeAs(LARGE.clauses());
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = LARGE.clauses().get(i);
            assertThat(clauses.get(i).get("id").asString()).isEqualTo(clause.id());
            assertThat(clauses.get(i).get("text").asString()).isEqualTo(clause.text());
            assertThat(clauses.get(i).get("goodLooksLike").asString()).isEqualTo(clause.goodLooksLike());
        }
    }

    @Test
    void aVersionIsComparedWithTheOneBeforeOrAnyOther() {
        JsonNode diff = server.json("/api/policies/p/versions/2/diff");

        assertThat(diff.get("against").asInt()).isEqualTo(1);
        assertThat(diff.get("version").asInt()).isEqualTo(2);
        assertThat(diff.get("changed").asBoolean()).isTrue();
        assertThat(diff.get("summary").asString()).isEqualTo("1 clause changed.");
        JsonNode changed = diff.get("clauses").get("changed").get(0);
        assertThat(changed.get("id").asString()).isEqualTo("operations");
        assertThat(changed.get("changes").propertyNames()).containsExactly("text");
        assertThat(changed.get("changes").get("text").get(0).get("kind").asString())
                .isEqualTo("EQUAL");

        JsonNode back = server.json("/api/policies/p/versions/1/diff?against=3");
        assertThat(back.get("clauses")
                        .get("changed")
                        .get(0)
                        .get("changes")
                        .get("text")
                        .get(1)
                        .get("kind")
                        .asString())
                .isEqualTo("DELETED");
    }

    @Test
    void nothingChangedIsSaid() {
        assertThat(server.json("/api/policies/p/versions/3/diff").get("summary").asString())
                .isEqualTo("Nothing changed.");
        assertThat(server.json("/api/policies/p/versions/3/diff?against=3")
                        .get("changed")
                        .asBoolean())
                .isFalse();
        assertThat(server.get("/api/policies/p/versions/3/diff", "Accept", "text/markdown")
                        .body())
                .endsWith("\n\nNothing changed.\n");
    }

    @Test
    void asMarkdownNothingThatATextSaysIsMarkup() {
        HttpResponse<String> page = server.get("/api/policies/p/versions/2/diff", "Accept", "text/markdown");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/markdown;charset=UTF-8");
        assertThat(page.body())
                .startsWith("# Social media policy: version 1 to version 2\n")
                .contains("**&lt;script&gt;alert('x')&lt;/script&gt; &amp; \\[click\\](https\\://x.example) \\`rm\\`**")
                .doesNotContain("<");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/policies/p/versions/1/diff, 400",
        "/api/policies/p/versions/2/diff?against=9, 404",
        "/api/policies/p/versions/2/diff?against=0, 404",
        "/api/policies/p/versions/2/diff?against=one, 400",
        "/api/policies/p/versions/9/diff, 404",
        "/api/policies/p/versions/9/diff?against=1, 404",
        "/api/policies/nothing/versions/2/diff, 404",
        "/api/policies/p/versions/2/diff?at-least-version=99, 503",
    })
    void whatCannotBeComparedIsRefused(String path, int status) {
        assertThat(server.get(path).statusCode()).isEqualTo(status);
    }

    @Test
    void aDifferenceIsAnsweredAsJsonOrMarkdownAndNothingElse() {
        assertThat(server.get("/api/policies/p/versions/2/diff", "Accept", "text/html")
                        .statusCode())
                .isEqualTo(406);
        assertThat(server.get("/api/policies/p/versions/2/diff", "Accept", "*/*")
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue("application/json");
    }

    @Test
    void theLadderRecommendsAndSaysWhyAndRecordsNothing() {
        Long before = server.jdbc().queryForObject("SELECT count(*) FROM eventstore.domain_event", Long.class);

        HttpResponse<String> answer = ask("""
                {"intent": "CARELESS", "harm": "LOW", "earlierBreaches": 2,
                 "mitigations": ["SELF_REPORTED", "SELF_REPORTED", "NOT_TRAINED"]}
                """);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode recommendation = server.read(answer.body());
        assertThat(recommendation.get("response").asString()).isEqualTo("COACHING");
        assertThat(recommendation.get("reasons").valueStream().map(JsonNode::asString))
                .containsExactly(
                        "Careless with low harm: the ladder starts at ADVICE.",
                        "Third breach within 24 months: two steps up.",
                        "Self reported: one step down.",
                        "Not trained: no steps down.",
                        "Together one step up, from ADVICE to COACHING.");
        assertThat(server.jdbc().queryForObject("SELECT count(*) FROM eventstore.domain_event", Long.class))
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"intent\": \"SLEEPY\", \"harm\": \"LOW\", \"earlierBreaches\": 0, \"mitigations\": []}",
                "{\"intent\": 1, \"harm\": \"LOW\", \"earlierBreaches\": 0, \"mitigations\": []}",
                "{\"intent\": \"CARELESS\", \"harm\": \"LOW\", \"earlierBreaches\": -1, \"mitigations\": []}",
                "{\"intent\": \"CARELESS\", \"harm\": \"LOW\", \"earlierBreaches\": 1.5, \"mitigations\": []}",
                "{\"intent\": \"CARELESS\", \"harm\": \"LOW\", \"earlierBreaches\": 99999999999, \"mitigations\": []}",
                "{\"intent\": \"CARELESS\", \"harm\": \"LOW\", \"earlierBreaches\": 0, \"mitigations\": [null]}",
                "{\"intent\": \"CARELESS\", \"harm\": \"LOW\", \"earlierBreaches\": 0, \"mitigations\": [\"SORRY\"]}",
                "{\"intent\": \"CARELESS\", \"harm\": \"LOW\", \"earlierBreaches\": 0}",
                "{\"intent\": \"CARELESS\", \"harm\": \"LOW\", \"mitigations\": []}",
                "{\"harm\": \"LOW\", \"earlierBreaches\": 0, \"mitigations\": []}",
                "{\"intent\": \"CARELESS\", \"harm\": \"LOW\", \"earlierBreaches\": 0, \"mitigations\": [], \"x\": 1}",
                "[]",
                "{",
                ""
            })
    void factsThatCannotBeAreRefused(String facts) {
        assertThat(ask(facts).statusCode()).isEqualTo(400);
    }

    @Test
    void everyoneButAdminMayAsk() {
        String facts = "{\"intent\": \"CARELESS\", \"harm\": \"LOW\", \"earlierBreaches\": 0, \"mitigations\": []}";
        for (String user : List.of("amina", "sergeant", "comms", "standards", "auditor")) {
            assertThat(server.postAs(user, "/api/policies/p/versions/1/recommendation", facts)
                            .statusCode())
                    .as(user)
                    .isEqualTo(200);
        }
        assertThat(server.postAs("admin", "/api/policies/p/versions/1/recommendation", facts)
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.postAs("comms", "/api/policies/p/versions/9/recommendation", facts)
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.postAs("comms", "/api/policies/nothing/versions/1/recommendation", facts)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPolicysHistoryReadsAsAStory() {
        assertThat(server.json("/api/policies/p/history")
                        .get("items")
                        .valueStream()
                        .map(entry -> entry.get("summary").asString())
                        .limit(3))
                .containsExactly(
                        "Policy \"Social media policy\" drafted with 1 clause.",
                        "Version 1 (MAJOR) published with 1 clause, in force from 2026-01-10, to be reviewed by"
                                + " 2027-01-10: Version 1",
                        "Version 2 (MAJOR) published with 1 clause, in force from 2026-01-10, to be reviewed by"
                                + " 2027-01-10: Version 2 [since version 1: 4.2 (Operations) changed]");
    }

    @Test
    void whatARevisionChangedIsToldByTheDraftBeforeIt() {
        writer.append(
                Samples.drafted("revised"),
                Samples.revised("revised", "Ask first."),
                Samples.revised("revised", "Ask first."));
        await().atMost(Duration.ofSeconds(30)).until(server::hasCaughtUp);

        assertThat(server.json("/api/policies/revised/history")
                        .get("items")
                        .valueStream()
                        .map(entry -> entry.get("summary").asString())
                        .skip(1))
                .containsExactly(
                        "Draft revised, now with 1 clause: Clearer words [4.2 (Operations) changed]",
                        "Draft revised, now with 1 clause: Clearer words [it says the same]");
    }

    /** Two versions of one day: the newer is in force. From the day of its withdrawal on none is. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-09, ''",
        "2026-01-10, 2",
        "2026-05-31, 2",
        "2026-06-01, ''",
        "2090-01-01, ''",
    })
    void whichVersionIsInForceOnADayHeedsWithdrawal(String day, String version) {
        if (server.get("/api/policies/ended").statusCode() == 404) {
            writer.append(
                    Samples.drafted("ended"),
                    Samples.published("ended", 1, Samples.DAY, "Ask first."),
                    Samples.published("ended", 2, Samples.DAY, HOSTILE),
                    new PolicyWithdrawn("ended", LocalDate.parse("2026-06-01"), "Done with"));
            await().atMost(Duration.ofSeconds(30)).until(server::hasCaughtUp);
        }

        assertThat(server.json("/api/policies/ended/versions?in-force-on=" + day)
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("version").asString())
                        .collect(Collectors.joining(",")))
                .isEqualTo(version);
    }

    private static HttpResponse<String> ask(String facts) {
        return server.postAs("amina", "/api/policies/p/versions/1/recommendation", facts);
    }

    /** Ten clauses of nearly 20,000 characters, with what a careless round trip would change. */
    private static PolicyContent large() {
        PolicyContent small = Samples.content("x");
        List<Clause> clauses = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < 19_800) {
                text.append("Caf\u00e9 \ud83d\ude93 \"quoted\"\r\n\ttab  \u2028 </script> \\u0041 ")
                        .append(i);
            }
            clauses.add(new Clause(
                    "clause-" + i,
                    String.valueOf(i),
                    "Clause " + i,
                    text.toString(),
                    small.clauses().getFirst().category(),
                    small.clauses().getFirst().standard(),
                    "Good  looks\tlike this.\n"));
        }
        return new PolicyContent(small.purpose(), small.objectives(), clauses, small.ladder(), small.obligations());
    }
}
