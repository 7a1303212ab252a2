package org.ninetyten.query.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.edge.refusal.Refusal;

class ParametersTest {

    @Test
    void aDayStartsAtMidnightInLondonWinterAndSummer() {
        assertThat(Moment.parse("from", "2026-01-15")).isEqualTo(Instant.parse("2026-01-15T00:00:00Z"));
        assertThat(Moment.parse("from", "2026-07-15")).isEqualTo(Instant.parse("2026-07-14T23:00:00Z"));
        assertThat(Moment.parse("from", "2026-07-15T10:00:00Z")).isEqualTo(Instant.parse("2026-07-15T10:00:00Z"));
        assertThat(Moment.parse("from", null)).isNull();
    }

    @Test
    void aDayUpToWhichSomethingCountsIsCountedWholeHoweverLongItIs() {
        assertThat(Moment.through("known-on", "2026-03-29")).isEqualTo("2026-03-29T22:59:59.999999999Z");
        assertThat(Moment.through("known-on", "2026-10-25")).isEqualTo("2026-10-25T23:59:59.999999999Z");
        assertThat(Moment.through("known-on", "2026-07-15T10:00:00Z")).isEqualTo("2026-07-15T10:00:00Z");
        assertThat(Moment.through("known-on", null)).isNull();
    }

    @Test
    void anInstantIsTakenAsItsDayInLondon() {
        assertThat(Moment.day("happened-by", "2026-07-14T23:00:00Z")).isEqualTo("2026-07-15");
        assertThat(Moment.day("happened-by", "2026-01-14T23:59:59Z")).isEqualTo("2026-01-14");
        assertThat(Moment.day("happened-by", "2026-07-14")).isEqualTo("2026-07-14");
        assertThat(Moment.day("happened-by", null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-02-30",
                "2026-01-01T25:00:00Z",
                "",
                "+999999999999-01-01",
                "2201-01-01",
                "1899-12-31",
                "2201-01-01T00:00:00Z",
                "1899-12-31T23:59:59Z"
            })
    void whatIsNoPointInTimeIsRefused(String text) {
        assertThatThrownBy(() -> Moment.parse("to", text)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Moment.through("known-on", text)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Moment.day("happened-by", text)).isInstanceOf(Refusal.class);
    }

    @Test
    void anInstantOfThePastIsNoDayAndNoInstantToCome() {
        Instant now = Instant.parse("2026-03-02T08:00:00Z");
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);

        assertThat(Moment.past("at", "2026-03-02T08:00:00Z", clock)).isEqualTo(now);
        for (String none : List.of("2026-03-02", "2026-03-02T08:00:00.000001Z", "1899-12-31T23:59:59Z")) {
            assertThatThrownBy(() -> Moment.past("at", none, clock)).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void aFilterWithoutAValueDoesNotFilter() {
        assertThat(Filters.NONE.and("unit", "unit", null).values()).isEmpty();
        assertThat(Filters.NONE.and("unit", "unit", "harbour").values()).containsEntry("unit", "harbour");
    }
}
