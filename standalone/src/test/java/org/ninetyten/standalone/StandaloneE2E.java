package org.ninetyten.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The whole program, with the demo on, as a newcomer has it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandaloneE2E {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Path data;
    private String firstOutput;
    private int eventsTold;
    private Duration untilFirstCommand;
    private RunningJar jar;

    /** The newcomer's first start, and then another, on which everything else is tried; both as an operator starts it. */
    @BeforeAll
    void startTwice(@TempDir Path directory) throws IOException, SQLException {
        data = directory.resolve("data");
        try (RunningJar first = start()) {
            firstOutput = first.output();
            eventsTold = StoredEvents.count(first, data);
        }
        long started = System.nanoTime();
        jar = start();
        assertThat(StoredEvents.count(jar, data)).as("nothing is told again").isEqualTo(eventsTold);
        register("first");
        untilFirstCommand = Duration.ofNanos(System.nanoTime() - started);
    }

    private RunningJar start() throws IOException {
        return RunningJar.launch(data, Map.of(), RunningJar.ORDINARILY, "--ninety-ten.demo=true")
                .awaitReady();
    }

    @AfterAll
    void stop() {
        jar.close();
    }

    @Test
    void theWalkOfTheReadmeIsAnsweredAsTheReadmeShows() throws IOException {
        List<ReadmeWalk.Step> steps = ReadmeWalk.steps();

        assertThat(steps).hasSizeGreaterThan(8);
        for (ReadmeWalk.Step step : steps) {
            HttpResponse<String> answer = jar.send(step.user(), step.method(), step.path(), step.body());
            assertThat(answer.statusCode())
                    .as("%s: %s", step.path(), answer.body())
                    .isBetween(200, 299);
            assertThat(ReadmeWalk.says(JSON.readTree(answer.body()), step.answer()))
                    .as("%s is answered with %s and the README shows %s", step.path(), answer.body(), step.answer())
                    .isTrue();
        }
    }

    @Test
    void theConsoleSaysWhereToGoNextAndNothingOfTheMachinery() throws IOException {
        assertThat(firstOutput)
                .contains("Unpacking PostgreSQL")
                .contains("Telling the demo story")
                .contains("Ninety Ten is up: http://localhost:")
                .contains("/swagger-ui.html")
                .contains("amina and ben (OFFICER)")
                .contains(data.toString())
                .doesNotContain(" WARN ", " ERROR ", "WARNING:", "axonframework", "Hikari", "Flyway", "zonky");
        assertThat(jar.get("nobody", "/v3/api-docs").statusCode()).isEqualTo(200);
        assertThat(jar.get("nobody", "/swagger-ui/index.html").statusCode()).isEqualTo(200);
    }

    /** With what a careless round trip would change: quotes, emoji, line ends, what looks like an escape or like markup. */
    @Test
    void aPolicyOf200KiBIsReadBackByteForByteAndCompared() throws IOException {
        ObjectNode content = (ObjectNode) JSON.readTree(jar.get("comms", "/api/policies/social-media/versions/1")
                        .body())
                .get("content");
        String line = "Café 🚓 \"quoted\"\r\n\ttab </script> \\u0041 ";
        int lines = 215
                * 1024
                / content.get("clauses").size()
                / JSON.writeValueAsString(line).getBytes(UTF_8).length;
        for (JsonNode clause : content.get("clauses")) {
            ((ObjectNode) clause).put("text", line.repeat(lines) + "the end");
        }
        String sent = JSON.writeValueAsString(content);
        assertThat(sent.getBytes(UTF_8).length).isBetween(200 * 1024, 250 * 1024);
        publish(
                jar.put("comms", "/api/policies/large", "{\"title\": \"Large\", \"content\": " + sent + "}"),
                "2025-01-01");

        HttpResponse<String> first = jar.get("auditor", "/api/policies/large/versions/1?at-least-version=2");
        assertThat(JSON.writeValueAsString(JSON.readTree(first.body()).get("content")))
                .isEqualTo(sent);

        ObjectNode changed = (ObjectNode) content.get("clauses").get(3);
        changed.put("text", changed.get("text").asString().replace("the end", "the very end"));
        String revision = "{\"reason\": \"Longer\", \"content\": " + JSON.writeValueAsString(content) + "}";
        publish(jar.post("comms", "/api/policies/large/revisions", revision), "2025-02-01");

        HttpResponse<String> diff =
                jar.get("auditor", "/api/policies/large/versions/2/diff?against=1&at-least-version=4");
        assertThat(diff.statusCode()).as(diff.body()).isEqualTo(200);
        JsonNode clauses = JSON.readTree(diff.body()).get("clauses");
        assertThat(clauses.get("added").size() + clauses.get("removed").size()).isZero();
        assertThat(clauses.get("changed").size()).isEqualTo(1);
        assertThat(clauses.get("changed").get(0).toString())
                .contains(changed.get("id").asString())
                .contains("very");
    }

    private void publish(HttpResponse<String> draft, String effectiveFrom) throws IOException {
        assertThat(draft.statusCode()).as(draft.body()).isBetween(200, 201);
        HttpResponse<String> published =
                jar.post("comms", "/api/policies/large/versions", """
                {"significance": "MAJOR", "summaryOfChange": "More", "effectiveFrom": "%s", "reviewBy": "2090-01-01"}""".formatted(effectiveFrom));
        assertThat(published.statusCode()).as(published.body()).isEqualTo(201);
    }

    @Test
    void ofThirtyTwoWhoAskForAHandleAtOnceInAnyLetterCaseOneGetsIt() throws Exception {
        List<Callable<HttpResponse<String>>> requests = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            String account = "wanted-" + i;
            String handle = inLettersOf("@HarbourLifeguards", i);
            requests.add(() -> jar.put("comms", "/api/accounts/" + account, accountFor("chloe", handle)));
        }

        List<HttpResponse<String>> answers = atOnce(requests);

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .hasSize(31)
                .allSatisfy(answer -> assertThat(codeOf(answer)).isEqualTo("handle-taken"));
    }

    @Test
    void theSameCommandSentManyTimesAtOnceIsRecordedOnceAndAnsweredAlike() throws Exception {
        String officer = """
                {"name": "Gwen Rees", "collarNumber": "PC 4500", "unit": "harbour"}""";
        List<Callable<HttpResponse<String>>> requests = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            requests.add(() -> jar.put("comms", "/api/officers/gwen", officer));
        }

        List<HttpResponse<String>> answers = atOnce(requests);

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(JSON.readTree(answer.body()).path("version").asInt()).isEqualTo(1);
        });
        assertThat(eventsOf("gwen")).containsExactly("OfficerRegistered");
    }

    @Test
    void anAccountIsNotAuthorisedForAnOfficerWithoutTraining() throws IOException {
        register("untrained");
        acknowledge("untrained");
        request("untrained");

        HttpResponse<String> answer = jar.post("comms", "/api/accounts/of-untrained/authorisation", "");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(codeOf(answer)).isEqualTo("training-not-valid");
    }

    @Test
    void anAccountIsNotAuthorisedForAnOfficerWhoHasNotAcknowledgedThePolicy() throws IOException {
        register("unaware");
        train("unaware");
        request("unaware");

        HttpResponse<String> answer = jar.post("comms", "/api/accounts/of-unaware/authorisation", "");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(codeOf(answer)).isEqualTo("policy-not-acknowledged");
    }

    @Test
    void itTakesItsFirstCommandWithinThirtySecondsOfItsStartAndInHalfAGigabyte() {
        assertThat(RunningJar.ORDINARILY).contains("-Xmx512m");
        assertThat(untilFirstCommand).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void aLaterStartTellsNothingOfTheStoryAgain() {
        assertThat(eventsTold).isGreaterThan(50);
        assertThat(jar.output()).contains("The demo story was told here on").doesNotContain("Telling the demo story");
    }

    @Test
    void theStorysGenuineMistakeIsCoachedAndClosed() throws IOException {
        JsonNode mistake = read("/api/transgressions/bicycle-whiteboard");

        assertThat(mistake.path("selfReported").asBoolean()).isTrue();
        assertThat(mistake.path("assessment").path("intent").asString()).isEqualTo("GENUINE_MISTAKE");
        assertThat(mistake.path("assessment").path("recommended").asString()).isEqualTo("COACHING");
        assertThat(mistake.path("answer").path("accepts").asBoolean()).isTrue();
        assertThat(mistake.path("completion").path("reference").asString()).isEqualTo("amina-coaching");
        assertThat(mistake.path("state").asString()).isEqualTo("CLOSED");
    }

    @Test
    void theStorysDisputeIsReviewedByAnotherPersonWhoReplacesTheResponse() throws IOException {
        JsonNode disputed = read("/api/transgressions/boat-owner-named");

        assertThat(disputed.path("assessment").path("policyVersion").asInt()).isEqualTo(1);
        assertThat(disputed.path("assessment").path("by").asString()).isEqualTo("standards");
        assertThat(disputed.path("assessment").path("response").asString()).isEqualTo("TRAINING");
        assertThat(disputed.path("answer").path("accepts").asBoolean()).isFalse();
        JsonNode decided = disputed.path("reviews").path(0).path("decided");
        assertThat(decided.path("by").asString()).isEqualTo("reviewer");
        assertThat(decided.path("upheld").asBoolean()).isFalse();
        assertThat(disputed.path("completion").path("response").asString()).isEqualTo("ADVICE");
        assertThat(disputed.path("state").asString()).isEqualTo("CLOSED");
    }

    @Test
    void theStorysAbuseIsReferredAndItsBundleCanBeHandedOver() throws IOException {
        JsonNode abuse = read("/api/transgressions/neighbour-exposed");

        assertThat(abuse.path("pinned").path("earlierBreaches").asInt()).isEqualTo(1);
        assertThat(abuse.path("assessment").path("intent").asString()).isEqualTo("DELIBERATE");
        assertThat(abuse.path("completion").path("response").asString()).isEqualTo("MISCONDUCT_REFERRAL");
        assertThat(abuse.path("completion").path("reference").asString()).isEqualTo("misconduct-2147");
        JsonNode bundle = read("/api/transgressions/neighbour-exposed/bundle");
        assertThat(bundle.path("clauses")).hasSize(2);
        assertThat(bundle.path("history")).hasSize(5);
    }

    private JsonNode read(String path) throws IOException {
        HttpResponse<String> answer = jar.get("auditor", path);
        ok(answer);
        return JSON.readTree(answer.body());
    }

    private void register(String officer) throws IOException {
        ok(jar.put("comms", "/api/officers/" + officer, """
                {"name": "%s", "collarNumber": "PC 1", "unit": "harbour"}""".formatted(officer)));
    }

    private void train(String officer) throws IOException {
        ok(jar.post("comms", "/api/officers/" + officer + "/training", """
                {"trainingId": "t", "course": "Posting well", "completedOn": "2026-03-03", "validUntil": "2099-12-31"}"""));
    }

    private void acknowledge(String officer) throws IOException {
        ok(jar.post("comms", "/api/officers/" + officer + "/acknowledgements", """
                {"policyId": "social-media", "version": 2}"""));
    }

    private void request(String officer) throws IOException {
        ok(jar.put("comms", "/api/accounts/of-" + officer, accountFor(officer, "@Of-" + officer)));
    }

    private static String accountFor(String holder, String handle) {
        return """
                {"platform": "X", "handle": "%s", "purpose": "To be found", "audience": "Residents",
                 "holderId": "%s", "policyId": "social-media"}""".formatted(handle, holder);
    }

    private List<String> eventsOf(String officer) throws SQLException, IOException {
        return StoredEvents.select(
                jar,
                data,
                "SELECT kind FROM eventstore.event_log WHERE subject = 'officer' AND subject_id = '" + officer
                        + "' ORDER BY position");
    }

    private static void ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    private static String codeOf(HttpResponse<String> answer) {
        JsonNode problem = JSON.readTree(answer.body().getBytes(UTF_8));
        return problem.path("code").asString();
    }

    /** The same name with its letters in upper case where the number's bits say so. */
    private static String inLettersOf(String name, int bits) {
        StringBuilder result = new StringBuilder(name.toLowerCase(Locale.ROOT));
        for (int i = 0; i < 5; i++) {
            if ((bits >> i & 1) == 1) {
                result.setCharAt(i + 1, Character.toUpperCase(result.charAt(i + 1)));
            }
        }
        return result.toString();
    }

    private static <T> List<T> atOnce(List<Callable<T>> requests) throws InterruptedException, ExecutionException {
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(requests.size())) {
            List<Future<T>> sent = requests.stream()
                    .map(request -> threads.submit(() -> {
                        go.await();
                        return request.call();
                    }))
                    .toList();
            go.countDown();
            List<T> answers = new ArrayList<>();
            for (Future<T> future : sent) {
                answers.add(future.get());
            }
            return answers;
        }
    }
}
