package org.ninetyten.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.command.running.Bodies;
import org.ninetyten.command.running.CommandSideProcess;
import org.ninetyten.command.running.Reply;
import org.ninetyten.command.running.StoreDatabase;

/** What a body may say, and how it is told what is wrong with it. */
class BodiesE2E {

    private static final CommandSideProcess RUNNING = CommandSideProcess.shared();
    private static final StoreDatabase STORE = CommandSideProcess.sharedDatabase();

    @ParameterizedTest
    @ValueSource(strings = {"actor", "actorId", "actorRole", "by", "recordedBy", "id", "officerId", "correlationId"})
    void whoGivesACommandIsNeverReadFromItsBody(String field) {
        String body = Bodies.officer("A").replace("}", ", \"" + field + "\": \"admin\"}");

        assertInvalid(RUNNING.put("comms", "/api/officers/impostor", body), "/" + field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heldBy", "by", "version"})
    void nobodyHoldsAConversationInSomeoneElsesName(String field) {
        String body = Bodies.conversation("c-1").replace("}", ", \"" + field + "\": \"admin\"}");

        assertInvalid(RUNNING.post("sergeant", "/api/officers/impostor/conversations", body), "/" + field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "1.5", "99999999999", "%00"})
    void anActionIsCalledByItsNumber(String n) {
        Reply reply = RUNNING.post(
                "sergeant",
                "/api/officers/wrong/conversations/c-1/actions/" + n + "/completion",
                Bodies.actionDone("2026-03-02"));

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/officers/Amina",
        "PUT, /api/officers/am_ina",
        "PUT, /api/officers/am%20ina",
        "PUT, /api/officers/%C3%A9mile",
        "PUT, /api/officers/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "POST, /api/officers/AMINA/details",
    })
    void anIdOfBadShapeInThePathIsNamed(String method, String path) {
        Reply reply = RUNNING.send("comms", method, path, Bodies.officer("A"));

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("invalid");
        assertThat(reply.parameters()).containsExactly("id");
    }

    static Stream<Arguments> everyWrongField() {
        String officers = "/api/officers/wrong";
        String account = Bodies.account("New", "amina", "social-media");
        String report = Bodies.transgression("harbour-x", "amina");
        return Stream.of(
                arguments("PUT", officers, "/name", "{\"collarNumber\": \"1\", \"unit\": \"u\"}"),
                arguments("PUT", officers, "/name", Bodies.officer("x".repeat(201))),
                arguments("PUT", officers, "/name", Bodies.officer("\\u0000")),
                arguments("PUT", officers, "/name", Bodies.officer("\\ud800")),
                arguments("PUT", officers, "/name", Bodies.officer("A").replace("\"A\"", "7")),
                arguments("PUT", officers, "/staff", Bodies.officer("A").replace("}", ", \"staff\": \"yes\"}")),
                arguments("POST", officers + "/training", "/trainingId", Bodies.training("Not A Slug")),
                arguments("POST", officers + "/training", "/trainingId", Bodies.training("x".repeat(65))),
                arguments(
                        "POST",
                        officers + "/training",
                        "/completedOn",
                        Bodies.training("t").replace("2026-01-01", "2026-02-30")),
                arguments(
                        "POST",
                        officers + "/training",
                        "/completedOn",
                        Bodies.training("t").replace("\"2026-01-01\"", "20260101")),
                arguments("POST", officers + "/acknowledgements", "/version", Bodies.acknowledgement("p", 0)),
                arguments(
                        "POST",
                        officers + "/acknowledgements",
                        "/version",
                        Bodies.acknowledgement("p", 1).replace(": 1", ": 1.5")),
                arguments("POST", officers + "/acknowledgements", "/policyId", Bodies.acknowledgement("P!", 1)),
                arguments("PUT", "/api/accounts/wrong", "/holderId", account.replace("\"amina\"", "\"Amina\"")),
                arguments("PUT", "/api/accounts/wrong", "/policyId", account.replace("\"social-media\"", "null")),
                arguments(
                        "PUT",
                        "/api/accounts/wrong",
                        "/purpose",
                        account.replace("\"p\"", "\"" + "x".repeat(20_001) + "\"")),
                arguments("PUT", "/api/transgressions/wrong", "/post/text", report.replace("oops", " ")),
                arguments("PUT", "/api/transgressions/wrong", "/post", report.replace("{\"text\": \"oops\"}", "null")),
                arguments(
                        "PUT",
                        "/api/transgressions/wrong",
                        "/category",
                        report.replace("PERSONAL_DATA", "personal_data")),
                arguments(
                        "PUT",
                        "/api/transgressions/wrong",
                        "/postedAt",
                        report.replace("2026-05-01T09:30:00Z", "2026-05-01")),
                arguments("POST", "/api/accounts/wrong/operators", "/officerId", "{\"from\": \"2026-03-01\"}"),
                arguments("POST", "/api/accounts/wrong/operators", "/from", Bodies.operator("ben", "2026-02-30")),
                arguments("POST", "/api/accounts/wrong/authorisation", "/version", "{\"version\": 1}"),
                arguments(
                        "PUT",
                        "/api/transgressions/wrong",
                        "/fromSample/concern",
                        Bodies.transgression("harbour-x", "amina", "s-1").replace("concern\": 1", "concern\": 0")),
                arguments(
                        "PUT",
                        "/api/transgressions/wrong",
                        "/fromSample/sampleId",
                        Bodies.transgression("harbour-x", "amina", "S 1")),
                arguments("POST", officers + "/advice/a-1/reply", "/decision", Bodies.reply("PERHAPS")),
                arguments("POST", officers + "/advice/a-1/reply", "/why", "{\"decision\": \"GO_AHEAD\"}"),
                arguments(
                        "POST",
                        "/api/accounts/wrong/commendations",
                        "/why",
                        Bodies.commendation("co-1").replace("Kind", " ")),
                arguments(
                        "POST",
                        "/api/accounts/wrong/commendations",
                        "/officerIds",
                        Bodies.commendation("co-1").replace("}", ", \"officerIds\": []}")),
                arguments(
                        "POST",
                        "/api/accounts/wrong/dip-samples",
                        "/sampled",
                        Bodies.dipSample("s-1", "c").replace(": 10", ": 100001")),
                arguments(
                        "POST",
                        "/api/accounts/wrong/dip-samples",
                        "/sampled",
                        Bodies.dipSample("s-1", "c").replace(": 10", ": 0").replace(": 9", ": 0")),
                arguments(
                        "POST",
                        "/api/accounts/wrong/dip-samples",
                        "/good",
                        Bodies.dipSample("s-1", "c").replace(": 9", ": -1")),
                arguments(
                        "POST",
                        "/api/accounts/wrong/dip-samples",
                        "/good",
                        Bodies.dipSample("s-1", "c").replace(": 9", ": 9.5")),
                arguments("POST", "/api/accounts/wrong/dip-samples", "/concerns/0", Bodies.dipSample("s-1", " ")),
                arguments("POST", officers + "/leaving", "/leftOn", Bodies.leaving("today")),
                arguments("POST", officers + "/leaving", "/on", "{\"on\": \"2026-03-01\"}"),
                arguments(
                        "POST", "/api/accounts/wrong/purpose", "/audience", "{\"purpose\": \"p\", \"reason\": \"r\"}"),
                arguments("POST", "/api/accounts/wrong/purpose", "/purpose", Bodies.purpose(" ")),
                arguments("POST", "/api/accounts/wrong/transfer", "/holderId", Bodies.transfer("Ben")),
                arguments("POST", "/api/accounts/wrong/transfer", "/reason", "{\"holderId\": \"ben\"}"),
                arguments("POST", "/api/accounts/wrong/reviews", "/reviewedOn", "{\"note\": \"n\"}"),
                arguments("PUT", "/api/policies/wrong", "/content", "{\"title\": \"t\"}"),
                arguments(
                        "POST",
                        "/api/policies/wrong/versions",
                        "/significance",
                        Bodies.version("2026-01-01").replace("MAJOR", "HUGE")));
    }

    @ParameterizedTest(name = "[{index}] {0} {1}: {2}")
    @MethodSource("everyWrongField")
    void whatIsWrongIsPointedAt(String method, String path, String pointer, String body) {
        Map<String, Long> before = STORE.kept();

        assertInvalid(RUNNING.send("comms", method, path, body), pointer);
        assertThat(STORE.kept()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/checkInId; {'checkInId': 'No Slug', 'heldOn': '2026-03-01', 'note': 'n'}",
                "/heldOn; {'checkInId': 'c-1', 'heldOn': '2026-02-29', 'note': 'n'}",
                "/heldOn; {'checkInId': 'c-1', 'note': 'n'}",
                "/note; {'checkInId': 'c-1', 'heldOn': '2026-03-01'}",
                "/accountId; {'checkInId': 'c-1', 'heldOn': '2026-03-01', 'note': 'n', 'accountId': 'X!'}",
                "/heldBy; {'checkInId': 'c-1', 'heldOn': '2026-03-01', 'note': 'n', 'heldBy': 'another'}",
            },
            quoteCharacter = '"')
    void whatIsWrongInACheckInIsPointedAt(String pointer, String body) {
        assertInvalid(RUNNING.post("sergeant", "/api/officers/wrong/check-ins", body.replace('\'', '"')), pointer);
    }

    @Test
    void topicsThatAreTooManyOrEmptyArePointedAt() {
        assertInvalid(
                RUNNING.post(
                        "sergeant",
                        "/api/officers/wrong/conversations",
                        Bodies.conversation("c-1").replace("\"tone\"", "\"tone\", \" \"")),
                "/topics/1");
        assertInvalid(
                RUNNING.post(
                        "sergeant",
                        "/api/officers/wrong/conversations",
                        Bodies.conversation("c-1").replace("\"tone\"", "\"t\",".repeat(50) + "\"t\"")),
                "/topics");
        assertInvalid(
                RUNNING.post(
                        "sergeant",
                        "/api/officers/wrong/conversations",
                        Bodies.conversation("c-1")
                                .replace("\"agreedActions\"", "\"accountId\": \"Not A Slug\", \"agreedActions\"")),
                "/accountId");
    }

    /** Days and instants at the edges of what Java can say, and far from any that a police force means. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000000000-01-01T00:00:00Z",
                "-999999999-01-01T00:00:00Z",
                "-5000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z",
            })
    void anInstantFarFromAnyPostIsRefusedLikeAnyOther(String postedAt) {
        Reply reply = RUNNING.put(
                "comms",
                "/api/transgressions/wrong",
                Bodies.transgression("harbour-x", "amina").replace("2026-05-01T09:30:00Z", postedAt));

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.pointers()).containsExactly("/postedAt");
    }

    @ParameterizedTest
    @CsvSource({"-999999999-01-01", "-4800-01-01", "+999999999-12-31", "+10000-01-01"})
    void aDayThatNoCalendarOnTheWallHasIsRefused(String day) {
        assertInvalid(
                RUNNING.post(
                        "comms",
                        "/api/officers/wrong/training",
                        Bodies.training("t").replace("2026-01-01", day)),
                "/completedOn");
        assertInvalid(
                RUNNING.post(
                        "comms",
                        "/api/policies/wrong/versions",
                        Bodies.version("2026-01-01").replace("2090-01-01", day)),
                "/reviewBy");
    }

    @Test
    void aBodyOverTheLimitIsTooLarge() {
        Reply reply = RUNNING.put("comms", "/api/officers/wrong", Bodies.officer("x".repeat(256 * 1024)));

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.code()).isEqualTo("body-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "{", "{\"name\": \"a\", \"name\": \"b\"}", "{} {}"})
    void whatIsNoBodyIsRefused(String body) {
        Reply reply = RUNNING.put("comms", "/api/officers/wrong", body);

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.code()).isIn("malformed-json", "invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"x\"", "\"1\", \"2\"", "\"-1\"", "\"1234567890123456789\""})
    void anIfMatchThatIsNoVersionIsRefused(String ifMatch) {
        Reply reply = RUNNING.put("comms", "/api/officers/wrong", Bodies.officer("A"), "If-Match", ifMatch);

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.parameters()).containsExactly("If-Match");
    }

    private static void assertInvalid(Reply reply, String pointer) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.pointers()).as(reply.body()).containsExactly(pointer);
    }
}
