package org.ninetyten.command.running;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test sets, and that goes on from there: what waits for a moment would never see one that stands still. */
public final class SettableClock extends Clock {

    private volatile Duration ahead;

    public SettableClock(Instant now) {
        this.ahead = Duration.between(Instant.now(), now);
    }

    public void set(Instant now) {
        ahead = Duration.between(Instant.now(), now);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
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
