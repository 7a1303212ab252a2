package org.ninetyten.command.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninetyten.events.LondonTime;

class WorkingHoursTest {

    private static final WorkingDays DAYS = new WorkingDays();
    private static final WorkingHours OFFICE =
            new WorkingHours(LocalTime.of(8, 0), LocalTime.of(18, 0), DAYS::isWorkingDay);

    @ParameterizedTest
    @CsvSource({
        // asked, working hours, over
        "2026-03-02T09:00, 8, 2026-03-02T17:00",
        "2026-03-02T10:00, 8, 2026-03-02T18:00",
        "2026-03-02T10:01, 8, 2026-03-03T08:01",
        "2026-03-02T16:30, 8, 2026-03-03T14:30",
        // Asked before or after hours, at the end of them, at the weekend.
        "2026-03-02T05:00, 8, 2026-03-02T16:00",
        "2026-03-02T23:10, 8, 2026-03-03T16:00",
        "2026-03-02T18:00, 8, 2026-03-03T16:00",
        "2026-03-06T17:00, 8, 2026-03-09T15:00",
        "2026-03-07T12:00, 8, 2026-03-09T16:00",
        // Good Friday and Easter Monday, with the clocks gone forward the Sunday before.
        "2026-04-02T17:00, 8, 2026-04-07T15:00",
        "2026-03-27T17:00, 8, 2026-03-30T15:00",
        // Christmas, with Boxing Day on a Saturday; the clocks go back.
        "2026-12-24T16:00, 8, 2026-12-29T14:00",
        "2026-10-23T17:00, 8, 2026-10-26T15:00",
        // More than a day.
        "2026-03-02T09:00, 10, 2026-03-03T09:00",
        "2026-03-02T08:00, 30, 2026-03-04T18:00",
    })
    void hoursAreCountedOnWorkingDaysByTheClockInLondon(LocalDateTime asked, int hours, LocalDateTime over) {
        assertThat(OFFICE.after(london(asked), hours)).isEqualTo(london(over));
    }

    @ParameterizedTest
    @CsvSource({
        // The clocks go forward on 29 March at 01:00, and back on 25 October at 02:00: that day has an hour less, or
        // more.
        "2026-03-29T00:30, 3, 2026-03-29T04:30",
        "2026-10-25T00:30, 3, 2026-10-25T02:30",
    })
    void hoursInWhichTheClocksChangeAreThoseThatReallyPass(LocalDateTime asked, int hours, LocalDateTime over) {
        WorkingHours everyNight = new WorkingHours(LocalTime.MIDNIGHT, LocalTime.of(6, 0), day -> true);

        assertThat(everyNight.after(london(asked), hours)).isEqualTo(london(over));
    }

    @Property(tries = 300)
    void asManyWorkingMinutesLieInBetweenAsThereAreHours(
            @ForAll("instants") Instant asked, @ForAll @IntRange(min = 1, max = 40) int hours) {
        Instant over = OFFICE.after(asked, hours);

        assertThat(workingMinutes(asked, over, DAYS::isWorkingDay)).isEqualTo(hours * 60L);
    }

    @Property(tries = 300)
    void itIsOverOnAWorkingDayAndWithinItsHours(
            @ForAll("instants") Instant asked, @ForAll @IntRange(min = 1, max = 40) int hours) {
        ZonedDateTime over = OFFICE.after(asked, hours).atZone(LondonTime.ZONE);

        assertThat(DAYS.isWorkingDay(over.toLocalDate())).isTrue();
        assertThat(over.toLocalTime()).isAfter(LocalTime.of(8, 0)).isBeforeOrEqualTo(LocalTime.of(18, 0));
    }

    @Property(tries = 300)
    void whoAsksLaterOrLeavesMoreTimeNeverHasItOverSooner(
            @ForAll("instants") Instant asked,
            @ForAll @IntRange(max = 5_000) int minutesLater,
            @ForAll @IntRange(min = 1, max = 40) int hours) {
        assertThat(OFFICE.after(asked.plus(minutesLater, ChronoUnit.MINUTES), hours))
                .isAfterOrEqualTo(OFFICE.after(asked, hours));
        assertThat(OFFICE.after(asked, hours + 1)).isAfter(OFFICE.after(asked, hours));
    }

    @Property(tries = 100)
    void alsoWhereEveryDayIsAWorkingDayThoseOnWhichTheClocksChangeIncluded(
            @ForAll("instants") Instant asked, @ForAll @IntRange(min = 1, max = 40) int hours) {
        WorkingHours always = new WorkingHours(LocalTime.of(8, 0), LocalTime.of(18, 0), day -> true);

        assertThat(workingMinutes(asked, always.after(asked, hours), day -> true))
                .isEqualTo(hours * 60L);
    }

    @Provide
    Arbitrary<Instant> instants() {
        long from = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond() / 60;
        long to = Instant.parse("2027-12-31T00:00:00Z").getEpochSecond() / 60;
        return Arbitraries.longs().between(from, to).map(minute -> Instant.ofEpochSecond(minute * 60));
    }

    /** Counted one by one: slow, and plain to see. */
    private static long workingMinutes(Instant from, Instant to, Predicate<LocalDate> isWorkingDay) {
        long count = 0;
        for (Instant minute = from; minute.isBefore(to); minute = minute.plus(1, ChronoUnit.MINUTES)) {
            LocalDateTime local = LocalDateTime.ofInstant(minute, LondonTime.ZONE);
            boolean within = local.getHour() >= 8 && local.getHour() < 18;
            count += within && isWorkingDay.test(local.toLocalDate()) ? 1 : 0;
        }
        return count;
    }

    private static Instant london(LocalDateTime local) {
        return local.atZone(LondonTime.ZONE).toInstant();
    }
}
