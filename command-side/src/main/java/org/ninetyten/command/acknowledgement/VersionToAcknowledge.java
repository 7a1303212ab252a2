package org.ninetyten.command.acknowledgement;

import java.time.LocalDate;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;

/**
 * A version that everyone with an open account must acknowledge.
 *
 * @param withinDays how many days there are for it
 */
record VersionToAcknowledge(String policyId, int version, LocalDate effectiveFrom, int withinDays) {

    static VersionToAcknowledge of(PolicyVersionPublished event) {
        return new VersionToAcknowledge(
                event.policyId(),
                event.version(),
                event.effectiveFrom(),
                event.content().obligations().acknowledgeWithinDays());
    }

    /** So many days after it is asked for, or after it comes into force where that is later. */
    LocalDate dueBy(LocalDate askedOn) {
        LocalDate from = effectiveFrom.isAfter(askedOn) ? effectiveFrom : askedOn;
        return from.plusDays(withinDays);
    }
}
