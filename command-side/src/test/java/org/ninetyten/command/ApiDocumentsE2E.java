package org.ninetyten.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ninetyten.command.running.CommandSideProcess;
import org.ninetyten.command.running.Reply;
import org.ninetyten.command.running.StoreDatabase;
import org.ninetyten.edge.caller.AccessTable;
import tools.jackson.databind.json.JsonMapper;

/** The API documents of the running command side: what they promise works when pasted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiDocumentsE2E {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    /** One story in its order: who does what. Each example is used, and each command that takes no body. */
    private static final List<Step> STORY = List.of(
            new Step("comms", "PUT", "/api/officers/{id}", "example"),
            new Step("comms", "POST", "/api/officers/{id}/details", "example"),
            new Step("comms", "POST", "/api/officers/{id}/training", "example"),
            new Step("comms", "PUT", "/api/policies/{id}", "example"),
            new Step("comms", "POST", "/api/policies/{id}/revisions", "example"),
            new Step("comms", "POST", "/api/policies/{id}/versions", "example"),
            new Step("comms", "POST", "/api/policies/{id}/reviews", "example"),
            new Step("amina", "POST", "/api/officers/{id}/acknowledgements", "example"),
            new Step("amina", "PUT", "/api/accounts/{id}", "example"),
            new Step("comms", "POST", "/api/accounts/{id}/authorisation", "example"),
            new Step("comms", "PUT", "/api/officers/{id}", "ben"),
            new Step("comms", "POST", "/api/officers/{id}/training", "ben"),
            new Step("comms", "POST", "/api/officers/{id}/acknowledgements", "ben"),
            new Step("comms", "POST", "/api/accounts/{id}/operators", "example"),
            new Step("sergeant", "POST", "/api/officers/{id}/conversations", "example"),
            new Step(
                    "sergeant",
                    "POST",
                    "/api/officers/{id}/conversations/{conversationId}/actions/{n}/completion",
                    "example"),
            new Step("amina", "POST", "/api/officers/{id}/conversations/{conversationId}/notes", "example"),
            new Step("amina", "POST", "/api/officers/{id}/advice", "example"),
            new Step("comms", "POST", "/api/officers/{id}/advice/{adviceId}/reply", "example"),
            new Step("amina", "POST", "/api/officers/{id}/advice/{adviceId}/outcome", "example"),
            new Step("sergeant", "POST", "/api/accounts/{id}/commendations", "example"),
            new Step("comms", "POST", "/api/accounts/{id}/dip-samples", "example"),
            new Step("sergeant", "POST", "/api/officers/{id}/check-ins", "example"),
            new Step("comms", "POST", "/api/accounts/{id}/purpose", "example"),
            new Step("comms", "POST", "/api/accounts/{id}/reviews", "example"),
            new Step("amina", "PUT", "/api/accounts/{id}", "harbour-y"),
            new Step("comms", "POST", "/api/accounts/{id}/refusal", "example"),
            new Step("sergeant", "PUT", "/api/transgressions/{id}", "example"),
            new Step("standards", "POST", "/api/transgressions/{id}/assessment", "example"),
            new Step("sergeant", "POST", "/api/transgressions/{id}/notice", "example"),
            new Step("amina", "POST", "/api/transgressions/{id}/answer", "example"),
            new Step("amina", "POST", "/api/transgressions/{id}/review-request", "example"),
            new Step("reviewer", "POST", "/api/transgressions/{id}/review-decision", "example"),
            new Step("sergeant", "POST", "/api/transgressions/{id}/completion", "example"),
            new Step("standards", "POST", "/api/transgressions/{id}/closure", "example"),
            new Step("comms", "PUT", "/api/transgressions/{id}", "case-2"),
            new Step("comms", "PUT", "/api/transgressions/{id}", "case-3"),
            new Step("standards", "POST", "/api/transgressions/{id}/assessment", "case-2"),
            new Step("standards", "POST", "/api/transgressions/{id}/closure", "case-2"),
            new Step("standards", "POST", "/api/transgressions/{id}/restriction", "example"),
            new Step("reviewer", "POST", "/api/transgressions/{id}/restriction", "case-1"),
            new Step("reviewer", "POST", "/api/transgressions/{id}/reopening", "example"),
            new Step("standards", "POST", "/api/transgressions/{id}/withdrawal", "example"),
            new Step("standards", "POST", "/api/accounts/{id}/suspension", "example"),
            new Step("standards", "POST", "/api/accounts/{id}/reinstatement", "example"),
            new Step("comms", "DELETE", "/api/accounts/{id}/operators/{officerId}", ""),
            new Step("comms", "POST", "/api/accounts/{id}/transfer", "example"),
            new Step("comms", "POST", "/api/officers/{id}/leaving", "example"),
            new Step("comms", "POST", "/api/accounts/{id}/closure", "example"),
            new Step("comms", "POST", "/api/policies/{id}/withdrawal", "example"),
            new Step("comms", "PUT", "/api/officers/{id}", "dana"),
            new Step("comms", "POST", "/api/officers/{id}/leaving", "dana"),
            new Step("standards", "POST", "/api/officers/{id}/legal-holds", "dana"),
            new Step("standards", "POST", "/api/officers/{id}/legal-holds/{holdId}/lifting", "dana"),
            new Step("comms", "POST", "/api/officers/{id}/erasure", "dana"));

    /** @param example the example's name; empty for a command without a body */
    private record Step(String who, String method, String path, String example) {}

    private final CommandSideProcess running = CommandSideProcess.start(StoreDatabase.create("api_documents"));
    private final String documents = running.get("/v3/api-docs").body();
    private final Map<String, Map<String, Object>> operations = operations();

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void everyCommandIsInTheDocuments() {
        Set<String> commands = STORY.stream().map(ApiDocumentsE2E::name).collect(Collectors.toCollection(TreeSet::new));

        assertThat(AccessTable.rows().stream()
                        .map(row -> row.method() + " " + row.path().getPatternString())
                        .toList())
                .containsAll(operations.keySet());
        assertThat(operations.keySet()).isEqualTo(commands);
    }

    @Test
    void everyOperationSaysInASentenceWhatItDoesAndWhoMay() {
        assertThat(operations).allSatisfy((name, operation) -> {
            assertThat(operation.get("summary")).as(name).asString().isNotBlank();
            assertThat(operation.get("description"))
                    .as(name)
                    .asString()
                    .containsPattern("COMMS|OFFICER|SUPERVISOR|STANDARDS");
            assertThat(operation.get("tags")).as(name).asString().contains(": commands");
        });
    }

    @Test
    void everyBodyHasAnExampleAndEveryExampleIsPartOfTheStory() {
        Set<String> told = STORY.stream()
                .filter(step -> !step.example().isEmpty())
                .map(step -> name(step) + " " + step.example())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> shown = new TreeSet<>();
        operations.forEach((name, operation) -> {
            if (operation.containsKey("requestBody")) {
                assertThat(examples(operation)).as(name).isNotEmpty();
                examples(operation).keySet().forEach(example -> shown.add(name + " " + example));
            }
        });

        assertThat(shown).isEqualTo(told);
    }

    @Test
    void theExamplesWorkWhenPastedInTheOrderOfTheirStory() {
        for (Step step : STORY) {
            Map<String, Object> operation = operations.getOrDefault(name(step), Map.of());

            Reply reply = running.send(step.who(), step.method(), path(step, operation), body(step, operation));

            assertThat(reply.status())
                    .as("%s as %s: %s", name(step), step.who(), reply.body())
                    .isEqualTo(step.method().equals("PUT") || step.path().endsWith("/versions") ? 201 : 200);
        }
    }

    private static @Nullable String body(Step step, Map<String, Object> operation) {
        if (step.example().isEmpty()) {
            assertThat(operation).doesNotContainKey("requestBody");
            return null;
        }
        Object value = JsonPath.read(examples(operation), "$['" + step.example() + "'].value");
        return JSON.writeValueAsString(value);
    }

    private static String path(Step step, Map<String, Object> operation) {
        String id = step.example().isEmpty() || step.example().equals("example")
                ? exampleOf("id", operation)
                : step.example();
        return PARAMETER
                .matcher(step.path().replace("{id}", id))
                .replaceAll(parameter -> exampleOf(parameter.group(1), operation));
    }

    private static String exampleOf(String parameter, Map<String, Object> operation) {
        return JsonPath.<List<Object>>read(operation, "$.parameters[?(@.name == '%s')].example".formatted(parameter))
                .getFirst()
                .toString();
    }

    private static Map<String, Object> examples(Map<String, Object> operation) {
        return JsonPath.read(operation, "$.requestBody.content['application/json'].examples");
    }

    private Map<String, Map<String, Object>> operations() {
        Map<String, Map<String, Map<String, Object>>> paths = JsonPath.read(documents, "$.paths");
        Map<String, Map<String, Object>> found = new LinkedHashMap<>();
        paths.forEach((path, methods) -> {
            // Sheets are no JSON, and imports are asked about too: ImportsE2E looks at those.
            if (path.startsWith("/api/") && !path.startsWith("/api/imports")) {
                methods.forEach(
                        (method, operation) -> found.put(method.toUpperCase(Locale.ROOT) + " " + path, operation));
            }
        });
        return found;
    }

    private static String name(Step step) {
        return step.method() + " " + step.path();
    }
}
