package org.ninetyten.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DutiesAndOverviewIT {

    @Test
    void listsOfDutiesAndOverviewsAreAskedForWithTheirFloors() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        DutiesAndOverview.measure(140, 0, 1, new PrintStream(printed, true, StandardCharsets.UTF_8));

        String text = printed.toString(StandardCharsets.UTF_8);
        assertThat(text.lines().filter(line -> line.matches(" *[\\d.]+ +[\\d.]+ +[\\d.]+ +[\\d.]+  .*")))
                .as(text)
                .hasSize(11);
    }
}
