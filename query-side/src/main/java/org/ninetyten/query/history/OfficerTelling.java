package org.ninetyten.query.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.officer.OfficerEvent;
import org.ninetyten.events.officer.OfficerEvent.AcknowledgementMissed;
import org.ninetyten.events.officer.OfficerEvent.AcknowledgementRequired;
import org.ninetyten.events.officer.OfficerEvent.CoachingConversationRecorded;
import org.ninetyten.events.officer.OfficerEvent.OfficerDetailsChanged;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;
import org.ninetyten.query.history.HistoryEntry.Subjects;

/** What happens to officers, in sentences. */
final class OfficerTelling {

    private OfficerTelling() {}

    static Telling of(OfficerEvent event) {
        return switch (event) {
            case OfficerRegistered e ->
                about(e, "Registered as %s, %s, of %s.".formatted(e.name(), e.collarNumber(), e.unit()), null);
            case OfficerDetailsChanged e ->
                about(e, "Details changed to %s, %s, of %s.".formatted(e.name(), e.collarNumber(), e.unit()), null);
            case TrainingRecorded e -> about(e, trained(e), e.completedOn());
            case PolicyAcknowledged e ->
                new Telling(
                        acknowledged(e),
                        e.acknowledgedOn(),
                        new Subjects(e.officerId(), null, e.policyId(), null),
                        e.version());
            case AcknowledgementRequired e ->
                ofVersion(
                        e,
                        e.policyId(),
                        e.version(),
                        "Officer %s must acknowledge version %d of the policy %s by %s."
                                .formatted(e.officerId(), e.version(), e.policyId(), e.dueBy()));
            case AcknowledgementMissed e ->
                ofVersion(
                        e,
                        e.policyId(),
                        e.version(),
                        "Officer %s did not acknowledge version %d of the policy %s by %s."
                                .formatted(e.officerId(), e.version(), e.policyId(), e.dueBy()));
            case CoachingConversationRecorded e ->
                new Telling(
                        conversation(e),
                        e.heldOn(),
                        new Subjects(e.officerId(), e.accountId(), null, e.transgressionId()),
                        null);
        };
    }

    private static Telling ofVersion(OfficerEvent event, String policyId, int version, String summary) {
        return new Telling(summary, null, new Subjects(event.officerId(), null, policyId, null), version);
    }

    private static Telling about(OfficerEvent event, String summary, @Nullable LocalDate happenedOn) {
        return new Telling(summary, happenedOn, new Subjects(event.officerId(), null, null, null), null);
    }

    private static String trained(TrainingRecorded e) {
        String until = e.validUntil() == null ? "" : ", valid until " + e.validUntil();
        return "Officer %s completed the training \"%s\" on %s%s."
                .formatted(e.officerId(), e.course(), e.completedOn(), until);
    }

    private static String acknowledged(PolicyAcknowledged e) {
        return "Officer %s acknowledged version %d of the policy %s on %s%s."
                .formatted(
                        e.officerId(), e.version(), e.policyId(), e.acknowledgedOn(), e.onPaper() ? ", on paper" : "");
    }

    private static String conversation(CoachingConversationRecorded e) {
        return "%s held a coaching conversation with officer %s on %s about %s."
                .formatted(e.heldBy(), e.officerId(), e.heldOn(), String.join(", ", e.topics()));
    }
}
