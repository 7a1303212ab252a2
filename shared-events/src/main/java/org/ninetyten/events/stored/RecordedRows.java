package org.ninetyten.events.stored;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** Events from rows of {@code eventstore.domain_event}, for who asks the store in SQL: the same as its engine reads. */
public final class RecordedRows {

    /** What has to be selected, of a table called {@code event}. */
    public static final String COLUMNS = """
            event.position, event.stream, event.sequence_number, event.aggregate_type, event.event_id, event.event_type,
            event.revision, event.recorded_at, event.payload, event.metadata""";

    private final Serializer serializer;
    private final EventUpcaster upcasters;

    RecordedRows(Serializer serializer, EventUpcaster upcasters) {
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /**
     * The event in the row on which the result stands, in the shape of today.
     *
     * @throws UnreadableEventException for one that this program does not know
     * @throws org.axonframework.serialization.SerializationException for one whose content it cannot make out
     */
    public RecordedEvent read(ResultSet row) throws SQLException {
        GenericDomainEventEntry<byte[]> entry = new GenericDomainEventEntry<>(
                row.getString("aggregate_type"),
                row.getString("stream"),
                row.getLong("sequence_number"),
                row.getString("event_id"),
                row.getString("recorded_at"),
                row.getString("event_type"),
                row.getString("revision"),
                row.getBytes("payload"),
                AppendOnlyEngine.withPosition(
                        row.getBytes(EventStoreTables.METADATA), row.getLong(EventStoreTables.POSITION)));
        DomainEventStream read =
                EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(entry), serializer, upcasters);
        if (!read.hasNext()) {
            throw new UnreadableEventException("Event " + entry.getEventIdentifier() + " was read as none");
        }
        return RecordedEvent.of(read.next());
    }
}
