package org.ninetyten.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.edge.RawHttp.Answer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the edge answers to what may come over the wire: whatever it is, a problem that says what to do, never a 500. */
@SpringBootTest(
        classes = ToyApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"ninety-ten.demo=true", "server.tomcat.max-swallow-size=16MB", "spring.main.banner-mode=off"})
class EdgeE2E {

    private static final String GOOD = "{\"name\":\"Amina\"}";
    private static final int LIMIT = 256 * 1024;

    @LocalServerPort
    private int port;

    // --- what is let through

    @Test
    void aGoodRequestIsAnswered() throws IOException {
        Answer answer = send(put(GOOD));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("name").asString()).isEqualTo("Amina");
        assertOrdinaryHeaders(answer);
    }

    @Test
    void everythingThatMayBeInABodyIsTaken() throws IOException {
        Answer answer = send(put("""
                {"name":"Siân \\uD83D\\uDE42\\tO’Connor", "day":"2026-03-01", "at":"2026-03-01T09:30:00.123456Z",
                 "count":3, "flag":false, "colour":"RED", "byColour":{"GREEN":1}, "agreedActions":["a"], "inners":[{"text":"t"}]}"""));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("name").asString()).isEqualTo("Siân 🙂\tO’Connor");
    }

    // --- what is in a body

    static Stream<Arguments> malformedBodies() {
        return Stream.of(
                        "",
                        " ",
                        "null",
                        "{",
                        "{\"name\":\"Amina\"",
                        "{\"name\":'Amina'}",
                        "{name:\"Amina\"}",
                        "{\"name\":\"Amina\",}",
                        "{\"name\":\"Amina\"} {}",
                        "{\"name\":\"Amina\"} x",
                        "{\"name\":\"Amina\",\"name\":\"Ben\"}",
                        "{\"name\":\"Amina\"/* note */}",
                        "{\"name\":\"tab\tinside\"}",
                        "{\"count\":01}",
                        "{\"count\":NaN}",
                        "{\"count\":" + "9".repeat(5_000) + "}",
                        "{\"name\":" + "[".repeat(100_000),
                        "{\"agreedActions\":" + "{\"a\":".repeat(20_000),
                        "{\"\\ud83d\":1}",
                        "<officer/>",
                        "\u0000")
                .map(body -> arguments(body.length() > 60 ? body.substring(0, 60) + "…" : body, body));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformedBodies")
    void whatIsNoProperJsonIsRefused(String shown, String body) throws IOException {
        Answer answer = send(put(body));

        assertProblem(answer, 400);
        assertThat(answer.code()).isIn("malformed-json", "invalid");
    }

    @Test
    void whereTheJsonBreaksIsSaid() throws IOException {
        assertThat(send(put("{\"name\":\n  oops}")).detail()).contains("line 2");
    }

    static Stream<Arguments> invalidBodies() {
        String day = "must be a day such as 2026-03-01";
        String instant = "must be an instant such as 2026-03-01T09:30:00Z";
        String years = "must lie in the years 1900 to 2200";
        String number = "must be a whole number";
        String truth = "must be true or false";
        String colours = "must be one of RED, GREEN";
        String control = "may not have control characters";
        String half = "may not have half a surrogate pair";
        return Stream.of(
                arguments("[]", " must be an object"),
                arguments("[{\"name\":\"Amina\"}]", " must be an object"),
                arguments("\"Amina\"", " must be an object"),
                arguments("7", " must be an object"),
                arguments("true", " must be an object"),
                arguments("{}", "/name must be given"),
                arguments("{\"name\":null}", "/name must be given"),
                arguments("{\"name\":\"\"}", "/name must be given"),
                arguments("{\"name\":\" \"}", "/name must be given"),
                arguments("{\"name\":\"" + "x".repeat(201) + "\"}", "/name may have at most 200 characters"),
                arguments("{\"name\":7}", "/name must be a text"),
                arguments("{\"name\":true}", "/name must be a text"),
                arguments("{\"name\":{}}", "/name must be a text"),
                arguments("{\"name\":[\"Amina\"]}", "/name must be a text"),
                arguments("{\"nmae\":\"Amina\"}", "/nmae is not a known field"),
                arguments("{\"Name\":\"Amina\"}", "/Name is not a known field"),
                arguments("{\"a/b~c\":1}", "/a~1b~0c is not a known field"),
                arguments("{\"inners\":[{\"text\":\"t\",\"more\":1}]}", "/inners/0/more is not a known field"),
                arguments("{\"@class\":\"java.lang.Object\"}", "/@class is not a known field"),
                arguments("{\"name\":\"a\\u0000b\"}", "/name " + control),
                arguments("{\"name\":\"a\\u001bb\"}", "/name " + control),
                arguments("{\"name\":\"a\\u007fb\"}", "/name " + control),
                arguments("{\"name\":\"a\\u0085b\"}", "/name " + control),
                arguments("{\"name\":\"\\ud83d\"}", "/name " + half),
                arguments("{\"name\":\"\\ude42\\ud83d\"}", "/name " + half),
                arguments("{\"agreedActions\":[\"ok\",\"\\ud83dx\"]}", "/agreedActions/1 " + half),
                arguments("{\"day\":\"01/03/2026\"}", "/day " + day),
                arguments("{\"day\":\"2026-02-30\"}", "/day " + day),
                arguments("{\"day\":\"2026-3-1\"}", "/day " + day),
                arguments("{\"day\":\"\"}", "/day " + day),
                arguments("{\"day\":\"2026-03-01T09:30:00Z\"}", "/day " + day),
                arguments("{\"day\":\"+999999-01-01\"}", "/day " + years),
                arguments("{\"day\":20513}", "/day " + day),
                arguments("{\"day\":[2026,3,1]}", "/day " + day),
                arguments("{\"day\":{}}", "/day " + day),
                arguments("{\"at\":\"2026-03-01\"}", "/at " + instant),
                arguments("{\"at\":\"2026-03-01T09:30:00\"}", "/at " + instant),
                arguments("{\"at\":\"2026-03-01T25:30:00Z\"}", "/at " + instant),
                arguments("{\"at\":\"+999999999-03-01T09:30:00Z\"}", "/at " + years),
                arguments("{\"at\":\"\"}", "/at " + instant),
                arguments("{\"at\":1772357400}", "/at " + instant),
                arguments("{\"at\":1772357400.5}", "/at " + instant),
                arguments("{\"count\":\"3\"}", "/count " + number),
                arguments("{\"count\":3.0}", "/count " + number),
                arguments("{\"count\":3.5}", "/count " + number),
                arguments("{\"count\":true}", "/count " + number),
                arguments("{\"count\":99999999999}", "/count " + number),
                arguments("{\"count\":1e400}", "/count " + number),
                arguments("{\"count\":[3]}", "/count " + number),
                arguments("{\"count\":\"\"}", "/count " + number),
                arguments("{\"flag\":\"true\"}", "/flag " + truth),
                arguments("{\"flag\":1}", "/flag " + truth),
                arguments("{\"flag\":\"\"}", "/flag " + truth),
                arguments("{\"colour\":\"BLUE\"}", "/colour " + colours),
                arguments("{\"colour\":\"red\"}", "/colour " + colours),
                arguments("{\"colour\":\"\"}", "/colour " + colours),
                arguments("{\"colour\":0}", "/colour " + colours),
                arguments("{\"colour\":{}}", "/colour " + colours),
                arguments("{\"byColour\":{\"BLUE\":1}}", "/byColour " + colours),
                arguments("{\"byColour\":{\"RED\":\"1\"}}", "/byColour/RED " + number),
                arguments("{\"byColour\":[]}", "/byColour must be an object"),
                arguments("{\"agreedActions\":\"a\"}", "/agreedActions must be a list"),
                arguments("{\"agreedActions\":{}}", "/agreedActions must be a list"),
                arguments("{\"name\":\"a\",\"agreedActions\":[\"ok\",\" \"]}", "/agreedActions/1 must be given"),
                arguments("{\"name\":\"a\",\"agreedActions\":[\"ok\",null]}", "/agreedActions/1 must be given"),
                arguments("{\"agreedActions\":[\"ok\",7]}", "/agreedActions/1 must be a text"),
                arguments(
                        "{\"name\":\"a\",\"inners\":[{\"text\":\"t\"},{\"text\":\"\"}]}",
                        "/inners/1/text must be given"),
                arguments("{\"inners\":[7]}", "/inners/0 must be an object"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("invalidBodies")
    void whatIsWrongInABodyIsSaidByPointer(String body, String violation) throws IOException {
        Answer answer = send(put(body));

        assertProblem(answer, 400);
        assertThat(answer.code()).isEqualTo("invalid");
        assertThat(answer.violations()).containsExactly(violation);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() throws IOException {
        assertThat(send(put("{\"name\":\"\",\"inners\":[{}],\"agreedActions\":[\"\"]}"))
                        .violations())
                .containsExactly(
                        "/agreedActions/0 must be given", "/inners/0/text must be given", "/name must be given");
    }

    @Test
    void aNameAsLongAsTheBodyIsNotSaidBack() throws IOException {
        Answer answer = send(put("{\"" + "x".repeat(20_000) + "\":1}"));

        assertProblem(answer, 400);
        assertThat(answer.body()).hasSizeLessThan(1_000);
    }

    // --- what is around a body

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "application/json-patch",
                "nonsense",
                "application/json; charset=nonsense",
                "*/*"
            })
    void aBodyThatIsNotSentAsJsonIsRefused(String contentType) throws IOException {
        Answer answer = send(RawHttp.request("PUT", "/api/officers/amina")
                .as("comms")
                .header("Content-Type", contentType)
                .body(GOOD.getBytes(StandardCharsets.UTF_8)));

        assertProblem(answer, 415);
        assertThat(answer.detail()).contains("application/json");
    }

    @Test
    void aBodyOfNoTypeIsRefused() throws IOException {
        assertProblem(
                send(RawHttp.request("PUT", "/api/officers/amina")
                        .as("comms")
                        .body(GOOD.getBytes(StandardCharsets.UTF_8))),
                415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/png", "application/xml", "nonsense"})
    void anAnswerThatCannotBeGivenIsRefusedAsAProblem(String accept) throws IOException {
        Answer answer = send(get("/api/officers/amina").as("comms").header("Accept", accept));

        assertProblem(answer, 406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/csv", "application/json", "image/png"})
    void aProblemIsAProblemWhateverWasAskedFor(String accept) throws IOException {
        assertProblem(send(get("/api/nothing").as("comms").header("Accept", accept)), 404);
        assertProblem(send(get("/api/nothing").header("Accept", accept)), 401);
        assertProblem(send(put("{").header("Accept", accept)), 400, 406);
    }

    @Test
    void aBodyMayHaveExactly256KiB() throws IOException {
        String body = GOOD + " ".repeat(LIMIT - GOOD.length());

        assertThat(send(put(body)).status()).isEqualTo(200);
        assertThat(send(chunked(body)).status()).isEqualTo(200);
    }

    @Test
    void aBodyOver256KiBIsRefusedWhetherItsLengthWasSaidOrNot() throws IOException {
        for (int length : List.of(LIMIT + 1, 4 * 1024 * 1024)) {
            String body = GOOD + " ".repeat(length - GOOD.length());
            for (Answer answer : List.of(send(put(body)), send(chunked(body)))) {
                assertProblem(answer, 413);
                assertThat(answer.code()).isEqualTo("body-too-large");
            }
        }
    }

    @Test
    void aFormOver256KiBIsRefusedToo() throws IOException {
        Answer answer = send(RawHttp.request("PUT", "/api/officers/amina")
                .as("comms")
                .chunked("a=" + "x".repeat(LIMIT))
                .header("Content-Type", "application/x-www-form-urlencoded"));

        assertProblem(answer, 413);
    }

    // --- parameters

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=x|limit must be a whole number",
                "limit=99999999999|limit must be a whole number",
                "limit=1&colour=blue|colour must be one of RED, GREEN",
            })
    void whatIsWrongInAParameterIsSaidByName(String query, String violation) throws IOException {
        Answer answer = send(RawHttp.request("POST", "/api/officers/amina/training?" + query)
                .as("comms")
                .body(new byte[0]));

        assertProblem(answer, 400);
        assertThat(answer.violations()).containsExactly(violation);
    }

    @Test
    void aParameterThatIsMissingIsRefused() throws IOException {
        assertProblem(
                send(RawHttp.request("POST", "/api/officers/amina/training")
                        .as("comms")
                        .body(new byte[0])),
                400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AMINA", "amina_1", "am%20ina", "%C3%A9", "x%0Ay"})
    void anIdIsASlug(String id) throws IOException {
        assertProblem(send(get("/api/officers/" + id).as("comms")), 400);
    }

    @Test
    void anIdOver64CharactersIsRefused() throws IOException {
        assertThat(send(get("/api/officers/" + "a".repeat(64)).as("comms")).status())
                .isEqualTo(200);
        Answer answer = send(get("/api/officers/" + "a".repeat(65)).as("comms"));

        assertProblem(answer, 400);
        assertThat(answer.violations()).containsExactly("id must be 1 to 64 lower-case letters, digits and dashes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"x\"", "\"-1\"", "\"1\", \"2\"", "\"9999999999999999999\""})
    void anIfMatchThatIsNoVersionIsRefused(String tag) throws IOException {
        Answer answer = send(get("/api/officers/amina").as("comms").header("If-Match", tag));

        assertProblem(answer, 400);
        assertThat(answer.violations()).containsExactly("If-Match must be a version such as \"7\"");
    }

    // --- paths and methods

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/officers/",
                "/api/nothing",
                "/index.html",
                "/error",
                "/actuator",
                "/actuator/env"
            })
    void whatIsNotThereIs404(String path) throws IOException {
        Answer answer = send(get(path).as("comms"));

        assertProblem(answer, 404);
        assertThat(answer.code()).isEqualTo("not-found");
    }

    @Test
    void whatIsThereIsNotToldToWhoeverIsNotKnown() throws IOException {
        for (String path : List.of("/api/nothing", "/api/officers/amina")) {
            Answer answer = send(get(path));

            assertProblem(answer, 401);
            assertThat(answer.code()).isEqualTo("unauthenticated");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Basic ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Basic", "Basic !!!", "Basic bm9jb2xvbg==", "Basic Og==", "Bearer x.y.z", "Negotiate abc", "x"})
    void credentialsThatAreNoneAreRefused(String credentials) throws IOException {
        Answer answer = send(get("/api/officers/amina").header("Authorization", credentials));

        assertProblem(answer, 401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic ");
    }

    @Test
    void aWrongPasswordIsRefusedAlsoAfterTheRightOne() throws IOException {
        assertThat(send(get("/api/officers/amina").as("comms")).status()).isEqualTo(200);
        assertProblem(send(get("/api/officers/amina").as("comms", "wrong")), 401);
        assertProblem(send(get("/api/officers/amina").as("nobody", "ninety-ten-demo")), 401);
        assertProblem(send(get("/api/officers/amina").as("comms", "x".repeat(2_000))), 401);
    }

    @Test
    void aRoleThatMayNotIsRefused() throws IOException {
        Answer answer =
                send(RawHttp.request("PUT", "/api/officers/amina").as("auditor").json(GOOD));

        assertProblem(answer, 403);
        assertThat(answer.code()).isEqualTo("forbidden");
    }

    @Test
    void anOfficerReadsTheirOwnRecordAlone() throws IOException {
        assertThat(send(get("/api/officers/amina").as("amina")).status()).isEqualTo(200);
        assertThat(send(get("/api/officers/%61mina").as("amina")).status()).isEqualTo(200);
        assertProblem(send(get("/api/officers/ben").as("amina")), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PATCH", "POST", "OPTIONS"})
    void aMethodThatThePathDoesNotHaveIs405WithThoseItHas(String method) throws IOException {
        Answer answer = send(RawHttp.request(method, "/api/officers/amina").as("comms"));

        assertProblem(answer, 405);
        assertThat(answer.code()).isEqualTo("method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo("PUT, GET");
    }

    /** In the table, for the other side to serve. */
    @Test
    void whatThisSideDoesNotServeIs404() throws IOException {
        assertProblem(send(get("/api/policies").as("comms")), 404);
    }

    @Test
    void theHeadOfAThingIsItsHeadersAlone() throws IOException {
        Answer answer = send(RawHttp.request("HEAD", "/api/officers/amina").as("comms"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    // --- what the container refuses

    static Stream<Arguments> whatNoClientShouldSend() {
        return Stream.of(
                        "GET /api/officers/%",
                        "GET /api/officers/%zz",
                        "GET /api/officers/%C3%28",
                        "GET /api/officers/%00",
                        "GET /api/officers/%2F",
                        "GET /api/officers/%5C",
                        "GET /api/officers/a;x=1",
                        "GET /api/officers/a%3Bx",
                        "GET /api//officers",
                        "GET /api/../api/officers",
                        "GET /api/officers/%2e%2e/x",
                        "GET /../../etc/passwd",
                        "GET /api/officers/<script>",
                        "GET /api/officers/a\\b",
                        "GET /api/officers/\u00e9",
                        "GET /api/officers?how=%",
                        "GET /api/officers?how=%zz",
                        "GET api/officers",
                        "GET http://[bad/api",
                        "GET *",
                        "FOO /api/officers",
                        "TRACE /api/officers",
                        "CONNECT localhost:1",
                        "G<T /api/officers")
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("whatNoClientShouldSend")
    void whatTheContainerRefusesIsAProblemTooAndTellsNothingOfIt(String request) throws IOException {
        String[] parts = request.split(" ", 2);

        Answer answer = send(RawHttp.request(parts[0], parts[1]).as("comms"));

        assertThat(answer.status()).as(answer.body()).isBetween(400, 501);
        assertThat(answer.status()).isNotEqualTo(500);
        assertProblem(answer, answer.status());
    }

    @Test
    void headersThatAreTooLongAreRefused() throws IOException {
        Answer answer = send(get("/api/officers/amina").as("comms").header("X-Long", "x".repeat(20_000)));

        assertProblem(answer, 400, 431);
        assertProblem(send(get("/api/officers/" + "a".repeat(20_000)).as("comms")), 400, 414, 431);
    }

    @Test
    void headersThatAreNoneAreRefused() throws IOException {
        assertProblem(send(get("/api/officers/amina").as("comms").header("Content-Length", "-1")), 400);
        assertProblem(send(get("/api/officers/amina").as("comms").header("Content-Length", "x")), 400);
        assertProblem(send(get("/api/officers/amina").as("comms").header("Transfer-Encoding", "nonsense")), 400, 501);
        assertProblem(send(get("/api/officers/amina").as("comms").header("Host", "two.example")), 400);
        assertProblem(send(get("/api/officers/amina").as("comms").header("X-Bad", "a\u0000b")), 400);
    }

    @Test
    void aBodyThatIsBrokenOffInItsChunksIsRefused() throws IOException {
        Answer answer = send(RawHttp.request("PUT", "/api/officers/amina")
                .as("comms")
                .header("Content-Type", "application/json")
                .header("Transfer-Encoding", "chunked")
                .rawBody("zz\r\n{}\r\n"));

        assertProblem(answer, 400);
    }

    // --- correlation

    @Test
    void aCorrelationIdIsTakenAsGiven() throws IOException {
        Answer answer = send(put(GOOD).header("X-Correlation-Id", "feed-7:2026.03_01"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Correlation-Id")).isEqualTo("feed-7:2026.03_01");
        assertThat(send(put("{").header("X-Correlation-Id", "feed-8"))
                        .json()
                        .path("correlationId")
                        .asString())
                .isEqualTo("feed-8");
    }

    @Test
    void aCorrelationIdIsMadeWhereNoneIsGiven() throws IOException {
        String first = send(put(GOOD)).header("X-Correlation-Id");
        String second = send(put(GOOD)).header("X-Correlation-Id");

        assertThat(UUID.fromString(first)).isNotEqualTo(UUID.fromString(second));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "<x>", "a\"b", "a,b", "a/b", "${jndi:ldap://x}", ""})
    void aCorrelationIdThatCannotBeKeptIsRefusedAndNotSaidBack(String id) throws IOException {
        Answer answer = send(put(GOOD).header("X-Correlation-Id", id));

        assertProblem(answer, 400);
        assertThat(answer.violations()).containsExactly("X-Correlation-Id not an allowed id");
        assertThat(answer.header("X-Correlation-Id")).isNotEqualTo(id);
        assertProblem(send(put(GOOD).header("X-Correlation-Id", "x".repeat(129))), 400);
    }

    // --- what goes wrong here

    @ParameterizedTest
    @ValueSource(strings = {"pool", "shutdown", "timeout"})
    void aStoreThatIsAwayIs503AndWhenToComeBack(String how) throws IOException {
        Answer answer = send(get("/api/officers?how=" + how).as("comms"));

        assertProblem(answer, 503);
        assertThat(answer.code()).isEqualTo("store-unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"statement", "anything"})
    void whatNobodyForesawIs500AndSaysNothingOfTheInside(String how) throws IOException {
        Answer answer = send(get("/api/officers?how=" + how).as("comms"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo("internal");
        assertThat(answer.body()).doesNotContain("Exception", "org.", "secret", "Secret");
        assertOrdinaryHeaders(answer);
    }

    @Test
    void aRefusalIsFoundInsideWhatWrapsIt() throws IOException {
        Answer answer = send(get("/api/officers?how=rule").as("comms"));

        assertProblem(answer, 409);
        assertThat(answer.code()).isEqualTo("handle-taken");
        assertThat(answer.json().path("accountId").asString()).isEqualTo("a");
    }

    @Test
    void whatTheFrameworkRefusesKeepsItsStatus() throws IOException {
        assertProblem(send(get("/api/officers?how=gone").as("comms")), 410);
    }

    private static RawHttp get(String target) {
        return RawHttp.request("GET", target);
    }

    private static RawHttp put(String json) {
        return RawHttp.request("PUT", "/api/officers/amina").as("comms").json(json);
    }

    private static RawHttp chunked(String json) {
        return RawHttp.request("PUT", "/api/officers/amina")
                .as("comms")
                .header("Content-Type", "application/json")
                .chunked(json);
    }

    private Answer send(RawHttp request) throws IOException {
        return request.send(port);
    }

    private static void assertProblem(Answer answer, Integer... statuses) {
        assertThat(answer.status()).as(answer.body()).isIn((Object[]) statuses);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
        assertThat(answer.code()).matches("[a-z][a-z-]+");
        assertThat(answer.detail()).isNotBlank();
        assertThat(answer.json().path("title").asString()).isNotBlank();
        assertThat(answer.json().path("correlationId").asString())
                .isNotBlank()
                .isEqualTo(answer.header("X-Correlation-Id"));
        assertThat(answer.body())
                .doesNotContain("Exception", "org.", "java.", "jakarta", "Tomcat", "Secret", "\tat ", "<html");
        assertOrdinaryHeaders(answer);
    }

    private static void assertOrdinaryHeaders(Answer answer) {
        assertThat(answer.headers().get("X-Correlation-Id")).hasSize(1);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.headers()).doesNotContainKeys("Server", "Set-Cookie", "X-Powered-By");
    }
}
