package org.ninetyten.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninetyten.edge.RawHttp.Answer;

/** What is in a body: taken, or refused with where it is wrong and what to do. */
class WhatIsInABodyE2E extends OverHttp {

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
                        "{\"name\":" + "[".repeat(100_000),
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

    static Stream<Arguments> bodiesWithTooMuch() {
        return Stream.of(
                arguments("arrays without end", "{\"agreedActions\":" + "[".repeat(100_000)),
                arguments("very deep", "{\"agreedActions\":" + "{\"a\":".repeat(20_000)),
                arguments("deep", "{\"name\":" + "[".repeat(33) + "]".repeat(33) + "}"),
                arguments("a long name", "{\"" + "n".repeat(300) + "\":1}"),
                arguments("a long number", "{\"count\":" + "9".repeat(5_000) + "}"),
                arguments("many", "{\"name\":[" + "1,".repeat(110_000) + "1]}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodiesWithTooMuch")
    void whatIsDeeperLongerOrMoreThanAnyoneMeansIsRefused(String shown, String body) throws IOException {
        Answer answer = send(put(body));

        assertProblem(answer, 400);
        assertThat(answer.code()).isIn("json-too-large", "invalid");
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
}
