package org.ninetyten.query.projection;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.ninetyten.events.stored.RecordedEvent;
import org.springframework.stereotype.Component;

/** The store's streams, each the events of one subject. */
@Component
public class RecordedStreams {

    private final EventStorageEngine store;

    RecordedStreams(EventStorageEngine store) {
        this.store = store;
    }

    /** Oldest first, brought to the shape of today; empty where there is none. Read by the index of streams, not by a scan. */
    List<? extends DomainEventMessage<?>> read(String stream) {
        return store.readEvents(stream).asStream().toList();
    }

    /** The same, up to the first that nobody can read. */
    public List<RecordedEvent> readable(String stream) {
        List<RecordedEvent> events = new ArrayList<>();
        for (DomainEventMessage<?> message : read(stream)) {
            try {
                events.add(RecordedEvent.of(message));
            } catch (RuntimeException unreadable) {
                break;
            }
        }
        return events;
    }
}
