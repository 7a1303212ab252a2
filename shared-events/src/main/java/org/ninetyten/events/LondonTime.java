package org.ninetyten.events;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days are taken in Europe/London, whatever zone the machine is in. */
public final class LondonTime {

    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private LondonTime() {}

    /** The day it is in London by this clock. */
    public static LocalDate today(Clock clock) {
        return dayOf(clock.instant());
    }

    /** The day it was in London at that instant. */
    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** The first instant after that day in London, however long the day was. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }
}
