package org.ninetyten.command.reminder;

import java.time.Instant;

/**
 * Sets reminders and calls them off, in the transaction of the command being handled: both happen or neither.
 *
 * <p>A reminder goes off once, on one process, also after restarts. It may go off again after a crash at the wrong
 * moment, so what it leads to must be safe to repeat, as every command is.
 */
public interface Reminders {

    /** @param at goes off at that instant, or at once if that has passed */
    void set(Instant at, String kind, String subjectId, String key);

    /** Does nothing where there is no such reminder, or it went off already. */
    void callOff(String kind, String subjectId, String key);
}
