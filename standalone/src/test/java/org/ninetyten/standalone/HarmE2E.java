package org.ninetyten.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninetyten.edge.caller.AccessTable;
import org.ninetyten.edge.caller.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The harm test: between the report of a case and the notice to its officer, nothing of what the officer can ask for is
 * other than it was, and no command of theirs is answered otherwise.
 */
class HarmE2E {

    @Test
    void anOfficerFindsNothingOfACaseBeforeTheyAreTold(@TempDir Path directory) throws IOException {
        try (GuardedForce force = GuardedForce.start(directory.resolve("data"))) {
            // It is often placed because of what the officer is not to know yet.
            force.give("standards", "POST", "/api/officers/amina/legal-holds", """
                    {"holdId": "covert-inquiry", "reason": "Wanted in a covert inquiry"}""");
            awaitTold(force, "/api/officers/amina/history?kind=LegalHoldPlaced", "covert-inquiry");
            Map<String, String> before = everything(force, "secret-case");
            assertThat(before.values()).noneMatch(told -> told.contains("covert"));

            force.report("secret-case", "amina", "harbour-x", "plain");
            force.assess("secret-case");
            awaitTold(force, "/api/duties?transgressionId=secret-case", "\"NOTICE\"");
            awaitTold(force, "/api/transgressions/secret-case", "\"ASSESSED\"");
            awaitTold(force, "/api/officers/amina/history?kind=TransgressionAssessed", "secret-case");
            awaitTold(force, "/api/accounts/harbour-x/history?kind=AccountSuspended", "secret-case");

            Map<String, String> after = everything(force, "secret-case");
            // That the officer's own record was read in the meantime is theirs to know.
            assertThat(after.replace("GET /api/access-log", before.get("GET /api/access-log")))
                    .endsWith("[amina]");
            assertThat(after).isEqualTo(before);
            force.give("sergeant", "POST", "/api/transgressions/secret-case/notice", """
                    {"clauseIds": ["operations"], "why": "It was to be secret", "whatGoodLooksLike": "Ask first"}""");
            awaitTold(force, "/api/duties?transgressionId=secret-case", "\"ANSWER\"");
            awaitTold(force, "/api/transgressions/secret-case", "\"NOTIFIED\"");
            awaitTold(force, "/api/officers/amina/history?kind=OfficerNotified", "secret-case");
            assertThat(force.program.get("amina", "/api/duties").body())
                    .as("before they answer")
                    .contains("secret-case");
            Map<String, String> told = everything(force, "secret-case");
            assertThat(told.get("GET /api/transgressions/{id}")).startsWith("200");
            assertThat(told.get("GET /api/officers/{id}")).contains("secret-case");
            assertThat(told.get("GET /api/access-log")).endsWith("[amina, secret-case]");
        }
    }

    /** Until whoever may know of it finds it. */
    private static void awaitTold(GuardedForce force, String path, String words) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(force.program.get("auditor", path).body()).contains(words));
    }

    private static Map<String, String> everything(GuardedForce force, String caseId) throws IOException {
        Map<String, String> answers = new TreeMap<>();
        for (AccessTable.Row row : AccessTable.rows()) {
            String path = row.path().getPatternString();
            boolean theirs = row.roles().contains(Role.OFFICER);
            if (!theirs || (!row.method().equals("GET") && !path.startsWith("/api/transgressions/{id}/"))) {
                continue;
            }
            String asked =
                    path.replace("{n}", "1").replace("{id}", path.startsWith("/api/officers") ? "amina" : caseId);
            HttpResponse<String> answer = force.program.send("amina", row.method(), asked, bodyFor(path));
            String body = path.equals("/api/access-log") ? othersReadOf(answer.body()) : normal(answer.body());
            answers.put(row.method() + " " + path, answer.statusCode() + " " + headers(answer) + body);
            if (row.method().equals("GET") && path.endsWith("/history")) {
                HttpResponse<String> csv = force.program.send("amina", "GET", asked, "", "Accept", "text/csv");
                answers.put(path + " as CSV", csv.statusCode() + " " + headers(csv) + normal(csv.body()));
            }
        }
        return answers;
    }

    private static String bodyFor(String path) {
        if (path.endsWith("/answer")) {
            return """
                    {"accepts": false, "statement": "No"}""";
        }
        return path.endsWith("/review-request") ? """
                {"reason": "Why"}""" : "";
    }

    private static List<String> headers(HttpResponse<String> answer) {
        List<String> headers = new ArrayList<>();
        for (String name : List.of("ETag", "Link", "Content-Type", "Vary")) {
            headers.addAll(answer.headers().allValues(name));
        }
        return headers;
    }

    /** Of what, apart from the officer themselves, who has asked for all of this. */
    private static String othersReadOf(String log) {
        Set<String> subjects = new TreeSet<>();
        for (JsonNode read : JsonMapper.shared().readTree(log).get("items")) {
            if (!read.get("caller").asString().equals("amina")) {
                subjects.add(read.get("subject").get("id").asString());
            }
        }
        return subjects.toString();
    }

    private static String normal(String body) {
        return body.replaceAll("\"(instance|correlationId|traceId)\":\"[^\"]*\"", "");
    }
}
