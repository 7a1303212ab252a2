package org.ninetyten.events.stored;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.ninetyten.events.keyring.Keyring;

/** Rows of the event table as events, for whoever reads many of them at once; the same events as the engine gives. */
public final class StoredEvents {

    /** What a row that is read here must have, as a list for {@code SELECT}, of a table called {@code event}. */
    public static final String COLUMNS = """
            event.position, event.stream, event.sequence_number, event.aggregate_type, event.event_id, event.event_type,
            event.revision, event.recorded_at, event.payload, event.metadata""";

    private final Serializer eventSerializer;
    private final EventUpcasterChain upcasters;
    private final Keyring keyring;

    StoredEvents(Serializer eventSerializer, EventUpcasterChain upcasters, Keyring keyring) {
        this.eventSerializer = eventSerializer;
        this.upcasters = upcasters;
        this.keyring = keyring;
    }

    /** The same events with their personal texts left sealed, for whoever needs none of them: quicker. */
    public StoredEvents unopened() {
        return new StoredEvents(StoredEventSerializer.create(), upcasters, keyring);
    }

    /** Reads at once the keys that these events' texts are sealed under. It changes nothing in what they say. */
    public void prepare(Collection<StoredEvent> events) {
        keyring.prefetch(events.stream().map(StoredEvent::payload).toList());
    }

    /** Of the row under the cursor. Its content is not looked into yet, so that one that is broken can still be told apart. */
    public StoredEvent of(ResultSet row) throws SQLException {
        long position = row.getLong(EventStoreTables.POSITION);
        byte[] payload = row.getBytes("payload");
        byte[] metadata = row.getBytes(EventStoreTables.METADATA);
        var entry = new GenericDomainEventEntry<>(
                row.getString("aggregate_type"),
                row.getString("stream"),
                row.getLong("sequence_number"),
                row.getString("event_id"),
                row.getString("recorded_at"),
                row.getString("event_type"),
                row.getString("revision"),
                payload,
                AppendOnlyEngine.withPosition(metadata, position));
        return new StoredEvent(
                position, row.getString("stream"), payload.length + metadata.length, payload, message(entry));
    }

    private DomainEventMessage<?> message(GenericDomainEventEntry<byte[]> entry) {
        DomainEventStream upcast =
                EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(entry), eventSerializer, upcasters);
        if (!upcast.hasNext()) {
            throw new UnreadableEventException(
                    "Event " + entry.getEventIdentifier() + " is left out by an upcaster, which none may do");
        }
        return upcast.next();
    }

    /**
     * One row.
     *
     * @param stream what it happened to, such as {@code officer:amina}
     * @param size in bytes, about
     * @param payload as it is stored; not to be changed
     */
    public record StoredEvent(long position, String stream, int size, byte[] payload, DomainEventMessage<?> message) {

        /** Looks into it now, so that whoever needs it need not; one that cannot be read says so only then. */
        public void look() {
            try {
                message.getPayload();
                message.getMetaData();
            } catch (RuntimeException e) {
                // It will be thrown again.
            }
        }

        /** @throws RuntimeException when it cannot be read */
        public RecordedEvent recorded() {
            return RecordedEvent.of(message);
        }
    }
}
