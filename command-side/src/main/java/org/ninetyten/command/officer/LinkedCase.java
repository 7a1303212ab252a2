package org.ninetyten.command.officer;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.events.Subject;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.transgression.TransgressionEvent;
import org.ninetyten.events.transgression.TransgressionEvent.OfficerNotified;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewDecided;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionAssessed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReopened;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;

/**
 * The case that a conversation is linked to, as far as what may be said of the conversation depends on it.
 *
 * @param shownToOfficer whether the officer whom it is about was told of it, or it stands explained as no breach
 * @param inReflectivePractice whether reflective practice is the response in force
 */
record LinkedCase(TransgressionReported report, boolean shownToOfficer, boolean inReflectivePractice) {

    /** @return nothing for no id, and where there is no such case */
    static Optional<LinkedCase> of(@Nullable String transgressionId, Streams streams) {
        return transgressionId == null
                ? Optional.empty()
                : of(streams.read(Subject.TRANSGRESSION, transgressionId, TransgressionEvent.class));
    }

    private static Optional<LinkedCase> of(List<TransgressionEvent> events) {
        TransgressionReported report = null;
        boolean told = false;
        boolean explained = false;
        Response response = null;
        for (TransgressionEvent event : events) {
            if (event instanceof TransgressionReported reported) {
                report = reported;
            } else if (event instanceof TransgressionAssessed assessed) {
                explained = !assessed.breach();
                response = assessed.response();
            } else if (event instanceof OfficerNotified) {
                told = true;
            } else if (event instanceof ReviewDecided decided) {
                response = decided.response();
            } else if (event instanceof TransgressionReopened) {
                explained = false;
                response = null;
            }
        }
        return report == null
                ? Optional.empty()
                : Optional.of(new LinkedCase(report, told || explained, response == Response.REFLECTIVE_PRACTICE));
    }
}
