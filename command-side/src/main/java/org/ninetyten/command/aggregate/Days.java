package org.ninetyten.command.aggregate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.LondonTime;

/** Days that lie ahead: what happened did not happen on one (the rule {@code date-in-future}, DESIGN 3). */
public final class Days {

    private Days() {}

    /**
     * @param pointer where the day stands in the body
     * @throws Refusal {@code date-in-future}
     */
    public static void refuseFuture(String pointer, @Nullable LocalDate day, Clock clock) {
        if (day != null && day.isAfter(LondonTime.today(clock))) {
            throw inFuture(pointer, day.toString());
        }
    }

    /** @throws Refusal {@code date-in-future} */
    public static void refuseFuture(String pointer, Instant instant, Clock clock) {
        if (instant.isAfter(clock.instant())) {
            throw inFuture(pointer, instant.toString());
        }
    }

    /**
     * For what is only so once a day is over.
     *
     * @throws IllegalStateException before that: a reminder that went off too early goes off again
     */
    public static void requireOver(LocalDate day, Clock clock) {
        if (clock.instant().isBefore(LondonTime.endOf(day))) {
            throw new IllegalStateException("Too early: %s is not over".formatted(day));
        }
    }

    private static Refusal inFuture(String pointer, String when) {
        return Refusal.invalid(
                "date-in-future",
                "What happened cannot have happened in the future: %s.".formatted(when),
                Violation.at(pointer, "must not be in the future"));
    }
}
