package org.ninetyten.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered as done is there, however the process ended. */
class DurabilityE2E {

    /** More with {@code -Dninety-ten.kills=20}. */
    private static final int KILLS = Integer.getInteger("ninety-ten.kills", 3);

    @Test
    void whatWasAnsweredSurvivesAKillRightAfterTheAnswer(@TempDir Path directory)
            throws IOException, InterruptedException, SQLException {
        Path data = Beforehand.toldStory(directory.resolve("data"));
        RunningJar jar = RunningJar.start(data, "--ninety-ten.demo=true");
        try {
            for (int kill = 1; kill <= KILLS; kill++) {
                String officer = "killed-after-" + kill;
                HttpResponse<String> answer = jar.put("comms", "/api/officers/" + officer, """
                        {"name": "Somebody", "collarNumber": "PC 1", "unit": "harbour"}""");
                jar.kill();
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);

                jar = RunningJar.start(data, "--ninety-ten.demo=true");

                assertThat(StoredEvents.select(
                                jar,
                                data,
                                "SELECT kind FROM eventstore.event_log WHERE subject_id = '" + officer + "'"))
                        .as("after kill %d", kill)
                        .containsExactly("OfficerRegistered");
                awaitInHistory(jar, officer);
            }
        } finally {
            jar.close();
        }
    }

    /** Sooner than a dead process's claim on a projection would lapse: its successor takes it over. */
    private static void awaitInHistory(RunningJar jar, String officer) {
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            HttpResponse<String> history =
                    jar.get("auditor", "/api/officers/" + officer + "/history?at-least-version=1");
            assertThat(history.statusCode()).as(history.body()).isEqualTo(200);
            assertThat(history.body()).contains("OfficerRegistered");
        });
    }
}
