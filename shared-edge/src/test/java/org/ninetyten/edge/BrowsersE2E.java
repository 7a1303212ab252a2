package org.ninetyten.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninetyten.edge.RawHttp.Answer;
import org.springframework.test.context.TestPropertySource;

/** What browsers are told: on every answer, and when they ask for a page of another origin. */
@TestPropertySource(properties = "ninety-ten.cors.allowed-origins=https://intranet.force.example")
class BrowsersE2E extends OverHttp {

    @ParameterizedTest
    @CsvSource({
        "GET, /api/officers/amina, 200",
        "GET, /api/officers/ben/nothing, 404",
        "GET, /api/officers/%zz, 400",
        "PATCH, /api/officers/amina, 405",
        "GET, /actuator/health, 200",
        "GET, /v3/api-docs, 200",
    })
    void everyAnswerTellsABrowserToDoNothingWithIt(String method, String path, int status) throws IOException {
        Answer answer = send(RawHttp.request(method, path).as("comms"));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.headers()).doesNotContainKeys("Strict-Transport-Security", "Set-Cookie");
        assertOrdinaryHeaders(answer);
    }

    @Test
    void thePageOfTheApiMayRunItsOwnScriptsAndNoOthers() throws IOException {
        Answer page = send(get("/swagger-ui/index.html"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'self';", "connect-src 'self'")
                .doesNotContain("script-src 'self' 'unsafe-inline'");
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]*src=)");
    }

    @Test
    void aPageOfAnotherOriginMayNotCall() throws IOException {
        Answer asked = send(preflight("https://elsewhere.example"));

        assertProblem(asked, 403);
        assertThat(asked.code()).isEqualTo("origin-not-allowed");
        assertThat(asked.headers()).doesNotContainKey("Access-Control-Allow-Origin");
        Answer unasked = send(get("/api/officers/amina").as("comms").header("Origin", "https://elsewhere.example"));
        assertThat(unasked.status()).isEqualTo(200);
        assertThat(unasked.headers()).doesNotContainKey("Access-Control-Allow-Origin");
    }

    @Test
    void aPageOfAConfiguredOriginMay() throws IOException {
        Answer asked = send(preflight("https://intranet.force.example"));

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo("https://intranet.force.example");
        assertThat(asked.headers()).doesNotContainKey("Access-Control-Allow-Credentials");
        Answer called = send(get("/api/officers/amina").as("comms").header("Origin", "https://intranet.force.example"));
        assertThat(called.status()).isEqualTo(200);
        assertThat(called.header("Access-Control-Allow-Origin")).isEqualTo("https://intranet.force.example");
    }

    @Test
    void whatAProxyWouldSayIsNotBelievedOfJustAnyone() throws IOException {
        Answer answer = send(get("/api/officers/amina")
                .as("comms")
                .header("X-Forwarded-For", "192.0.2.7")
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "for=192.0.2.7;proto=https"));

        assertThat(answer.status())
                .as("still from this machine, so the demo's people are")
                .isEqualTo(200);
        assertThat(answer.headers()).doesNotContainKey("Strict-Transport-Security");
    }

    private static RawHttp preflight(String origin) {
        return RawHttp.request("OPTIONS", "/api/officers/amina")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "authorization,if-match,x-purpose");
    }
}
