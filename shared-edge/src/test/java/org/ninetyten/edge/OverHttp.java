package org.ninetyten.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.ninetyten.edge.RawHttp.Answer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the edge answers to what may come over the wire: whatever it is, a problem that says what to do, never a 500. */
@SpringBootTest(
        classes = ToyApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "ninety-ten.demo=true",
            "server.tomcat.max-swallow-size=16MB",
            "spring.config.import=classpath:org/ninetyten/edge/limits.yml",
            "spring.main.banner-mode=off"
        })
abstract class OverHttp {

    static final String GOOD = "{\"name\":\"Amina\"}";

    @LocalServerPort
    private int port;

    static RawHttp get(String target) {
        return RawHttp.request("GET", target);
    }

    static RawHttp put(String json) {
        return RawHttp.request("PUT", "/api/officers/amina").as("comms").json(json);
    }

    static RawHttp chunked(String json) {
        return RawHttp.request("PUT", "/api/officers/amina")
                .as("comms")
                .header("Content-Type", "application/json")
                .chunked(json);
    }

    final Answer send(RawHttp request) throws IOException {
        return request.send(port);
    }

    static void assertProblem(Answer answer, Integer... statuses) {
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

    static void assertOrdinaryHeaders(Answer answer) {
        assertThat(answer.headers().get("X-Correlation-Id")).hasSize(1);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.headers()).doesNotContainKeys("Server", "Set-Cookie", "X-Powered-By");
    }
}
