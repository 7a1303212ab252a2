package org.ninetyten.events.stored;

import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;

/** The names of the event store's tables and columns, as its migrations make them. */
public final class EventStoreTables {

    public static final String SCHEMA = "eventstore";

    static final String POSITION = "position";
    static final String METADATA = "metadata";

    private EventStoreTables() {}

    static EventSchema axonSchema() {
        return EventSchema.builder()
                .eventTable(SCHEMA + ".domain_event")
                .snapshotTable(SCHEMA + ".snapshot")
                .globalIndexColumn(POSITION)
                .timestampColumn("recorded_at")
                .eventIdentifierColumn("event_id")
                .aggregateIdentifierColumn("stream")
                .sequenceNumberColumn("sequence_number")
                .typeColumn("aggregate_type")
                .payloadTypeColumn("event_type")
                .payloadRevisionColumn("revision")
                .payloadColumn("payload")
                .metaDataColumn(METADATA)
                .build();
    }
}
