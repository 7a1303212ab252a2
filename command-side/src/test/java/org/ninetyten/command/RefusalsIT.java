package org.ninetyten.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninetyten.command.running.Bodies;
import org.ninetyten.command.running.CommandSideProcess;
import org.ninetyten.command.running.Reply;
import org.ninetyten.command.running.StoreDatabase;

/** Whatever a command is refused for, nothing of it is kept. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsIT {

    private final StoreDatabase store = StoreDatabase.create("refusals");
    private final CommandSideProcess running = CommandSideProcess.start(store);

    @BeforeAll
    void tellTheStory() {
        done("PUT", "/api/officers/amina", Bodies.officer("Amina"));
        done("PUT", "/api/officers/untrained", Bodies.officer("Una"));
        done("PUT", "/api/officers/unread", Bodies.officer("Ria"));
        done("PUT", "/api/policies/social-media", Bodies.draft());
        done("PUT", "/api/policies/draft", Bodies.draft());
        done("PUT", "/api/policies/revised", Bodies.draft());
        done("POST", "/api/policies/social-media/versions", Bodies.version("2026-01-01"));
        done("POST", "/api/policies/revised/versions", Bodies.version("2026-01-01"));
        done("POST", "/api/policies/revised/revisions", Bodies.revision("another"));
        done("POST", "/api/officers/amina/training", Bodies.training("t-1"));
        done("POST", "/api/officers/unread/training", Bodies.training("t-1"));
        done("POST", "/api/officers/amina/acknowledgements", Bodies.acknowledgement("social-media", 1));
        done("POST", "/api/officers/untrained/acknowledgements", Bodies.acknowledgement("social-media", 1));
        done("PUT", "/api/accounts/harbour-x", Bodies.account("Harbour", "amina", "social-media"));
        done("PUT", "/api/accounts/untrained-x", Bodies.account("Untrained", "untrained", "social-media"));
        done("PUT", "/api/accounts/unread-x", Bodies.account("Unread", "unread", "social-media"));
        done("PUT", "/api/accounts/draft-x", Bodies.account("Draft", "amina", "draft"));
        done("PUT", "/api/officers/ben", Bodies.officer("Ben"));
        done("POST", "/api/officers/ben/training", Bodies.training("t-1"));
        done("POST", "/api/officers/ben/acknowledgements", Bodies.acknowledgement("social-media", 1));
        done("PUT", "/api/accounts/shared-x", Bodies.account("Shared", "amina", "social-media"));
        done("POST", "/api/accounts/shared-x/authorisation", "{}");
        done("POST", "/api/accounts/shared-x/operators", Bodies.operator("ben", "2026-06-01"));
    }

    @AfterAll
    void stop() {
        running.close();
    }

    Stream<Arguments> everyRefusal() {
        String account = "/api/accounts/";
        String operators = account + "shared-x/operators";
        String officer = "/api/officers/";
        String policy = "/api/policies/";
        return Stream.of(
                refused(409, "training-not-valid", "POST", account + "untrained-x/authorisation", null),
                refused(409, "policy-not-acknowledged", "POST", account + "unread-x/authorisation", null),
                refused(409, "no-policy-in-force", "POST", account + "draft-x/authorisation", null),
                refused(
                        409,
                        "handle-taken",
                        "PUT",
                        account + "other",
                        Bodies.account("@HARBOUR", "amina", "social-media")),
                refused(
                        409,
                        "no-such-officer",
                        "PUT",
                        account + "new",
                        Bodies.account("New", "nobody", "social-media")),
                refused(409, "no-such-policy", "PUT", account + "new", Bodies.account("New", "amina", "none")),
                refused(
                        409,
                        "id-conflict",
                        "PUT",
                        account + "harbour-x",
                        Bodies.account("Other", "amina", "social-media")),
                refused(409, "not-allowed-in-state", "POST", account + "harbour-x/closure", Bodies.reason("r")),
                refused(
                        400,
                        "invalid",
                        "PUT",
                        account + "new",
                        Bodies.account("\\ufdfa".repeat(200), "amina", "social-media")),
                refused(400, "invalid", "PUT", account + "Not-A-Slug", Bodies.account("New", "amina", "social-media")),
                refused(409, "training-not-valid", "POST", operators, Bodies.operator("untrained", "2026-03-01")),
                refused(409, "policy-not-acknowledged", "POST", operators, Bodies.operator("unread", "2026-03-01")),
                refused(409, "no-such-officer", "POST", operators, Bodies.operator("nobody", "2026-03-01")),
                refused(409, "operator-is-holder", "POST", operators, Bodies.operator("amina", "2026-03-01")),
                refused(409, "already-operator", "POST", operators, Bodies.operator("ben", "2026-06-02")),
                refused(400, "operator-before-account", "POST", operators, Bodies.operator("unread", "2026-01-31")),
                refused(400, "date-in-future", "POST", operators, Bodies.operator("unread", "2090-01-01")),
                refused(
                        409,
                        "not-allowed-in-state",
                        "POST",
                        account + "harbour-x/operators",
                        Bodies.operator("ben", "2026-03-01")),
                refused(409, "not-allowed-in-state", "DELETE", account + "harbour-x/operators/ben", null),
                refused(404, "no-such-operator", "DELETE", operators + "/unread", null),
                refused(404, "not-found", "DELETE", account + "nowhere/operators/ben", null),
                refused(400, "invalid", "DELETE", operators + "/Not-A-Slug", null),
                refused(404, "not-found", "POST", account + "nowhere/closure", Bodies.reason("r")),
                refused(404, "not-found", "POST", officer + "nobody/training", Bodies.training("t-1")),
                refused(409, "id-conflict", "PUT", officer + "amina", Bodies.officer("Someone else")),
                refused(
                        409,
                        "no-such-policy-version",
                        "POST",
                        officer + "amina/acknowledgements",
                        Bodies.acknowledgement("social-media", 2)),
                refused(
                        400,
                        "date-in-future",
                        "POST",
                        officer + "amina/training",
                        Bodies.training("t-9").replace("2026-", "2090-")),
                refused(
                        409,
                        "effective-from-before-previous",
                        "POST",
                        policy + "revised/versions",
                        Bodies.version("2025-12-31")),
                refused(
                        409,
                        "nothing-to-publish",
                        "POST",
                        policy + "social-media/versions",
                        Bodies.version("2026-02-01")),
                refused(400, "invalid", "POST", policy + "social-media/revisions", Bodies.revision(" ")),
                refused(
                        409,
                        "no-such-account",
                        "PUT",
                        "/api/transgressions/case-1",
                        Bodies.transgression("nowhere", "amina")),
                refused(
                        409,
                        "not-holder-or-operator",
                        "PUT",
                        "/api/transgressions/case-1",
                        Bodies.transgression("harbour-x", "unread")),
                refused(
                        409,
                        "not-holder-or-operator",
                        "PUT",
                        "/api/transgressions/case-1",
                        Bodies.transgression("shared-x", "ben")),
                refused(
                        409,
                        "no-policy-in-force",
                        "PUT",
                        "/api/transgressions/case-1",
                        Bodies.transgression("draft-x", "amina")));
    }

    @ParameterizedTest(name = "{0} {1} for {2} {3}")
    @MethodSource("everyRefusal")
    void aRefusedCommandKeepsNothing(int status, String code, String method, String path, @Nullable String body) {
        Map<String, Long> before = store.kept();

        Reply reply = running.send("comms", method, path, body);

        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(store.kept()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("everyCommandOnceMore")
    void aStaleCommandKeepsNothing(String method, String path, @Nullable String body) {
        Map<String, Long> before = store.kept();

        Reply reply = running.send("comms", method, path, body, "If-Match", "\"77\"");

        assertThat(reply.status()).as(reply.body()).isEqualTo(412);
        assertThat(reply.code()).isEqualTo("stale-version");
        assertThat(store.kept()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("everyCommandOnceMore")
    void aCommandWhoseAnswerTheCallerCouldNotReadKeepsNothing(String method, String path, @Nullable String body) {
        Map<String, Long> before = store.kept();

        Reply reply = running.send("comms", method, path, body, "Accept", "text/csv");

        assertThat(reply.status()).as(reply.body()).isEqualTo(406);
        assertThat(reply.code()).isEqualTo("not-acceptable");
        assertThat(store.kept()).isEqualTo(before);
    }

    Stream<Arguments> everyCommandOnceMore() {
        return Stream.of(
                arguments("PUT", "/api/officers/new", Bodies.officer("New")),
                arguments("POST", "/api/officers/amina/details", Bodies.officer("New")),
                arguments("POST", "/api/officers/amina/training", Bodies.training("t-2")),
                arguments("PUT", "/api/accounts/new", Bodies.account("New", "amina", "social-media")),
                arguments("POST", "/api/accounts/harbour-x/authorisation", null),
                arguments("POST", "/api/accounts/harbour-x/refusal", Bodies.reason("r")),
                arguments("POST", "/api/accounts/shared-x/operators", Bodies.operator("unread", "2026-03-01")),
                arguments("DELETE", "/api/accounts/shared-x/operators/ben", null),
                arguments("PUT", "/api/policies/new", Bodies.draft()),
                arguments("POST", "/api/policies/social-media/revisions", Bodies.revision("another")),
                arguments("POST", "/api/policies/revised/versions", Bodies.version("2026-02-01")),
                arguments("PUT", "/api/transgressions/case-1", Bodies.transgression("harbour-x", "amina")));
    }

    private static Arguments refused(int status, String code, String method, String path, @Nullable String body) {
        return arguments(status, code, method, path, body);
    }

    private void done(String method, String path, String body) {
        Reply reply = running.send("comms", method, path, body);
        assertThat(reply.status()).as(reply.body()).isIn(200, 201);
    }
}
