package org.ninetyten.query.page;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.LondonTime;

/** A point in time in a query: an instant, or a day in London. */
public final class Moment {

    private static final String EITHER = "must be an instant such as 2026-03-01T09:30:00Z or a day such as 2026-03-01";
    private static final String INSTANT = "must be an instant such as 2026-03-01T09:30:00Z";

    /** Java can say instants that no database can keep: those of years without four digits are none of ours. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Moment() {}

    /**
     * From which on, or before which: a day starts at midnight.
     *
     * @throws Refusal {@code invalid} when it is neither
     */
    public static @Nullable Instant parse(String parameter, @Nullable String text) {
        return either(
                parameter,
                text,
                Function.identity(),
                day -> day.atStartOfDay(LondonTime.ZONE).toInstant());
    }

    /**
     * Up to and with which: a day counts whole.
     *
     * @throws Refusal {@code invalid} when it is neither
     */
    public static @Nullable Instant through(String parameter, @Nullable String text) {
        return either(
                parameter,
                text,
                Function.identity(),
                day -> LondonTime.endOf(day).minusNanos(1));
    }

    /**
     * The day, or the one on which the instant lay.
     *
     * @throws Refusal {@code invalid} when it is neither
     */
    public static @Nullable LocalDate day(String parameter, @Nullable String text) {
        return either(parameter, text, LondonTime::dayOf, Function.identity());
    }

    /** @throws Refusal {@code invalid} when it is no instant, or one that has not come yet */
    public static Instant past(String parameter, String text, Clock clock) {
        Instant instant = read(parameter, INSTANT, text, Moment::usableInstant);
        if (instant.isAfter(clock.instant())) {
            throw Refusal.invalid(
                    "invalid",
                    "The parameter %s lies in the future, of which nothing is recorded.".formatted(parameter),
                    Violation.ofParameter(parameter, "may not lie in the future"));
        }
        return instant;
    }

    private static <T> @Nullable T either(
            String parameter, @Nullable String text, Function<Instant, T> ofInstant, Function<LocalDate, T> ofDay) {
        if (text == null) {
            return null;
        }
        return text.indexOf('T') < 0
                ? ofDay.apply(read(parameter, EITHER, text, Moment::usableDay))
                : ofInstant.apply(read(parameter, EITHER, text, Moment::usableInstant));
    }

    private static Instant usableInstant(String text) {
        Instant instant = Instant.parse(text);
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new DateTimeException("No year of four digits");
        }
        return instant;
    }

    private static LocalDate usableDay(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new DateTimeException("No year of four digits");
        }
        return day;
    }

    private static <T> T read(String parameter, String expected, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid(
                    "invalid",
                    "The parameter %s is not a point in time.".formatted(parameter),
                    Violation.ofParameter(parameter, expected));
        }
    }
}
