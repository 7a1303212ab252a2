package org.ninetyten.query.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.officer.OfficerEvent;
import org.ninetyten.events.officer.OfficerEvent.AcknowledgementMissed;
import org.ninetyten.events.officer.OfficerEvent.AcknowledgementRequired;
import org.ninetyten.events.officer.OfficerEvent.AdviceGiven;
import org.ninetyten.events.officer.OfficerEvent.AdviceOutcomeRecorded;
import org.ninetyten.events.officer.OfficerEvent.AdviceRequested;
import org.ninetyten.events.officer.OfficerEvent.AgreedActionCompleted;
import org.ninetyten.events.officer.OfficerEvent.CheckInMissed;
import org.ninetyten.events.officer.OfficerEvent.CheckInRecorded;
import org.ninetyten.events.officer.OfficerEvent.CoachingConversationRecorded;
import org.ninetyten.events.officer.OfficerEvent.ConversationNoteAdded;
import org.ninetyten.events.officer.OfficerEvent.LegalHoldLifted;
import org.ninetyten.events.officer.OfficerEvent.LegalHoldPlaced;
import org.ninetyten.events.officer.OfficerEvent.OfficerDetailsChanged;
import org.ninetyten.events.officer.OfficerEvent.OfficerErased;
import org.ninetyten.events.officer.OfficerEvent.OfficerErasureProposed;
import org.ninetyten.events.officer.OfficerEvent.OfficerLeft;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;
import org.ninetyten.events.officer.OfficerEvent.TrainingLapsed;
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
            case ConversationNoteAdded e ->
                new Telling(
                        "Officer %s added a note of their own to the conversation %s."
                                .formatted(e.officerId(), e.conversationId()),
                        null,
                        new Subjects(e.officerId(), e.accountId(), null, e.transgressionId()),
                        null);
            case AgreedActionCompleted e ->
                new Telling(
                        "Action %d agreed in the conversation %s was done on %s."
                                .formatted(e.action(), e.conversationId(), e.completedOn()),
                        e.completedOn(),
                        new Subjects(e.officerId(), e.accountId(), null, e.transgressionId()),
                        null);
            case TrainingLapsed e -> lapsed(e);
            case CheckInRecorded e ->
                ofAccount(
                        e,
                        e.accountId(),
                        "%s checked in with officer %s on %s.".formatted(e.heldBy(), e.officerId(), e.heldOn()),
                        e.heldOn());
            case CheckInMissed e ->
                ofVersion(
                        e,
                        e.policyId(),
                        e.policyVersion(),
                        "Nobody checked in with officer %s by %s, as version %d of the policy %s asks for."
                                .formatted(e.officerId(), e.dueBy(), e.policyVersion(), e.policyId()));
            case AdviceRequested e ->
                ofAccount(
                        e,
                        e.accountId(),
                        "Officer %s asked for advice before posting with the account %s."
                                .formatted(e.officerId(), e.accountId()),
                        null);
            case AdviceGiven e -> ofAccount(e, e.accountId(), advised(e), null);
            case AdviceOutcomeRecorded e ->
                ofAccount(
                        e,
                        e.accountId(),
                        "The advice %s was %s.".formatted(e.adviceId(), e.followed() ? "followed" : "not followed"),
                        null);
            case OfficerLeft e ->
                about(
                        e,
                        "Officer %s left the force; their last day was %s.".formatted(e.officerId(), e.leftOn()),
                        e.leftOn());
            case LegalHoldPlaced e ->
                about(e, "The legal hold %s was placed: nothing is erased.".formatted(e.holdId()), null);
            case LegalHoldLifted e -> about(e, "The legal hold %s was lifted.".formatted(e.holdId()), null);
            case OfficerErasureProposed e ->
                about(e, "It was proposed to erase what is told about officer %s.".formatted(e.officerId()), null);
            case OfficerErased e ->
                about(e, "What was told about officer %s was erased.".formatted(e.officerId()), null);
        };
    }

    private static Telling ofVersion(OfficerEvent event, String policyId, int version, String summary) {
        return new Telling(summary, null, new Subjects(event.officerId(), null, policyId, null), version);
    }

    private static Telling about(OfficerEvent event, String summary, @Nullable LocalDate happenedOn) {
        return new Telling(summary, happenedOn, new Subjects(event.officerId(), null, null, null), null);
    }

    private static Telling ofAccount(
            OfficerEvent event, @Nullable String accountId, String summary, @Nullable LocalDate happenedOn) {
        return new Telling(summary, happenedOn, new Subjects(event.officerId(), accountId, null, null), null);
    }

    private static Telling lapsed(TrainingLapsed e) {
        String because = e.policyId() == null
                ? ""
                : ", as version %d of the policy %s has it".formatted(e.policyVersion(), e.policyId());
        String summary = "Officer %s has had no valid training since the training %s ran out on %s%s."
                .formatted(e.officerId(), e.trainingId(), e.validUntil(), because);
        return new Telling(
                summary, e.validUntil(), new Subjects(e.officerId(), null, e.policyId(), null), e.policyVersion());
    }

    private static String advised(AdviceGiven e) {
        String decision = switch (e.decision()) {
            case GO_AHEAD -> "to go ahead";
            case CHANGE_IT -> "to change it";
            case DO_NOT_POST -> "not to post it";
        };
        return "Officer %s was advised %s: %s".formatted(e.officerId(), decision, e.why());
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
