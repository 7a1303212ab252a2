package org.ninetyten.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ninetyten.command.running.Bodies;
import org.ninetyten.command.running.CommandSideProcess;
import org.ninetyten.command.running.Reply;

/** What a dashboard sees of commands. */
class CommandMetersE2E {

    private static final CommandSideProcess RUNNING = CommandSideProcess.shared();

    @Test
    void commandsAreCountedByKindAndOutcomeForAdminsAlone() {
        RUNNING.put("comms", "/api/officers/counted", Bodies.officer("Counted"));
        RUNNING.put("comms", "/api/officers/counted", Bodies.officer("Someone else"));

        Reply metrics = RUNNING.send("admin", "GET", "/actuator/prometheus", null);

        assertThat(metrics.status()).as(metrics.body()).isEqualTo(200);
        assertThat(metrics.body())
                .containsPattern(
                        "ninetyten_commands_seconds_count\\{command=\"RegisterOfficer\",outcome=\"done\"} [1-9]")
                .containsPattern(
                        "ninetyten_commands_seconds_count\\{command=\"RegisterOfficer\",outcome=\"id-conflict\"} [1-9]")
                .containsPattern(
                        "ninetyten_commands_seconds_bucket\\{command=\"RegisterOfficer\",outcome=\"done\",le=\"0.25\"}")
                .doesNotContain("counted");
        assertThat(RUNNING.send("standards", "GET", "/actuator/prometheus", null)
                        .status())
                .isEqualTo(403);
    }
}
