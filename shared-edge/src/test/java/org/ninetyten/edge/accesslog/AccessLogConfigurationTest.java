package org.ninetyten.edge.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AccessLogConfigurationTest {

    @Test
    void nobodySwitchesTheLogOffButWhoMeasuresWithTheDemosPeople() {
        assertThatIllegalStateException()
                .isThrownBy(() -> AccessLogConfiguration.isWritten(unwritten(true), false))
                .withMessageContaining("unwritten-for-benchmarks");
        assertThat(AccessLogConfiguration.isWritten(unwritten(true), true)).isFalse();
        assertThat(AccessLogConfiguration.isWritten(unwritten(false), false)).isTrue();
        assertThat(AccessLogConfiguration.isWritten(unwritten(false), true)).isTrue();
    }

    private static AccessLogProperties unwritten(boolean unwritten) {
        return new AccessLogProperties(1, Duration.ofSeconds(1), Duration.ofSeconds(1), unwritten);
    }
}
