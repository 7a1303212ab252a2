package org.ninetyten.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LondonTimeTest {

    @Property
    void aDayEndsAtTheVeryInstantAtWhichTheNextOneBegins(
            @ForAll @DateRange(min = "1900-01-01", max = "2200-12-31") LocalDate day) {
        Instant end = LondonTime.endOf(day);

        assertThat(LondonTime.dayOf(end)).isEqualTo(day.plusDays(1));
        assertThat(LondonTime.dayOf(end.minusNanos(1))).isEqualTo(day);
        assertThat(end.atZone(LondonTime.ZONE).toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
        assertThat(LondonTime.today(Clock.fixed(end, ZoneOffset.ofHours(-12)))).isEqualTo(day.plusDays(1));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28, 24, 2026-03-29T00:00:00Z",
        "2026-03-29, 23, 2026-03-29T23:00:00Z",
        "2026-10-24, 24, 2026-10-24T23:00:00Z",
        "2026-10-25, 25, 2026-10-26T00:00:00Z",
        "2027-03-28, 23, 2027-03-28T23:00:00Z",
        "2027-10-31, 25, 2027-11-01T00:00:00Z",
    })
    void theDaysOnWhichTheClocksChangeAreShorterAndLonger(LocalDate day, int hours, Instant end) {
        assertThat(LondonTime.endOf(day)).isEqualTo(end);
        assertThat(Duration.between(LondonTime.endOf(day.minusDays(1)), LondonTime.endOf(day)))
                .hasHours(hours);
    }
}
