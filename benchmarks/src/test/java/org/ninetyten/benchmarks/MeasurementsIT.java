package org.ninetyten.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementsIT {

    private static final Scale TINY = new Scale(
            "tiny", Measurements.ALL, Duration.ofSeconds(1), Duration.ofMillis(500), 1, List.of(200, 2_000), 20);

    @Test
    void everythingIsMeasuredBesideItsFloorAndHeldAgainstWhatMustHold() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        Measurements.run(TINY, Measurements.ALL, new PrintStream(printed, true, StandardCharsets.UTF_8));

        String text = printed.toString(StandardCharsets.UTF_8);
        assertThat(text)
                .contains(
                        "start-up to the first answered command",
                        "commands over HTTP, 1 clients",
                        "commands over HTTP, 16 clients",
                        "commands over HTTP, 64 clients",
                        "live catch-up of",
                        "rebuild of histories",
                        "rebuild of transgressions",
                        "history page p50, p99",
                        "reassessment of",
                        "history page noted in the access log")
                .doesNotContain("NaN", "Infinity");
        assertThat(text.lines().filter(line -> line.matches(".* (met|NOT MET) .*")))
                .as(text)
                .hasSize(8);
    }
}
