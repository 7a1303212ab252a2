package org.ninetyten.command.transgression;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ninetyten.events.transgression.TransgressionEvent;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionAssessed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReopened;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionRestricted;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionUnrestricted;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionWithdrawn;

/**
 * What others need to know of a transgression.
 *
 * @param restricted whether it is there for named callers alone
 * @param breach whether it stands assessed as a breach: not while it is open again, and not once it is withdrawn
 */
record TransgressionRecord(Instant postedAt, boolean breach, boolean restricted) {

    /** @return nothing, for no events */
    static Optional<TransgressionRecord> of(List<TransgressionEvent> events) {
        Instant postedAt = null;
        boolean breach = false;
        boolean restricted = false;
        for (TransgressionEvent event : events) {
            if (event instanceof TransgressionReported reported) {
                postedAt = reported.postedAt();
            } else if (event instanceof TransgressionAssessed assessed) {
                breach = assessed.breach();
            } else if (event instanceof TransgressionWithdrawn || event instanceof TransgressionReopened) {
                breach = false;
            } else if (event instanceof TransgressionRestricted) {
                restricted = true;
            } else if (event instanceof TransgressionUnrestricted) {
                restricted = false;
            }
        }
        return postedAt == null ? Optional.empty() : Optional.of(new TransgressionRecord(postedAt, breach, restricted));
    }
}
