package org.ninetyten.command.axonserver;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.ninetyten.events.Event;

/**
 * Copies Axon Server's events into the event table, each once and in their order: the rows commit with the token. One
 * process does so at a time, so that positions in the table are in the order of Axon Server's.
 */
final class LogCopy {

    static final String PROCESSOR = "log-copy";

    private final EventStorageEngine table;
    private final List<BesideTheLog> beside;

    LogCopy(EventStorageEngine table, List<BesideTheLog> beside) {
        this.table = table;
        this.beside = List.copyOf(beside);
    }

    @EventHandler
    void on(EventMessage<?> message) {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        List<EventMessage<?>> batch = work.getOrComputeResource(PROCESSOR, name -> {
            List<EventMessage<?>> begun = new ArrayList<>();
            work.onPrepareCommit(committing -> write(begun));
            return begun;
        });
        batch.add(message);
    }

    private void write(List<EventMessage<?>> batch) {
        table.appendEvents(batch);
        for (EventMessage<?> message : batch) {
            if (message.getPayload() instanceof Event event) {
                beside.forEach(rows -> rows.madeGood(event));
            }
        }
    }
}
