package org.ninetyten.command.automation;

import java.time.Duration;
import java.util.List;

/**
 * What has yet to be done, in the database, shared out among all processes.
 *
 * @param <E> one thing to be done
 */
public interface WorkList<E> {

    /**
     * Some that nobody is doing at the moment.
     *
     * @param hold for how long nobody else takes them; after a crash others do when it is over
     */
    List<E> claim(int atMost, Duration hold);

    /** Nobody is to take it up again before that time is over. */
    void putOff(E entry, Duration by);

    void done(List<E> done);
}
