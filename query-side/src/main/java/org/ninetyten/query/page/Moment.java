package org.ninetyten.query.page;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.http.UsableTime;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.LondonTime;

/** A point in time in a query: an instant, or a day in London. */
public final class Moment {

    private static final String EITHER = "must be an instant such as 2026-03-01T09:30:00Z or a day such as 2026-03-01";
    private static final String INSTANT = "must be an instant such as 2026-03-01T09:30:00Z";

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
        Instant instant = instant(parameter, text, INSTANT);
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
                ? ofDay.apply(day(parameter, text, EITHER))
                : ofInstant.apply(instant(parameter, text, EITHER));
    }

    private static LocalDate day(String parameter, String text, String expected) {
        LocalDate day = parsed(parameter, expected, text, LocalDate::parse);
        usable(parameter, day.atStartOfDay(ZoneOffset.UTC).toInstant());
        return day;
    }

    private static Instant instant(String parameter, String text, String expected) {
        return usable(parameter, parsed(parameter, expected, text, Instant::parse));
    }

    private static Instant usable(String parameter, Instant instant) {
        if (!UsableTime.isUsable(instant)) {
            throw refused(parameter, UsableTime.YEARS);
        }
        return instant;
    }

    private static <T> T parsed(String parameter, String expected, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (DateTimeException e) {
            throw refused(parameter, expected);
        }
    }

    private static Refusal refused(String parameter, String wanted) {
        return Refusal.invalid(
                "invalid",
                "The parameter %s is not a point in time.".formatted(parameter),
                Violation.ofParameter(parameter, wanted));
    }
}
