package org.ninetyten.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.edge.RawHttp.Answer;

/** What the container refuses and what goes wrong here: a problem all the same, and nothing of the inside; found again by its correlation id. */
class WhatGoesWrongE2E extends OverHttp {

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
}
