package org.ninetyten.standalone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's whole life here, and afterwards not a word of it on the disk. */
class ErasureE2E {

    /** In every text that is said about them, and in nothing else. */
    private static final String CANARY = "Zwieselquendel";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final List<String> PROJECTIONS =
            List.of("accounts", "acknowledgements", "duties", "histories", "officers", "overview", "transgressions");

    @SuppressWarnings("NullAway.Init") // Each time that it is started.
    private RunningJar jar;

    @Test
    void ofWhoeverIsErasedNotAWordStaysOnTheDisk(@TempDir Path directory) throws IOException {
        Path data = Beforehand.toldStory(directory.resolve("data"));
        String[] arguments = {"--ninety-ten.demo=true", "--ninety-ten.erasure.retention-years=0"};
        String output;
        jar = RunningJar.start(data, arguments);
        try {
            live();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(said("auditor", "/api/officers/mole/history?limit=200"))
                            .contains(CANARY + " withdrawn"));
            assertThat(said("auditor", "/api/officers/mole")).contains(CANARY);
            assertThat(filesWith(CANARY, data))
                    .as("the test sees what is there")
                    .isNotEmpty();

            erase();
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
                JsonNode erasure = JSON.readTree(said("auditor", "/api/officers/mole/erasure"));
                return erasure.get("complete").asBoolean();
            });

            assertNothingIsSaid();
            assertThat(filesWith(CANARY, data)).as("while it runs").isEmpty();
            rebuildAndVerify();
            assertNothingIsSaid();
            output = jar.output();
        } finally {
            jar.close();
        }

        assertThat(filesWith(CANARY, data)).as("after it has stopped").isEmpty();
        assertThat(output).doesNotContain(CANARY);
    }

    private void live() throws IOException {
        done(put("comms", "/api/officers/mole", """
                {"name": "%1$s Registered", "collarNumber": "%1$s 1", "unit": "harbour"}"""));
        done(post("comms", "/api/officers/mole/details", """
                {"name": "%1$s Changed", "collarNumber": "%1$s 2", "unit": "harbour"}"""));
        done(post("comms", "/api/officers/mole/training", """
                {"trainingId": "t", "course": "%1$s course", "completedOn": "%3$s", "validUntil": "%4$s"}"""));
        done(post("comms", "/api/officers/mole/acknowledgements", """
                {"policyId": "social-media", "version": 2}"""));
        done(put("comms", "/api/accounts/mole-x", """
                {"platform": "X", "handle": "%1$s_handle", "purpose": "%1$s purpose", "audience": "%1$s audience",
                 "holderId": "mole", "policyId": "social-media"}"""));
        done(post("comms", "/api/accounts/mole-x/authorisation", ""));
        done(post("comms", "/api/accounts/mole-x/purpose", """
                {"purpose": "%1$s other", "audience": "%1$s other", "reason": "%1$s reason"}"""));
        done(post("comms", "/api/accounts/mole-x/reviews", """
                {"reviewedOn": "%2$s", "note": "%1$s reviewed"}"""));
        done(post("comms", "/api/accounts/mole-x/dip-samples", """
                {"sampleId": "s", "sampledOn": "%2$s", "sampled": 2, "good": 1, "concerns": ["%1$s concern"]}"""));
        done(post("sergeant", "/api/officers/mole/check-ins", """
                {"checkInId": "c", "heldOn": "%2$s", "note": "%1$s check-in"}"""));
        done(post("sergeant", "/api/officers/mole/conversations", """
                {"conversationId": "v", "heldOn": "%2$s", "topics": ["%1$s topic"], "summary": "%1$s summary",
                 "agreedActions": ["%1$s action"]}"""));
        done(put("standards", "/api/transgressions/mole-case", """
                {"accountId": "mole-x", "officerId": "mole", "postedAt": "%5$s",
                 "post": {"text": "%1$s posted", "url": "https://social.example/%1$s"}, "category": "OTHER",
                 "description": "%1$s described", "reportedBy": "%1$s reporter"}"""));
        done(post("standards", "/api/transgressions/mole-case/withdrawal", """
                {"reason": "%1$s withdrawn"}"""));
        done(post("comms", "/api/accounts/mole-x/closure", """
                {"reason": "%1$s closed"}"""));
        done(post("standards", "/api/officers/mole/legal-holds", """
                {"holdId": "h", "reason": "%1$s hold"}"""));
        done(post("comms", "/api/officers/mole/leaving", """
                {"leftOn": "%3$s"}"""));
    }

    private void erase() throws IOException {
        String erasure = """
                {"erasureId": "e", "reason": "%1$s erased"}""";
        assertRefused("on-legal-hold", post("comms", "/api/officers/mole/erasure", erasure));
        done(post("standards", "/api/officers/mole/legal-holds/h/lifting", """
                {"reason": "%1$s lifted"}"""));
        String proposed = done(post("comms", "/api/officers/mole/erasure", erasure));
        assertThat(done(post("comms", "/api/officers/mole/erasure", erasure))).isEqualTo(proposed);
        assertRefused("not-independent", post("comms", "/api/officers/mole/erasure", """
                {"reason": "%1$s erased"}"""));
        String erased = done(post("standards", "/api/officers/mole/erasure", erasure));
        assertThat(done(post("standards", "/api/officers/mole/erasure", erasure)))
                .isEqualTo(erased);
        assertRefused("erased", post("comms", "/api/officers/mole/details", """
                {"name": "%1$s again", "collarNumber": "1", "unit": "harbour"}"""));
    }

    private void assertNothingIsSaid() throws IOException {
        for (String path : List.of(
                "/api/officers/mole",
                "/api/officers/mole/history?limit=200",
                "/api/officers/mole/erasure",
                "/api/officers/mole?at=" + Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.MILLIS),
                "/api/accounts/mole-x",
                "/api/accounts/mole-x/history",
                "/api/transgressions/mole-case",
                "/api/transgressions/mole-case/history",
                "/api/officers?limit=200",
                "/api/accounts?limit=200")) {
            assertThat(said("auditor", path)).as(path).doesNotContain(CANARY).contains("mole");
        }
        assertThat(said("auditor", "/api/officers/mole")).contains("[erased]");
        assertThat(said("auditor", "/api/accounts/mole-x")).contains("[erased]");
    }

    private void rebuildAndVerify() throws IOException {
        for (String projection : PROJECTIONS) {
            done(jar.post("admin", "/api/projections/" + projection + "/rebuild", ""));
        }
        for (String projection : PROJECTIONS) {
            String path = "/api/projections/" + projection;
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(JSON.readTree(said("admin", path))
                                    .get("rebuild")
                                    .get("state")
                                    .asString())
                            .isEqualTo("DONE"));
            done(jar.post("admin", path + "/verification", ""));
        }
        for (String projection : PROJECTIONS) {
            String path = "/api/projections/" + projection + "/verification";
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(JSON.readTree(said("admin", path))
                                    .get("state")
                                    .asString())
                            .isEqualTo("DONE"));
            assertThat(JSON.readTree(said("admin", path)).get("differing").asInt())
                    .as(said("admin", path))
                    .isZero();
        }
    }

    private HttpResponse<String> post(String user, String path, String body) throws IOException {
        return jar.post(user, path, filledIn(body));
    }

    private HttpResponse<String> put(String user, String path, String body) throws IOException {
        return jar.put(user, path, filledIn(body));
    }

    /** The canary, today, yesterday, a day next year, and a moment ago. */
    private static String filledIn(String body) {
        return body.formatted(
                CANARY,
                today(),
                today().minusDays(1),
                today().plusYears(1),
                Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.SECONDS));
    }

    private String said(String user, String path) throws IOException {
        HttpResponse<String> answer = jar.get(user, path);
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String done(HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as("%s: %s", answer.uri(), answer.body())
                .isBetween(200, 299);
        return answer.body();
    }

    private static void assertRefused(String code, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(JSON.readTree(answer.body()).get("code").asString()).isEqualTo(code);
    }

    private static LocalDate today() {
        return LocalDate.now(java.time.ZoneId.of("Europe/London"));
    }

    /** Everything that is kept, the database's own files, its log of changes and what it printed included; not its programs. */
    private static List<Path> filesWith(String word, Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> !file.startsWith(directory.resolve("binaries")))
                    .filter(Files::isRegularFile)
                    .filter(file -> says(word, file))
                    .toList();
        }
    }

    private static boolean says(String word, Path file) {
        try {
            String content = Files.readString(file, ISO_8859_1);
            return content.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            // It went while it was looked for.
            return false;
        }
    }
}
