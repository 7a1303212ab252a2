package org.ninetyten.command.automation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ninetyten.edge.background.BackgroundWorker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off a list. Any number of processes may do so at once. One that dies in the middle has its claims taken over
 * after a while, so what is done must be safe to repeat.
 *
 * @param <E> one thing to be done
 */
public final class Worker<E> extends BackgroundWorker {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    private static final Duration CLAIM = Duration.ofSeconds(20);
    private static final Duration PUT_OFF = Duration.ofMinutes(1);
    private static final int CLAIMED_AT_ONCE = 100;
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(250);

    private final String name;
    private final WorkList<E> list;
    private final UnaryOperator<E> work;

    /**
     * @param name of the list, in words joined by hyphens
     * @param work does one, and gives what the list is to be told of it
     */
    public Worker(String name, WorkList<E> list, UnaryOperator<E> work) {
        super(name, LOOK_AGAIN_AFTER, CLAIM);
        this.name = name;
        this.list = list;
        this.work = work;
    }

    @Override
    protected void look() {
        try {
            List<E> claimed = list.claim(CLAIMED_AT_ONCE, CLAIM);
            while (isRunning() && !claimed.isEmpty()) {
                doAll(claimed);
                claimed = list.claim(CLAIMED_AT_ONCE, CLAIM);
            }
        } catch (RuntimeException e) {
            // Whatever it was, the rows are still there: the next look takes them up again.
            log.warn("The list {} was interrupted; it goes on shortly: {}", name, e.toString());
        }
    }

    private void doAll(List<E> claimed) {
        List<E> done = new ArrayList<>();
        for (E entry : claimed) {
            if (!isRunning()) {
                break;
            }
            doOne(entry, done);
        }
        list.done(done);
    }

    /** One that cannot be done just now is done later, and keeps no other waiting. */
    private void doOne(E entry, List<E> done) {
        try {
            done.add(work.apply(entry));
        } catch (RuntimeException e) {
            // Where it is the database that is away, this fails too and ends the round.
            list.putOff(entry, PUT_OFF);
            log.error("Of the list {}, {} could not be done; trying again in {}", name, entry, PUT_OFF, e);
        }
    }
}
