package org.ninetyten.command.running;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test moves on, and that runs on from there: one that stands still would keep a scheduler waiting. */
public final class SettableClock extends Clock {

    private volatile Clock running;

    public SettableClock(Instant now) {
        running = runningFrom(now);
    }

    public void set(Instant later) {
        running = runningFrom(later);
    }

    private static Clock runningFrom(Instant now) {
        return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), now));
    }

    @Override
    public Instant instant() {
        return running.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
