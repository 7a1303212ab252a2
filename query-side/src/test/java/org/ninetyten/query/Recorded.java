package org.ninetyten.query;

import java.time.Instant;
import org.ninetyten.events.Event;
import org.ninetyten.events.stored.Provenance;
import org.ninetyten.events.stored.RecordedEvent;

/** Events as if they stood in the store. */
public final class Recorded {

    public static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

    private Recorded() {}

    /** The event as its subject's given version, recorded by {@code comms}. */
    public static RecordedEvent as(long version, Event event) {
        return at(version, version, event);
    }

    public static RecordedEvent at(long position, long version, Event event) {
        return new RecordedEvent(
                position,
                "event-" + position,
                version,
                AT.plusSeconds(position),
                event,
                new Provenance("comms", "COMMS", "correlation-" + position, "command-" + position));
    }
}
