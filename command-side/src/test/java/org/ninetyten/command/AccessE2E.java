package org.ninetyten.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninetyten.command.running.Bodies;
import org.ninetyten.command.running.CommandSideProcess;
import org.ninetyten.command.running.Reply;
import org.ninetyten.command.running.StoreDatabase;
import org.ninetyten.edge.caller.AccessTable;
import org.ninetyten.edge.caller.Role;

/** Who may give which command: each row of the access table, for each role. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessE2E {

    /** A body for every command about amina and harbour-x, such that whoever may give it gets an answer of the domain. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("PUT /api/officers/{id}", Bodies.officer("Amina")),
            Map.entry("POST /api/officers/{id}/details", Bodies.officer("Amina")),
            Map.entry("POST /api/officers/{id}/training", Bodies.training("t-1")),
            Map.entry("POST /api/officers/{id}/acknowledgements", Bodies.acknowledgement("social-media", 1)),
            Map.entry("POST /api/officers/{id}/conversations", Bodies.conversation("c-1")),
            Map.entry(
                    "POST /api/officers/{id}/conversations/{conversationId}/actions/{n}/completion",
                    Bodies.actionDone("2026-03-02")),
            Map.entry("POST /api/officers/{id}/conversations/{conversationId}/notes", Bodies.ownNote("n-1")),
            Map.entry("POST /api/officers/{id}/advice", Bodies.question("a-1", "harbour-x")),
            Map.entry("POST /api/officers/{id}/advice/{adviceId}/reply", Bodies.reply("GO_AHEAD")),
            Map.entry("POST /api/officers/{id}/advice/{adviceId}/outcome", "{\"followed\": true}"),
            Map.entry("POST /api/accounts/{id}/commendations", Bodies.commendation("co-1")),
            Map.entry("POST /api/accounts/{id}/dip-samples", Bodies.dipSample("s-1", "A plate")),
            Map.entry("POST /api/officers/{id}/legal-holds", "{\"holdId\": \"h-1\", \"reason\": \"r\"}"),
            Map.entry("POST /api/officers/{id}/legal-holds/{holdId}/lifting", Bodies.reason("r")),
            Map.entry("POST /api/officers/{id}/erasure", "{\"erasureId\": \"e-1\", \"reason\": \"r\"}"),
            Map.entry("POST /api/officers/{id}/check-ins", Bodies.checkIn("c-1", "2026-03-01")),
            Map.entry("POST /api/accounts/{id}/purpose", Bodies.purpose("p")),
            Map.entry("POST /api/accounts/{id}/transfer", Bodies.transfer("ben")),
            Map.entry("POST /api/accounts/{id}/reviews", Bodies.accountReview("2026-06-01")),
            Map.entry("PUT /api/accounts/{id}", Bodies.account("Harbour", "amina", "social-media")),
            Map.entry("POST /api/accounts/{id}/refusal", Bodies.reason("r")),
            Map.entry("POST /api/accounts/{id}/suspension", Bodies.reason("r")),
            Map.entry("POST /api/accounts/{id}/reinstatement", Bodies.reason("r")),
            Map.entry("POST /api/accounts/{id}/closure", Bodies.reason("r")),
            Map.entry("POST /api/accounts/{id}/operators", Bodies.operator("ben", "2026-03-01")),
            Map.entry("PUT /api/policies/{id}", Bodies.draft()),
            Map.entry("POST /api/policies/{id}/revisions", Bodies.revision("another")),
            Map.entry("POST /api/policies/{id}/versions", Bodies.version("2026-01-01")),
            Map.entry("POST /api/policies/{id}/reviews", Bodies.review("2090-03-01")),
            Map.entry("POST /api/policies/{id}/withdrawal", Bodies.reason("r")),
            Map.entry("PUT /api/transgressions/{id}", Bodies.transgression("harbour-x", "amina")),
            Map.entry("POST /api/transgressions/{id}/assessment", Bodies.noBreach()),
            Map.entry("POST /api/transgressions/{id}/notice", Bodies.notice()),
            Map.entry("POST /api/transgressions/{id}/answer", Bodies.answer("s")),
            Map.entry("POST /api/transgressions/{id}/completion", Bodies.completion("n", "r")),
            Map.entry("POST /api/transgressions/{id}/review-request", Bodies.reason("r")),
            Map.entry("POST /api/transgressions/{id}/review-decision", Bodies.upheld("r")),
            Map.entry("POST /api/transgressions/{id}/closure", Bodies.closure("n")),
            Map.entry("POST /api/transgressions/{id}/withdrawal", Bodies.reason("r")),
            Map.entry("POST /api/transgressions/{id}/reopening", Bodies.reason("r")),
            Map.entry(
                    "POST /api/transgressions/{id}/restriction",
                    "{\"restricted\": true, \"allowed\": [\"reviewer\"], \"reason\": \"r\"}"));

    private static final Map<String, String> IDS = Map.of(
            "officers", "amina",
            "accounts", "harbour-x",
            "policies", "social-media",
            "transgressions", "case-1");

    private final StoreDatabase store = StoreDatabase.create("access");
    private final CommandSideProcess running = CommandSideProcess.start(store);

    @BeforeAll
    void register() {
        assertThat(running.put("comms", "/api/officers/amina", Bodies.officer("Amina"))
                        .status())
                .isEqualTo(201);
        assertThat(running.put("comms", "/api/officers/ben", Bodies.officer("Ben"))
                        .status())
                .isEqualTo(201);
    }

    @AfterAll
    void stop() {
        running.close();
    }

    static Stream<AccessTable.Row> commands() {
        return AccessTable.rows().stream()
                .filter(row -> !row.method().equals("GET"))
                // Asks what the ladder comes to, and changes nothing: the query side answers it.
                .filter(row -> !row.path().getPatternString().endsWith("/recommendation"))
                .filter(row -> IDS.containsKey(subject(row)));
    }

    static Stream<Arguments> everyCommandByEveryRoleThatMayNot() {
        return commands()
                .flatMap(row -> Stream.of(Role.values())
                        .filter(role -> !row.roles().contains(role))
                        .map(role -> arguments(row, role)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("everyCommandByEveryRoleThatMayNot")
    void whoeverMayNotIsToldSoAndNothingIsKept(AccessTable.Row row, Role role) {
        Map<String, Long> before = store.kept();

        Reply reply = running.send(person(role), row.method(), path(row), BODIES.get(name(row)));

        assertThat(reply.status()).as(reply.body()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo("forbidden");
        assertThat(store.kept()).isEqualTo(before);
    }

    static Stream<Arguments> everyCommandByEveryRoleThatMay() {
        return commands().flatMap(row -> row.roles().stream().map(role -> arguments(row, role)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("everyCommandByEveryRoleThatMay")
    void whoeverMayGetsAnAnswerOfTheDomain(AccessTable.Row row, Role role) {
        Reply reply = running.send(person(role), row.method(), path(row), BODIES.get(name(row)));

        assertThat(reply.status()).as(reply.body()).isIn(200, 201, 404, 409);
        if (reply.status() == 404) {
            // The path is there; what it is about may not be.
            assertThat(reply.body()).contains("There is no ");
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void nobodyGivesACommandWithoutSayingWhoTheyAre(AccessTable.Row row) {
        Map<String, Long> before = store.kept();

        Reply reply = running.sendUnauthenticated(row.method(), path(row), BODIES.getOrDefault(name(row), ""));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("unauthenticated");
        assertThat(reply.header("WWW-Authenticate")).startsWith("Basic ");
        assertThat(store.kept()).isEqualTo(before);
    }

    @Test
    void anOfficerActsForNobodyButThemselves() {
        Map<String, Long> before = store.kept();

        assertForbidden(
                running.post("ben", "/api/officers/amina/acknowledgements", Bodies.acknowledgement("social-media", 1)));
        assertForbidden(running.post(
                "ben", "/api/officers/amina/conversations/c-1/actions/1/completion", Bodies.actionDone("2026-03-02")));
        assertForbidden(running.post("ben", "/api/officers/amina/conversations/c-1/notes", Bodies.ownNote("n-1")));
        assertForbidden(running.post("ben", "/api/officers/amina/advice", Bodies.question("a-1", "harbour-x")));
        assertForbidden(running.post("ben", "/api/officers/amina/advice/a-1/outcome", "{\"followed\": true}"));
        assertForbidden(running.put("ben", "/api/accounts/ben-x", Bodies.account("BenX", "amina", "social-media")));
        assertForbidden(running.put("ben", "/api/transgressions/case-2", Bodies.transgression("harbour-x", "amina")));
        assertThat(store.kept()).isEqualTo(before);
    }

    @Test
    void aWrongPasswordIsNobody() {
        Reply reply = running.put("stranger", "/api/officers/amina", Bodies.officer("Amina"));

        assertThat(reply.status()).isEqualTo(401);
    }

    private static void assertForbidden(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo("forbidden");
    }

    private static String person(Role role) {
        return switch (role) {
            case OFFICER -> "amina";
            case SUPERVISOR -> "sergeant";
            case COMMS -> "comms";
            case STANDARDS -> "standards";
            case AUDITOR -> "auditor";
            case ADMIN -> "admin";
        };
    }

    private static String name(AccessTable.Row row) {
        return row.method() + " " + row.path().getPatternString();
    }

    private static String subject(AccessTable.Row row) {
        return row.path().getPatternString().split("/", -1)[2];
    }

    private static String path(AccessTable.Row row) {
        String id = IDS.getOrDefault(subject(row), "none");
        return row.path()
                .getPatternString()
                .replace("{id}", id)
                .replace("{n}", "1")
                .replaceAll("\\{\\w+}", "x");
    }
}
