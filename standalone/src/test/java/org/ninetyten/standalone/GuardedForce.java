package org.ninetyten.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.caller.Role;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two units with an officer, an account, a case and a restricted case each, in the whole program; and people of every
 * role. What stands in the restricted cases has a word in it that stands nowhere else.
 */
final class GuardedForce implements AutoCloseable {

    static final String CANARY = "zebra";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PASSWORD = "ninety-ten-demo";
    private static final Path POLICY = Path.of(System.getProperty("basedir", "."))
            .resolve("src/main/resources/org/ninetyten/standalone/demo/social-media-1.json");

    /** @param listed whether restricted cases are there for them */
    record Person(
            String name,
            Role role,
            @Nullable String officerId,
            @Nullable String unit,
            boolean listed) {}

    static final List<Person> PEOPLE = List.of(
            new Person("amina", Role.OFFICER, "amina", "harbour", false),
            new Person("tomtown", Role.OFFICER, "tomtown", "town", false),
            new Person("sergeant", Role.SUPERVISOR, null, "harbour", false),
            new Person("inspector", Role.SUPERVISOR, null, "town", false),
            new Person("drifter", Role.SUPERVISOR, null, null, false),
            new Person("comms", Role.COMMS, null, null, false),
            new Person("insider", Role.COMMS, null, null, true),
            new Person("standards", Role.STANDARDS, null, null, true),
            new Person("reviewer", Role.STANDARDS, null, null, false),
            new Person("auditor", Role.AUDITOR, null, null, false),
            new Person("admin", Role.ADMIN, null, null, false));

    /** One of what commands and queries are about; its officer's unit is its own. */
    record Subject(String kind, String id, String officer, String account, String unit, boolean restricted) {}

    static final List<Subject> SUBJECTS = List.of(
            new Subject("officers", "amina", "amina", "harbour-x", "harbour", false),
            new Subject("officers", "tomtown", "tomtown", "town-x", "town", false),
            new Subject("accounts", "harbour-x", "amina", "harbour-x", "harbour", false),
            new Subject("accounts", "town-x", "tomtown", "town-x", "town", false),
            new Subject("transgressions", "open-harbour", "amina", "harbour-x", "harbour", false),
            new Subject("transgressions", "open-town", "tomtown", "town-x", "town", false),
            new Subject("transgressions", "hidden-harbour", "amina", "harbour-x", "harbour", true),
            new Subject("transgressions", "hidden-town", "tomtown", "town-x", "town", true));

    static final Set<String> HIDDEN = Set.of(CANARY, "hidden-harbour", "hidden-town");

    final RunningJar program;

    private GuardedForce(RunningJar program) {
        this.program = program;
    }

    static GuardedForce start(Path data) throws IOException {
        String hash = new BCryptPasswordEncoder(4).encode(PASSWORD);
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < PEOPLE.size(); i++) {
            Person person = PEOPLE.get(i);
            String user = "--ninety-ten.service-users[" + i + "].";
            arguments.addAll(List.of(
                    user + "name=" + person.name(), user + "password-hash=" + hash, user + "roles=" + person.role()));
            if (person.officerId() != null) {
                arguments.add(user + "officer-id=" + person.officerId());
            }
            if (person.unit() != null) {
                arguments.add(user + "unit=" + person.unit());
            }
        }
        GuardedForce force =
                new GuardedForce(RunningJar.start(Beforehand.empty(data), arguments.toArray(String[]::new)));
        force.begin();
        return force;
    }

    private void begin() throws IOException {
        give("comms", "PUT", "/api/policies/social-media", """
                {"title": "Social media", "content": %s}""".formatted(Files.readString(POLICY)));
        give("comms", "POST", "/api/policies/social-media/versions", """
                {"significance": "MAJOR", "summaryOfChange": "The first", "effectiveFrom": "2025-01-01",
                 "reviewBy": "2099-01-01"}""");
        for (Subject one : SUBJECTS.subList(2, 4)) {
            person(one.officer(), one.unit());
            give("comms", "PUT", "/api/accounts/" + one.id(), """
                    {"platform": "X", "handle": "@%s", "purpose": "News", "audience": "Residents", "holderId": "%s",
                     "policyId": "social-media", "openedOn": "2025-02-01"}""".formatted(one.id(), one.officer()));
            give("comms", "POST", "/api/accounts/" + one.id() + "/authorisation", "{}");
        }
        person("ben", "harbour");
        for (Subject one : SUBJECTS.subList(4, 8)) {
            report(one.id(), one.officer(), one.account(), one.restricted() ? CANARY : "plain");
        }
        for (Subject hidden : SUBJECTS.subList(6, 8)) {
            assess(hidden.id());
            String supervisor = hidden.unit().equals("harbour") ? "sergeant" : "inspector";
            give(supervisor, "POST", "/api/officers/" + hidden.officer() + "/conversations", """
                    {"conversationId": "about-%1$s", "heldOn": "2026-02-01", "topics": ["%2$s"], "summary": "%2$s",
                     "agreedActions": ["%2$s"], "transgressionId": "%1$s"}""".formatted(
                            hidden.id(), CANARY));
            give("standards", "POST", "/api/transgressions/" + hidden.id() + "/restriction", """
                    {"restricted": true, "allowed": ["insider"], "reason": "%s"}""".formatted(CANARY));
        }
        awaitAllTold();
    }

    private void person(String officer, String unit) throws IOException {
        String path = "/api/officers/" + officer;
        give("comms", "PUT", path, """
                {"name": "Officer %1$s", "collarNumber": "PC %1$s", "unit": "%2$s"}""".formatted(officer, unit));
        give("comms", "POST", path + "/training", """
                {"trainingId": "course-%s", "course": "Posting well", "completedOn": "2025-01-15",
                 "validUntil": "2099-12-31"}""".formatted(officer));
        give("comms", "POST", path + "/acknowledgements", """
                {"policyId": "social-media", "version": 1, "acknowledgedOn": "2025-01-20"}""");
    }

    void report(String id, String officer, String account, String word) throws IOException {
        give("comms", "PUT", "/api/transgressions/" + id, """
                {"accountId": "%s", "officerId": "%s", "postedAt": "2026-01-15T10:00:00Z",
                 "post": {"text": "A %3$s in the street"}, "category": "OPERATIONAL_DISCLOSURE",
                 "description": "The %3$s can be seen"}""".formatted(account, officer, word));
    }

    /** As a breach for which the account is suspended: what is to come of it shows to nobody who may not know of it. */
    void assess(String id) throws IOException {
        JsonNode clauses = JSON.readTree(Files.readString(POLICY)).path("clauses");
        give("standards", "POST", "/api/transgressions/" + id + "/assessment", """
                {"breach": true, "clauseIds": ["%s"], "intent": "DELIBERATE", "harm": "MEDIUM", "mitigations": [],
                 "response": "SUSPEND_ACCESS", "rationale": "Until it is clear", "explanation": "The %s was to be secret"}""".formatted(
                        clauses.get(0).path("id").asString(), CANARY));
    }

    void give(String user, String method, String path, String body) throws IOException {
        HttpResponse<String> answer = program.send(user, method, path, body);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 299);
    }

    /** Until every projection has taken in all there is, and what follows of itself has followed. */
    void awaitAllTold() {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            long before = position();
            return isTold() && before == position();
        });
    }

    private boolean isTold() throws IOException {
        for (JsonNode projection : projections()) {
            if (projection.path("lagEvents").asLong() > 0) {
                return false;
            }
        }
        return true;
    }

    long position() throws IOException {
        return projections().get(0).path("position").asLong();
    }

    private JsonNode projections() throws IOException {
        return JSON.readTree(program.get("admin", "/api/projections").body()).path("items");
    }

    @Override
    public void close() {
        program.close();
    }
}
