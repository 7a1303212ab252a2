package org.ninetyten.events.stored;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.ninetyten.events.Event;

/**
 * An event as it stands in the store.
 *
 * @param position its place among all events, counted from 1; gaps are possible
 * @param version its place in its own stream, counted from 1 without gaps
 * @param recordedAt when it was recorded; when it happened stands in the event
 */
public record RecordedEvent(
        long position, String eventId, long version, Instant recordedAt, Event event, Provenance provenance) {

    /**
     * @throws UnreadableEventException for a stored event that this program does not know: it must be noticed, never
     *     skipped
     */
    public static RecordedEvent of(EventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> stored) || !(message.getPayload() instanceof Event event)) {
            throw new UnreadableEventException("Event " + message.getIdentifier() + " of type "
                    + message.getPayloadType().getSimpleName() + " is not one that this program knows");
        }
        Object position = message.getMetaData().get(EventStoreTables.POSITION);
        if (position == null) {
            throw new UnreadableEventException("Event " + message.getIdentifier() + " was not read from the store");
        }
        return new RecordedEvent(
                Long.parseLong(position.toString()),
                message.getIdentifier(),
                stored.getSequenceNumber() + 1,
                message.getTimestamp(),
                event,
                Provenance.of(message.getMetaData()));
    }
}
