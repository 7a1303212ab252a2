package org.ninetyten.events.posting;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.LondonTime;

/**
 * One time that an officer answered for an account or could post with it.
 *
 * @param since the first day
 * @param known the day on which it became known here
 * @param lastDay the last day; absent while it lasts
 * @param begins the instant from which on
 * @param ends the instant up to which; absent while it lasts
 */
public record Spell(
        String officerId,
        As as,
        LocalDate since,
        LocalDate known,
        @Nullable LocalDate lastDay,
        Instant begins,
        @Nullable Instant ends) {

    /** What they are to the account. */
    public enum As {
        HOLDER,
        OPERATOR
    }

    static Spell from(String officerId, As as, LocalDate since, LocalDate known) {
        return new Spell(
                officerId,
                as,
                since,
                known,
                null,
                since.atStartOfDay(LondonTime.ZONE).toInstant(),
                null);
    }

    /** One that was handed over during its first day began only then. */
    Spell handedOverAt(Instant instant) {
        return new Spell(officerId, as, since, known, lastDay, instant, ends);
    }

    /** @return the same, where it had ended before */
    Spell endedAfter(LocalDate day) {
        return ended(day, LondonTime.endOf(day));
    }

    Spell ended(LocalDate day, Instant instant) {
        return lasts() ? new Spell(officerId, as, since, known, day, begins, instant) : this;
    }

    public boolean lasts() {
        return lastDay == null;
    }

    /** On any part of that day. */
    public boolean covers(LocalDate day) {
        return !since.isAfter(day) && (lastDay == null || !lastDay.isBefore(day));
    }

    public boolean covers(Instant instant) {
        return !begins.isAfter(instant) && (ends == null || instant.isBefore(ends));
    }
}
