package org.ninetyten.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninetyten.query.projection.ProjectionView.State;

class ProjectionHealthTest {

    @ParameterizedTest
    @CsvSource({
        "RUNNING,  0, UP",
        "RUNNING, 30, UP",
        "RUNNING, 31, LAGGING",
        "STOPPED,  0, DOWN",
        "FAILED,  99, DOWN",
    })
    void aProjectionIsWellBehindOrDown(State state, long lagSeconds, String status) {
        ProjectionView view = new ProjectionView("officers", state, null, 7, lagSeconds, lagSeconds, 0, null);

        assertThat(ProjectionHealth.health(view, Duration.ofSeconds(30))
                        .getStatus()
                        .getCode())
                .isEqualTo(status);
    }
}
