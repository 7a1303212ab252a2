package org.ninetyten.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.edge.RawHttp.Answer;

/** What is around a body: its type, its size, parameters, paths, methods and credentials. */
class WhatIsAroundABodyE2E extends OverHttp {

    private static final int LIMIT = 256 * 1024;

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
}
