package org.ninetyten.events.stored;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * Every event in the order of its position, for projections and automations: the event table, whether it is where events
 * are kept or a copy of that. Their tokens, and whoever reads the table by SQL, mean the same positions.
 */
public final class EventLog implements AutoCloseable {

    /** The setting that has events kept in Axon Server. */
    public static final String KEPT_ELSEWHERE = "axon.axonserver.enabled";

    private final EmbeddedEventStore table;
    private final Runnable onClose;

    private EventLog(EmbeddedEventStore table, Runnable onClose) {
        this.table = table;
        this.onClose = onClose;
    }

    static EventLog of(EmbeddedEventStore store) {
        return new EventLog(store, () -> {});
    }

    static EventLog closing(EmbeddedEventStore store) {
        return new EventLog(store, store::shutDown);
    }

    public StreamableMessageSource<TrackedEventMessage<?>> source() {
        return table;
    }

    @Override
    public void close() {
        onClose.run();
    }
}
