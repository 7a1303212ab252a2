package org.ninetyten.command.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Predicate;
import org.ninetyten.events.LondonTime;

/**
 * The hours that count on working days, by the clock on the wall in London: on a day when the clocks go forward or back
 * in between, as many as really pass.
 *
 * @param from when they begin; before {@code to}
 * @param to when they end, on the same day
 */
public record WorkingHours(LocalTime from, LocalTime to, Predicate<LocalDate> isWorkingDay) {

    /**
     * When so many working hours are over. Hours that end with a working day are over in the evening of that day and
     * not in the morning of the next.
     *
     * @param hours 1 or more
     */
    public Instant after(Instant start, int hours) {
        Duration left = Duration.ofHours(hours);
        LocalDate day = LondonTime.dayOf(start);
        Instant since = laterOf(start, opening(day));
        while (!isWorkingDay.test(day) || left.compareTo(between(since, closing(day))) > 0) {
            if (isWorkingDay.test(day)) {
                left = left.minus(between(since, closing(day)));
            }
            day = day.plusDays(1);
            since = opening(day);
        }
        return since.plus(left);
    }

    private Instant opening(LocalDate day) {
        return day.atTime(from).atZone(LondonTime.ZONE).toInstant();
    }

    private Instant closing(LocalDate day) {
        return day.atTime(to).atZone(LondonTime.ZONE).toInstant();
    }

    private static Duration between(Instant since, Instant until) {
        return since.isBefore(until) ? Duration.between(since, until) : Duration.ZERO;
    }

    private static Instant laterOf(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
