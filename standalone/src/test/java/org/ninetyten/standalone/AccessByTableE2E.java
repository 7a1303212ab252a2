package org.ninetyten.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ninetyten.edge.caller.AccessTable;
import org.ninetyten.edge.caller.Grant;
import org.ninetyten.edge.caller.Limit;
import org.ninetyten.edge.caller.Role;
import org.ninetyten.standalone.GuardedForce.Person;
import org.ninetyten.standalone.GuardedForce.Subject;
import org.springframework.http.server.PathContainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every command and query of the running program's OpenAPI document, by people of every role, about what is of their own
 * unit and of another's, restricted and not: held against the access table.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessByTableE2E {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** So that a command that is let in finds that it is out of date, and changes nothing. */
    private static final String[] OUT_OF_DATE = {"If-Match", "\"999999\""};

    /** The general place of a path's parameter that is no subject. */
    private static final Map<String, String> PARAMETERS = Map.of("{n}", "1", "{name}", "none");

    private GuardedForce force;
    private final List<Operation> operations = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    /** @param queries what is asked of it beside nothing: required parameters, and an instant where it may be asked for */
    private record Operation(String method, String path, List<String> queries, String body, boolean csv) {

        AccessTable.Row row() {
            return AccessTable.find(method, PathContainer.parsePath(path.replaceAll("\\{\\w+}", "7")))
                    .orElseThrow(() -> new AssertionError("The access table has no row for " + this));
        }

        /** What it is about, such as {@code officers}. */
        String kind() {
            return path.split("/", -1)[2];
        }

        boolean isAboutOne() {
            return path.startsWith("/api/" + kind() + "/{id}");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        force = GuardedForce.start(directory.resolve("data"));
        JsonNode document =
                JSON.readTree(force.program.get("nobody", "/v3/api-docs").body());
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method ->
                                operations.add(operation(path.getKey(), method.getKey(), method.getValue()))));
    }

    @AfterAll
    void stop() {
        force.close();
    }

    @Test
    void everyOperationHasARowAndEveryRowAnOperation() {
        Set<String> documented =
                new TreeSet<>(operations.stream().map(Operation::toString).toList());
        Set<String> listed = new TreeSet<>(AccessTable.rows().stream()
                .map(row -> row.method() + " " + row.path().getPatternString())
                .filter(row -> row.contains(" /api/"))
                .toList());

        assertThat(documented).isEqualTo(listed);
    }

    @Test
    void everyAnswerIsWhatTheTableSays() throws IOException {
        long before = force.position();

        for (Operation operation : operations) {
            for (Person person : GuardedForce.PEOPLE) {
                for (Subject subject : subjectsOf(operation)) {
                    check(operation, person, subject);
                }
            }
        }

        assertThat(wrong).isEmpty();
        force.awaitAllTold();
        assertThat(force.position()).as("nothing was recorded").isEqualTo(before);
    }

    @Test
    void whoMayNotKnowOfACaseIsAnsweredWordForWordAsOfNoneWhateverElseTheySend() throws IOException {
        for (String hidden : List.of("open-town", "hidden-harbour", "hidden-town")) {
            assertSameAsOfNone(hidden, "sergeant", "/api/officers/amina/conversations", """
                    {"conversationId": "linked", "heldOn": "2026-02-01", "topics": ["tone"], "summary": "Went well",
                     "agreedActions": [], "transgressionId": "%s"}""");
            assertSameAsOfNone(hidden, "sergeant", "/api/transgressions/%s/completion", """
                    {"completedOn": "2026-02-01", "note": "Done"}""", "If-Match", "no version");
        }
    }

    private void assertSameAsOfNone(String hidden, String user, String path, String body, String... headers)
            throws IOException {
        HttpResponse<String> answer =
                force.program.send(user, "POST", path.formatted(hidden), body.formatted(hidden), headers);
        HttpResponse<String> none =
                force.program.send(user, "POST", path.formatted("never"), body.formatted("never"), headers);
        assertThat(answer.statusCode())
                .as(answer.body())
                .isEqualTo(none.statusCode())
                .isBetween(400, 409);
        assertThat(withoutRequest(answer.body(), hidden)).isEqualTo(withoutRequest(none.body(), "never"));
    }

    private static List<Subject> subjectsOf(Operation operation) {
        List<Subject> subjects = GuardedForce.SUBJECTS.stream()
                .filter(subject -> operation.isAboutOne() && subject.kind().equals(operation.kind()))
                .toList();
        return subjects.isEmpty() ? GuardedForce.SUBJECTS.subList(0, 1) : subjects;
    }

    private void check(Operation operation, Person person, Subject subject) throws IOException {
        for (String query : operation.queries()) {
            HttpResponse<String> answer = send(operation, person, subject.id(), query, subject);
            String as = "%s about %s by %s: %d %s"
                    .formatted(operation + query, subject.id(), person.name(), answer.statusCode(), answer.body());
            expect(operation, person, subject, query, answer, as);
            tellsNothingHidden(person, subject, answer, as);
            if (operation.csv() && answer.statusCode() == 200) {
                HttpResponse<String> csv = send(operation, person, subject.id(), query, subject, "Accept", "text/csv");
                tellsNothingHidden(person, subject, csv, "as CSV, " + as);
            }
        }
    }

    private void expect(
            Operation operation, Person person, Subject subject, String query, HttpResponse<String> answer, String as)
            throws IOException {
        AccessTable.Row row = operation.row();
        List<Grant> held = row.grants().stream()
                .filter(grant -> grant.role() == person.role())
                .toList();
        boolean aCase = operation.isAboutOne() && subject.kind().equals("transgressions");
        boolean report = operation.toString().equals("PUT /api/transgressions/{id}");
        if (row.bySecret()) {
            require(answer.statusCode() == 404, as);
        } else if (held.isEmpty()) {
            require(answer.statusCode() == 403, as);
        } else if (aCase && !report && !isThere(subject, person, held)) {
            // Word for word as of a case that there never was.
            HttpResponse<String> never = send(operation, person, "never", query, subject);
            require(
                    answer.statusCode() == 404
                            && never.statusCode() == 404
                            && withoutRequest(answer.body(), subject.id())
                                    .equals(withoutRequest(never.body(), "never")),
                    as + " but of none: " + never.body());
        } else if (isLimited(operation, subject) && !reaches(subject, person, held)) {
            require(answer.statusCode() == 403, as);
        } else if (report && subject.restricted() && !person.listed()) {
            require(answer.statusCode() == 409 && answer.body().contains("id-conflict"), as);
        } else {
            boolean notThere = answer.statusCode() == 404
                    && answer.body().matches("(?s).*There is no (transgression|officer|account) '.*");
            boolean refused = answer.statusCode() == 403 || answer.statusCode() == 401;
            require((!refused || asksForAnotherUnit(operation, person)) && !notThere, as);
            require(answer.statusCode() < 500, as);
        }
    }

    /** Of a supervisor with no unit there is no overview, and the example of a calendar is of one unit. */
    private static boolean asksForAnotherUnit(Operation operation, Person person) {
        boolean ofAUnit = operation.path().startsWith("/api/overview")
                ? person.unit() == null
                : operation.toString().equals("POST /api/duties/calendar") && !"harbour".equals(person.unit());
        return person.role() == Role.SUPERVISOR && ofAUnit;
    }

    /** Rows whose limits say about whom one subject, or the body of a command, may be. */
    private static boolean isLimited(Operation operation, Subject subject) {
        return operation.isAboutOne() && subject.kind().equals(operation.kind());
    }

    private static boolean isThere(Subject subject, Person person, List<Grant> held) {
        // No officer was told of any of these cases.
        return reaches(subject, person, held)
                && !subject.officer().equals(person.officerId())
                && (!subject.restricted() || person.listed());
    }

    private static boolean reaches(Subject subject, Person person, List<Grant> held) {
        boolean own = subject.officer().equals(person.officerId());
        return held.stream().anyMatch(grant -> {
            if (grant.has(Limit.OWN_UNIT)) {
                return subject.unit().equals(person.unit());
            }
            boolean limitedToOwn =
                    grant.has(Limit.OWN_RECORD) || grant.has(Limit.OWN) || grant.has(Limit.OWN_CASE_ONCE_TOLD);
            return !limitedToOwn || own;
        });
    }

    /** A refusal may say again what was asked for. */
    private void tellsNothingHidden(Person person, Subject subject, HttpResponse<String> answer, String as) {
        String told = answer.statusCode() >= 400
                ? withoutRequest(answer.body(), subject.id())
                        .replace(subject.officer(), "*")
                        .replace(subject.account(), "*")
                : answer.body();
        if (!person.listed()) {
            GuardedForce.HIDDEN.forEach(hidden -> require(!told.contains(hidden), "tells of " + hidden + ": " + as));
        }
        // Who read about them is an officer's to know, wherever the reader is from.
        if (Objects.equals(person.unit(), "harbour") && !as.contains("/api/access-log")) {
            require(!told.contains("tomtown"), "tells of another unit: " + as);
        }
        if (person.name().equals("drifter") || person.role() == Role.ADMIN) {
            require(!told.contains("amina"), "tells of someone: " + as);
        }
    }

    private void require(boolean so, String as) {
        if (!so && wrong.size() < 40) {
            wrong.add(as.length() > 600 ? as.substring(0, 600) : as);
        }
    }

    private HttpResponse<String> send(
            Operation operation, Person person, String id, String query, Subject subject, String... headers)
            throws IOException {
        String path = operation.path();
        if (!operation.isAboutOne() || !subject.kind().equals(operation.kind())) {
            path = path.replace(
                    "{id}",
                    operation.kind().equals("policies") ? "social-media" : "00000000-0000-0000-0000-000000000000");
        }
        path = path.replace("{id}", id);
        for (Map.Entry<String, String> parameter : PARAMETERS.entrySet()) {
            path = path.replace(parameter.getKey(), parameter.getValue());
        }
        path = path.replaceAll("\\{\\w+}", "x");
        String body = operation
                .body()
                .replace("\"amina\"", "\"" + subject.officer() + "\"")
                .replace("\"harbour-x\"", "\"" + subject.account() + "\"");
        String[] all = operation.method().equals("GET")
                ? headers
                : Stream.concat(Stream.of(OUT_OF_DATE), Stream.of(headers)).toArray(String[]::new);
        return force.program.send(person.name(), operation.method(), path + query, body, all);
    }

    private static String withoutRequest(String body, String id) {
        return withoutInstance(body).replace(id, "*");
    }

    private static String withoutInstance(String body) {
        return body.replaceAll("\"(instance|correlationId|traceId)\":\"[^\"]*\"", "");
    }

    private static Operation operation(String path, String method, JsonNode documented) {
        List<String> required = new ArrayList<>();
        List<String> queries = new ArrayList<>();
        boolean at = false;
        for (JsonNode parameter : documented.path("parameters")) {
            if (parameter.path("in").asString().equals("query")) {
                String name = parameter.path("name").asString();
                if (parameter.path("required").asBoolean()) {
                    required.add(name + "=" + parameter.path("example").asString());
                }
                at |= name.equals("at");
            }
        }
        String first = required.isEmpty() ? "" : "?" + String.join("&", required);
        queries.add(first);
        if (at) {
            queries.add("?at=" + Instant.now());
        }
        return new Operation(
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                queries,
                body(documented.path("requestBody").path("content").path("application/json")),
                documented.at("/responses/200/content").has("text/csv"));
    }

    private static String body(JsonNode content) {
        @Nullable JsonNode example = content.get("example");
        if (example == null) {
            for (JsonNode one : content.path("examples")) {
                example = one.get("value");
                break;
            }
        }
        if (example == null) {
            return "";
        }
        return example.isString() ? example.asString() : JSON.writeValueAsString(example);
    }
}
