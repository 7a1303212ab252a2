package org.ninetyten.command.axonserver;

import org.ninetyten.events.Event;

/**
 * Rows that a command writes in its own transaction and that its event implies. With Axon Server that transaction
 * commits after the event: should the process die in between, this makes up for it when the event is copied.
 */
public interface BesideTheLog {

    /** In the order of the log; the same event may come again, and later than commands that followed it. */
    void madeGood(Event event);
}
