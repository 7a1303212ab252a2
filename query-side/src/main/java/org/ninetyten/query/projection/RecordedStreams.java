package org.ninetyten.query.projection;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
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
}
