package org.ninetyten.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The demo's story is told once, whole, and only where nothing else is. */
class DemoStoryE2E {

    private static final String HASH = new BCryptPasswordEncoder(4).encode("ninety-ten-demo");

    private static final String TOLD_STEPS = """
            SELECT DISTINCT metadata ->> 'correlationId' AS step FROM eventstore.event_log
            WHERE metadata ->> 'correlationId' LIKE 'demo-story-%' ORDER BY step""";

    private static final String MISSED_REVIEWS =
            "SELECT subject_id FROM eventstore.event_log WHERE kind = 'PolicyReviewMissed'";

    @Test
    void anInterruptedTellingGoesOnWhereItBrokeOff(@TempDir Path directory)
            throws IOException, InterruptedException, SQLException {
        Path data = Beforehand.empty(directory.resolve("data"));
        RunningJar interrupted = RunningJar.launch(data, "--ninety-ten.demo=true");
        awaitFirstOfficerOf(interrupted);
        interrupted.kill();

        try (RunningJar again = RunningJar.start(data, "--ninety-ten.demo=true")) {
            Matcher goesOn =
                    Pattern.compile("it goes on at step (\\d+) of (\\d+)").matcher(again.output());
            assertThat(goesOn.find()).as(again.output()).isTrue();
            assertThat(Integer.parseInt(goesOn.group(1))).isGreaterThan(1);
            List<String> told = StoredEvents.select(again, data, TOLD_STEPS);
            assertThat(told).hasSize(Integer.parseInt(goesOn.group(2)));
            // The first version was due for review long ago, and then the second superseded it.
            assertThat(StoredEvents.select(again, data, MISSED_REVIEWS)).isEmpty();
        }
    }

    @Test
    void aStoreWithOtherContentIsLeftAlone(@TempDir Path directory) throws IOException, SQLException {
        Path data = Beforehand.empty(directory.resolve("data"));
        try (RunningJar without = RunningJar.start(
                data,
                "--ninety-ten.service-users[0].name=comms",
                "--ninety-ten.service-users[0].roles=COMMS",
                "--ninety-ten.service-users[0].password-hash=" + HASH)) {
            HttpResponse<String> answer = without.put("comms", "/api/officers/real", """
                    {"name": "Somebody Real", "collarNumber": "PC 1", "unit": "harbour"}""");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
        try (RunningJar demo = RunningJar.start(data, "--ninety-ten.demo=true")) {
            assertThat(demo.output())
                    .contains("The demo story is not told: this store has other content")
                    .contains("OfficerRegistered of officer real");
            assertThat(StoredEvents.count(demo, data)).isEqualTo(1);
        }
    }

    /** The query side answers while the story is being told: from the first officer on there is something to interrupt. */
    private static void awaitFirstOfficerOf(RunningJar jar) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(5))
                .failFast(jar::failIfEnded)
                .until(() -> {
                    try {
                        return jar.get("auditor", "/api/officers/amina").statusCode() == 200;
                    } catch (IOException e) {
                        return false;
                    }
                });
    }
}
