package org.ninetyten.query.reassessment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Event;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.transgression.TransgressionEvent;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewDecided;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionAssessed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReopened;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionRestricted;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionUnrestricted;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionWithdrawn;

/**
 * One transgression's events, oldest first, into how it stands assessed. As on the command side, one that was withdrawn
 * or is open again does not.
 */
final class CaseFold {

    private @Nullable TransgressionReported report;
    private @Nullable TransgressionAssessed assessment;
    private @Nullable Response decided;
    private boolean restricted;

    void add(Event event) {
        if (event instanceof TransgressionReported reported) {
            report = reported;
        } else if (event instanceof TransgressionAssessed assessed) {
            assessment = assessed;
            decided = assessed.response();
        } else if (event instanceof ReviewDecided review) {
            decided = review.response();
        } else if (event instanceof TransgressionRestricted) {
            restricted = true;
        } else if (event instanceof TransgressionUnrestricted) {
            restricted = false;
        } else if (event instanceof TransgressionEvent other && endsAssessment(other)) {
            assessment = null;
            decided = null;
        }
    }

    static boolean endsAssessment(TransgressionEvent event) {
        return event instanceof TransgressionWithdrawn || event instanceof TransgressionReopened;
    }

    /** As it counts among an officer's earlier cases: as when it is pinned, not while it is restricted (ADR 0023). */
    Optional<AssessedCase> counting() {
        return restricted ? Optional.empty() : standing();
    }

    /** Empty while it does not stand assessed. */
    Optional<AssessedCase> standing() {
        if (report == null || assessment == null) {
            return Optional.empty();
        }
        return Optional.of(new AssessedCase(
                report.transgressionId(),
                report.pinned().policyId(),
                report.postedAt(),
                report.category(),
                report.pinned().earlierBreaches(),
                assessment.policyVersion(),
                assessment.breach(),
                assessment.clauseIds(),
                assessment.intent(),
                assessment.harm(),
                assessment.mitigations(),
                assessment.recommended(),
                decided));
    }
}
