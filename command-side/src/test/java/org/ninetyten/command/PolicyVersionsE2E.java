package org.ninetyten.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.command.officer.RequireAcknowledgement;
import org.ninetyten.command.running.Bodies;
import org.ninetyten.command.running.CommandSideProcess;
import org.ninetyten.command.running.Reply;
import org.ninetyten.command.running.StoreDatabase;
import org.ninetyten.command.story.Story;
import org.ninetyten.events.policy.Clause;
import org.ninetyten.events.policy.PolicyContent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A version is published once, kept whole, and never changed; with many editors, and with two processes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyVersionsE2E {

    private static final int AT_ONCE = 16;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final StoreDatabase store = StoreDatabase.create("policy_versions");
    private final CommandSideProcess one = CommandSideProcess.start(store);
    private final CommandSideProcess two = CommandSideProcess.start(store);

    @AfterAll
    void stop() {
        one.close();
        two.close();
    }

    @Test
    void theSamePublishedManyTimesAtOnceIsOneVersion() {
        draft("same");

        List<Reply> replies = atOnce(i -> process(i).post("comms", "/api/policies/same/versions", version("same")));

        assertOnePublished(replies, "same");
    }

    @Test
    void ofManyPublicationsAtOnceOneIsTheVersion() {
        draft("different");

        List<Reply> replies =
                atOnce(i -> process(i).post("comms", "/api/policies/different/versions", version("change " + i)));

        assertOnePublished(replies, "different");
    }

    @Test
    void ofManyEditorsWithTheSameVersionInHandOnePublishes() {
        draft("edited");

        List<Reply> replies = atOnce(i ->
                process(i).post("comms", "/api/policies/edited/versions", version("change " + i), "If-Match", "\"1\""));

        assertThat(replies).extracting(Reply::status).containsOnly(201, 412);
        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(store.kinds("policy:edited")).containsExactly("PolicyDrafted", "PolicyVersionPublished");
    }

    @Test
    void ofTwoEditorsTheSecondIsToldThatItsCopyIsOutOfDate() {
        draft("two-editors");
        assertThat(one.post(
                                "comms",
                                "/api/policies/two-editors/revisions",
                                Bodies.revision("mine"),
                                "If-Match",
                                "\"1\"")
                        .status())
                .isEqualTo(200);

        Reply second =
                two.post("comms", "/api/policies/two-editors/revisions", Bodies.revision("yours"), "If-Match", "\"1\"");

        assertThat(second.status()).isEqualTo(412);
        assertThat(second.code()).isEqualTo("stale-version");
        assertThat(JsonPath.<Integer>read(second.body(), "$.version")).isEqualTo(2);
        assertThat(store.payloads("policy:two-editors").getLast()).contains("\"purpose\":\"mine\"");
    }

    @Test
    void versionsAreNumberedWithoutGapsHoweverManyReviseAndPublishAtOnce() {
        draft("numbered");

        List<Reply> replies = atOnce(i -> i % 2 == 0
                ? process(i / 2).post("comms", "/api/policies/numbered/revisions", Bodies.revision("purpose " + i))
                : process(i / 2).post("comms", "/api/policies/numbered/versions", version("change " + i)));

        assertThat(replies).extracting(Reply::status).containsOnly(200, 201, 409);
        List<Integer> numbers = store.payloads("policy:numbered").stream()
                .filter(payload -> payload.contains("\"summaryOfChange\""))
                .map(payload -> JsonPath.<Integer>read(payload, "$.version"))
                .toList();
        assertThat(numbers)
                .hasSizeGreaterThanOrEqualTo(1)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, numbers.size()).boxed().toList());
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 201)
                .extracting(reply -> reply.header("Location"))
                .containsExactlyInAnyOrderElementsOf(numbers.stream()
                        .map(number -> "/api/policies/numbered/versions/" + number)
                        .toList());
    }

    /** What is required of an officer changes their record's version at times of its own. */
    @Test
    void aCommandWithoutIfMatchNeverFailsBecauseOfWhatIsRequiredMeanwhile() {
        assertThat(one.put("comms", "/api/officers/busy", Bodies.officer("Busy"))
                        .status())
                .isEqualTo(201);

        for (int round = 1; round <= 15; round++) {
            int version = round;
            List<Reply> replies = atOnce(2, i -> {
                if (i == 0) {
                    two.giveAsSystem(new RequireAcknowledgement("busy", "p", version, Story.day("2099-01-01")));
                    return one.get("/actuator/health/readiness");
                }
                return one.post("comms", "/api/officers/busy/training", Bodies.training("t-" + version));
            });
            assertThat(replies).extracting(Reply::status).containsOnly(200);
        }

        assertThat(store.kinds("officer:busy"))
                .hasSize(31)
                .filteredOn("AcknowledgementRequired"::equals)
                .hasSize(15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST", "PATCH", "DELETE"})
    void noPathChangesAVersion(String method) {
        if (store.kinds("policy:fixed").isEmpty()) {
            draft("fixed");
            one.post("comms", "/api/policies/fixed/versions", version("first"));
        }
        List<String> before = store.payloads("policy:fixed");

        Reply reply = one.send("comms", method, "/api/policies/fixed/versions/1", version("changed"));

        assertThat(reply.status()).as(reply.body()).isIn(403, 404, 405);
        assertThat(store.payloads("policy:fixed")).isEqualTo(before);
    }

    @Test
    void aPublishedVersionIsNotPublishedAgain() {
        draft("once");
        assertThat(one.post("comms", "/api/policies/once/versions", version("first"))
                        .status())
                .isEqualTo(201);

        for (String summary : List.of("first", "second")) {
            Reply again = one.post("comms", "/api/policies/once/versions", version(summary));
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.code()).isEqualTo("nothing-to-publish");
        }
    }

    @Test
    void aPolicyOfTwoHundredKibibytesIsKeptToTheLastCharacter() {
        PolicyContent content = contentOf(200 * 1024);
        String json = JSON.writeValueAsString(content);
        assertThat(json.getBytes(StandardCharsets.UTF_8).length).isBetween(195 * 1024, 205 * 1024);
        assertThat(one.put("comms", "/api/policies/large", "{\"title\": \"Large\", \"content\": " + json + "}")
                        .status())
                .isEqualTo(201);
        assertThat(one.post("comms", "/api/policies/large/versions", version("first"))
                        .status())
                .isEqualTo(201);

        JsonNode sent = JSON.readTree(json);
        assertThat(store.payloads("policy:large"))
                .hasSize(2)
                .allSatisfy(payload ->
                        assertThat(JSON.readTree(payload).get("content")).isEqualTo(sent));
        // What is read back by the aggregate is what was sent: the same again is a retry, not another draft.
        Reply again = two.put("comms", "/api/policies/large", "{\"title\": \"Large\", \"content\": " + json + "}");
        assertThat(again.status()).isEqualTo(201);
        assertThat(store.kinds("policy:large")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"PUT, /api/policies/huge", "POST, /api/policies/huge/revisions"})
    void aPolicyOfTwoMegabytesIsRefused(String method, String path) {
        String json = JSON.writeValueAsString(contentOf(2 * 1024 * 1024));

        Reply reply = one.send("comms", method, path, "{\"title\": \"Huge\", \"content\": " + json + "}");

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.code()).isEqualTo("body-too-large");
        assertThat(store.kinds("policy:huge")).isEmpty();
    }

    /** The same rules under the same names, whether a policy is begun or revised. */
    @Test
    void everythingThatIsWrongWithContentIsToldAtOnceByWhereItStands() {
        draft("wrong");
        String content = Bodies.content()
                .replace("To tell the harbour's story well", " ")
                .replace("\"1.2\"", "\"one\"")
                .replace("\"acknowledgeWithinDays\":14", "\"acknowledgeWithinDays\":0")
                .replace("\"lookBackMonths\":12", "\"lookBackMonths\":-1");
        String[] pointers = {
            "/content/purpose",
            "/content/clauses/1/number",
            "/content/ladder/lookBackMonths",
            "/content/obligations/acknowledgeWithinDays"
        };

        Reply drafted = one.put("comms", "/api/policies/wrong-2", "{\"title\": \"t\", \"content\": " + content + "}");
        Reply revised =
                one.post("comms", "/api/policies/wrong/revisions", "{\"reason\": \"r\", \"content\": " + content + "}");

        assertThat(List.of(drafted, revised)).allSatisfy(reply -> {
            assertThat(reply.status()).as(reply.body()).isEqualTo(400);
            assertThat(reply.code()).isEqualTo("invalid");
            assertThat(reply.pointers()).containsExactlyInAnyOrder(pointers);
        });
        assertThat(store.kinds("policy:wrong")).containsExactly("PolicyDrafted");
        assertThat(store.kinds("policy:wrong-2")).isEmpty();
    }

    @Test
    void aPolicyIsReviewedAndWithdrawnOverHttp() {
        draft("reviewed");
        String reviews = "/api/policies/reviewed/reviews";
        String withdrawal = "/api/policies/reviewed/withdrawal";
        assertThat(one.post("comms", reviews, Bodies.review("2099-01-01")).code())
                .isEqualTo("not-allowed-in-state");
        one.post("comms", "/api/policies/reviewed/versions", version("first"));

        Reply reviewed = one.post("comms", reviews, Bodies.review("2099-01-01"));
        assertThat(reviewed.status()).isEqualTo(200);
        assertThat(reviewed.header("ETag")).isEqualTo("\"3\"");
        assertThat(two.post("comms", reviews, Bodies.review("2099-01-01")).body())
                .isEqualTo(reviewed.body());
        assertThat(one.post("comms", reviews, Bodies.review("2026-06-01")).pointers())
                .containsExactly("/nextReviewBy");
        assertThat(one.post("comms", reviews, Bodies.review("2099-01-01").replace("2026-06", "2098-06"))
                        .code())
                .isEqualTo("date-in-future");

        Reply withdrawn = one.post("comms", withdrawal, Bodies.reason("Done with"));
        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(two.post("comms", withdrawal, Bodies.reason("Done with")).body())
                .isEqualTo(withdrawn.body());
        Reply late = one.post("comms", "/api/policies/reviewed/revisions", Bodies.revision("another"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("not-allowed-in-state");
        assertThat(JsonPath.<String>read(late.body(), "$.state")).isEqualTo("WITHDRAWN");
        assertThat(store.kinds("policy:reviewed"))
                .containsExactly(
                        "PolicyDrafted", "PolicyVersionPublished", "PolicyReviewedUnchanged", "PolicyWithdrawn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"amina", "sergeant", "standards", "auditor", "admin"})
    void onlyCommunicationsReviewAndWithdraw(String user) {
        if (store.kinds("policy:theirs").isEmpty()) {
            draft("theirs");
            one.post("comms", "/api/policies/theirs/versions", version("first"));
        }

        assertThat(one.post(user, "/api/policies/theirs/reviews", Bodies.review("2099-01-01"))
                        .status())
                .isEqualTo(403);
        assertThat(one.post(user, "/api/policies/theirs/withdrawal", Bodies.reason("r"))
                        .status())
                .isEqualTo(403);
        assertThat(store.kinds("policy:theirs")).hasSize(2);
    }

    private void assertOnePublished(List<Reply> replies, String policyId) {
        assertThat(replies).extracting(Reply::status).containsOnly(201, 409);
        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 409)
                .extracting(Reply::code)
                .containsOnly("nothing-to-publish");
        assertThat(store.kinds("policy:" + policyId)).containsExactly("PolicyDrafted", "PolicyVersionPublished");
        assertThat(store.reminders())
                .filteredOn(reminder -> reminder.startsWith("policy-review/" + policyId + "/"))
                .containsExactly("policy-review/" + policyId + "/1:2090-01-01");
    }

    private void draft(String policyId) {
        assertThat(one.put("comms", "/api/policies/" + policyId, Bodies.draft()).status())
                .isEqualTo(201);
    }

    private CommandSideProcess process(int i) {
        return i % 2 == 0 ? one : two;
    }

    private static String version(String summaryOfChange) {
        return Bodies.version("2026-01-01").replace("\"s\"", "\"" + summaryOfChange + "\"");
    }

    /** Of about so many bytes as JSON, with characters of one, two, three and four bytes, and some that are escaped. */
    private static PolicyContent contentOf(int bytes) {
        PolicyContent small = Story.CONTENT;
        Clause clause = small.clauses().getFirst();
        String text = "Say \"when\" — naïve, 日本, 🚓\n\t/\\ and so on. ".repeat(300);
        int perClause = JSON.writeValueAsString(clause).length()
                + JSON.writeValueAsString(text).getBytes(StandardCharsets.UTF_8).length;
        List<Clause> clauses = IntStream.range(0, bytes / perClause)
                .mapToObj(i -> new Clause(
                        "clause-" + i,
                        String.valueOf(i),
                        clause.title(),
                        text,
                        clause.category(),
                        clause.standard(),
                        clause.goodLooksLike()))
                .toList();
        return new PolicyContent(
                small.purpose(), Collections.nCopies(3, "Objective"), clauses, small.ladder(), small.obligations());
    }

    private static List<Reply> atOnce(IntFunction<Reply> attempt) {
        return atOnce(AT_ONCE, attempt);
    }

    /** A command that too many pressed on is asked to come again, and does. */
    private static List<Reply> atOnce(int howMany, IntFunction<Reply> attempt) {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService clients = Executors.newFixedThreadPool(howMany)) {
            List<Future<Reply>> sent = IntStream.range(0, howMany)
                    .mapToObj(i -> clients.submit(() -> {
                        start.await();
                        Reply reply = attempt.apply(i);
                        while (howMany > 2 && reply.status() == 503) {
                            assertThat(reply.code()).isEqualTo("busy");
                            reply = attempt.apply(i);
                        }
                        return reply;
                    }))
                    .toList();
            start.countDown();
            return sent.stream().map(PolicyVersionsE2E::replyOf).toList();
        }
    }

    private static Reply replyOf(Future<Reply> sent) {
        try {
            return sent.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
