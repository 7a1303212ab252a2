package org.ninetyten.command.acknowledgement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ninetyten.command.background.BackgroundWorker;
import org.ninetyten.command.desk.SystemDesk;
import org.ninetyten.command.officer.RequireAcknowledgement;
import org.ninetyten.events.stored.Provenance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells officers, one command each, what they must acknowledge. Any number of processes may do so at once. One that
 * dies in the middle has its claims taken over after a while; who was told already is not told twice, as the command
 * does nothing the second time.
 */
@Component
class RequirementWorker extends BackgroundWorker {

    private static final Logger log = LoggerFactory.getLogger(RequirementWorker.class);

    private static final Duration CLAIM = Duration.ofSeconds(20);
    private static final Duration PUT_OFF = Duration.ofMinutes(1);
    private static final int CLAIMED_AT_ONCE = 100;
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(250);

    private final ToRequire toRequire;
    private final SystemDesk desk;

    RequirementWorker(ToRequire toRequire, SystemDesk desk) {
        super("acknowledgements-to-require", LOOK_AGAIN_AFTER, CLAIM);
        this.toRequire = toRequire;
        this.desk = desk;
    }

    @Override
    protected void look() {
        try {
            List<ToRequire.Entry> claimed = toRequire.claim(CLAIMED_AT_ONCE, CLAIM);
            while (isRunning() && !claimed.isEmpty()) {
                tell(claimed);
                claimed = toRequire.claim(CLAIMED_AT_ONCE, CLAIM);
            }
        } catch (RuntimeException e) {
            // Whatever it was, the rows are still there: the next look takes them up again.
            log.warn("Requiring acknowledgements was interrupted; it goes on shortly: {}", e.toString());
        }
    }

    private void tell(List<ToRequire.Entry> claimed) {
        List<ToRequire.Entry> told = new ArrayList<>();
        for (ToRequire.Entry entry : claimed) {
            if (!isRunning()) {
                break;
            }
            if (isTold(entry)) {
                told.add(entry);
            }
        }
        toRequire.done(told);
    }

    /** One who cannot be told just now is told later, and keeps nobody else waiting. */
    private boolean isTold(ToRequire.Entry entry) {
        try {
            desk.give(
                    new RequireAcknowledgement(entry.officerId(), entry.policyId(), entry.version(), entry.dueBy()),
                    Provenance.system(entry.correlationId(), entry.causationId()));
            return true;
        } catch (RuntimeException e) {
            // Where it is the database that is away, this fails too and ends the round.
            toRequire.putOff(entry, PUT_OFF);
            log.error(
                    "Officer {} could not be required to acknowledge version {} of policy {}; trying again in {}",
                    entry.officerId(),
                    entry.version(),
                    entry.policyId(),
                    PUT_OFF,
                    e);
            return false;
        }
    }
}
