package org.ninetyten.query.reassessment;

import java.time.Duration;
import java.util.Optional;
import org.axonframework.serialization.SerializationException;
import org.ninetyten.edge.background.BackgroundWorker;
import org.ninetyten.events.stored.UnreadableEventException;
import org.ninetyten.query.reassessment.RunningReassessments.NoLongerOursException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Works on one reassessment at a time, in the background. Any number of processes may do so on one database. One that
 * stops, or dies, leaves its run to the next one that looks, which goes on where it got to.
 */
@Component
class ReassessmentWorker extends BackgroundWorker {

    private static final Logger log = LoggerFactory.getLogger(ReassessmentWorker.class);

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(250);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 10;
    /** A portion that is not written by then is lost, and its lease runs out: as if the process had died. */
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);

    private final RunningReassessments runs;
    private final HistoryReader reader;

    ReassessmentWorker(RunningReassessments runs, HistoryReader reader) {
        super("reassessments", LOOK_AGAIN_AFTER, PATIENCE_AT_STOP);
        this.runs = runs;
        this.reader = reader;
    }

    @Override
    protected void look() {
        try {
            Optional<Run> claimed = runs.claim();
            while (isRunning() && claimed.isPresent()) {
                work(claimed.get());
                claimed = isRunning() ? runs.claim() : Optional.empty();
            }
        } catch (RuntimeException e) {
            // Whatever it was, the run is still there: the next look takes it up again once its lease is over.
            log.warn("A reassessment was interrupted; it goes on shortly: {}", e.toString());
        }
    }

    private void work(Run run) {
        try {
            if (!runs.isSettled(run)) {
                runs.giveUp(run, LOOK_AGAIN_AFTER, false);
            } else if (!reader.work(run, this::isRunning)) {
                runs.giveUp(run, Duration.ZERO, false);
            }
        } catch (NoLongerOursException e) {
            log.info("Reassessment {} was cancelled, or is another process's", run.id());
        } catch (BrokenHistoryException e) {
            fail(run, String.valueOf(e.getMessage()), e);
        } catch (UnreadableEventException | SerializationException e) {
            fail(run, "The store has an event that this release cannot read. The log has more.", e);
        } catch (DataAccessException | TransactionException e) {
            tryAgain(run, e);
        } catch (RuntimeException e) {
            fail(run, "It could not be worked out. The log has more.", e);
        }
    }

    /** The database may be away for a moment; one that refuses the same time and again will not change its mind. */
    private void tryAgain(Run run, RuntimeException failure) {
        if (runs.attempts(run) + 1 >= ATTEMPTS) {
            fail(run, "The database refused it time and again. The log has more.", failure);
            return;
        }
        log.warn("Reassessment {} was interrupted; it goes on shortly", run.id(), failure);
        runs.giveUp(run, TRY_AGAIN_AFTER, true);
    }

    private void fail(Run run, String error, RuntimeException failure) {
        log.error("Reassessment {} failed", run.id(), failure);
        try {
            runs.fail(run, error);
        } catch (NoLongerOursException e) {
            log.info("Reassessment {} was cancelled before it failed", run.id());
        }
    }
}
