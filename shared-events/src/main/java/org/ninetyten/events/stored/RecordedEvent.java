package org.ninetyten.events.stored;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.ninetyten.events.Event;

/**
 * An event as it stands in the store.
 *
 * @param position its place among all events, counted from 1; gaps are possible. {@link #UNPLACED} where it was not told
 * @param version its place in its own stream, counted from 1 without gaps
 * @param recordedAt when it was recorded; when it happened stands in the event
 */
public record RecordedEvent(
        long position, String eventId, long version, Instant recordedAt, Event event, Provenance provenance) {

    /** Of an event whose place among all was not told: see {@link #inStream}. */
    public static final long UNPLACED = 0;

    /**
     * @throws UnreadableEventException for a stored event that this program does not know: it must be noticed, never
     *     skipped
     */
    public static RecordedEvent of(EventMessage<?> message) {
        Event event = known(message);
        Object position = message.getMetaData().get(EventStoreTables.POSITION);
        if (position == null) {
            throw new UnreadableEventException("Event " + message.getIdentifier() + " was not read from the store");
        }
        return at(Long.parseLong(position.toString()), (DomainEventMessage<?>) message, event);
    }

    /**
     * Of one that was read by its stream: Axon Server does not say then where among all events it stands.
     *
     * @throws UnreadableEventException for a stored event that this program does not know
     */
    public static RecordedEvent inStream(DomainEventMessage<?> message) {
        return at(UNPLACED, message, known(message));
    }

    private static Event known(EventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> && message.getPayload() instanceof Event event) {
            return event;
        }
        throw new UnreadableEventException("Event " + message.getIdentifier() + " of type "
                + message.getPayloadType().getSimpleName() + " is not one that this program knows");
    }

    private static RecordedEvent at(long position, DomainEventMessage<?> message, Event event) {
        return new RecordedEvent(
                position,
                message.getIdentifier(),
                message.getSequenceNumber() + 1,
                message.getTimestamp(),
                event,
                Provenance.of(message.getMetaData()));
    }
}
