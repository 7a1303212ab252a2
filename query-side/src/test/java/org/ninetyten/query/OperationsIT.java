package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the engineer on call sees of the projections. */
class OperationsIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    private QueryServer server;
    private EventWriter writer;

    @BeforeEach
    void start() {
        server = QueryServer.onDatabaseOfItsOwn();
        writer = server.writer();
    }

    @AfterEach
    void stop() {
        writer.close();
        server.close();
    }

    @Test
    void aStoppedProjectionIsDownAndAHealthyOneIsNotAndTheProcessStaysReady() {
        await().atMost(SOON).until(() -> server.get("/actuator/health").statusCode() == 200);
        assertThat(server.get("/actuator/health/projections").body())
                .contains("\"histories\":{\"status\":\"UP\"}", "\"officers\":{\"status\":\"UP\"}");

        server.stopProjections();

        await().atMost(SOON).until(() -> server.get("/actuator/health").statusCode() == 503);
        HttpResponse<String> histories = server.get("/actuator/health/projections/histories");
        assertThat(histories.statusCode()).isEqualTo(503);
        assertThat(histories.body()).contains("DOWN").doesNotContain("lagEvents");
        assertThat(server.get("/actuator/health/readiness").statusCode()).isEqualTo(200);

        server.startProjections();

        await().atMost(SOON).until(() -> server.get("/actuator/health").statusCode() == 200);
    }

    @Test
    void metricsTellLagAndDeadLettersToAdminsAlone() {
        server.stopProjections();
        writer.append(Samples.registered("amina"), Samples.trained("amina", "social"));

        assertThat(metrics())
                .contains("ninetyten_projection_lag_events{projection=\"officers\"} 2.0")
                .contains("ninetyten_projection_dead_letters{projection=\"officers\"} 0.0");

        server.startProjections();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(metrics())
                        .contains("ninetyten_projection_lag_events{projection=\"officers\"} 0.0")
                        .contains("ninetyten_projection_running{projection=\"officers\"} 1.0"));
        assertThat(server.getAs("comms", "/actuator/prometheus").statusCode()).isEqualTo(403);
    }

    private String metrics() {
        HttpResponse<String> answer = server.getAs("admin", "/actuator/prometheus");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
