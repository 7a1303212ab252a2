package org.ninetyten.query.officers;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Subject;
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
import org.ninetyten.events.officer.OfficerEvent.OfficerDetailsChanged;
import org.ninetyten.events.officer.OfficerEvent.OfficerLeft;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;
import org.ninetyten.events.officer.OfficerEvent.TrainingLapsed;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;
import org.ninetyten.events.stored.RecordedEvent;
import org.ninetyten.query.projection.StateProjection;
import org.ninetyten.query.projection.StateTable;
import org.springframework.stereotype.Component;

/** Folds an officer's events into how they stand. */
@Component
class OfficerProjection extends StateProjection<OfficerEvent, OfficerView> {

    OfficerProjection(StateTable<OfficerView> officers) {
        super("officers", Subject.OFFICER, OfficerEvent.class, officers);
    }

    @Override
    protected OfficerView evolve(@Nullable OfficerView view, OfficerEvent event, RecordedEvent recorded) {
        return after(view, event, recorded).at(recorded.version());
    }

    private static OfficerView after(@Nullable OfficerView view, OfficerEvent event, RecordedEvent recorded) {
        return switch (event) {
            case OfficerRegistered e -> registered(e, recorded);
            case OfficerDetailsChanged e -> existing(view, e).detailed(e.name(), e.collarNumber(), e.unit(), e.staff());
            case TrainingRecorded e -> existing(view, e).with(training(e, recorded));
            case AcknowledgementRequired e ->
                existing(view, e).with(new OfficerView.Requirement(e.policyId(), e.version(), e.dueBy(), null, false));
            case AcknowledgementMissed e -> existing(view, e).missed(e.policyId(), e.version());
            case PolicyAcknowledged e -> existing(view, e).with(acknowledgement(e, recorded));
            case CoachingConversationRecorded e -> existing(view, e).with(conversation(e, recorded));
            case ConversationNoteAdded e -> existing(view, e);
            case AgreedActionCompleted e -> existing(view, e);
            case TrainingLapsed e -> existing(view, e).lapsed(e.trainingId(), e.validUntil());
            case CheckInRecorded e -> supported(view, e, support -> support.with(checkIn(e, recorded)));
            case CheckInMissed e -> supported(view, e, support -> support.with(missed(e, recorded)));
            case AdviceRequested e -> existing(view, e);
            case AdviceGiven e -> existing(view, e);
            case AdviceOutcomeRecorded e -> existing(view, e);
            case OfficerLeft e -> supported(view, e, support -> support.left(e.leftOn()));
        };
    }

    private static OfficerView registered(OfficerRegistered e, RecordedEvent recorded) {
        return new OfficerView(
                e.officerId(),
                recorded.version(),
                e.name(),
                e.collarNumber(),
                e.unit(),
                e.staff(),
                recorded.recordedAt(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                OfficerSupport.NONE);
    }

    private static OfficerView supported(
            @Nullable OfficerView view, OfficerEvent event, UnaryOperator<OfficerSupport> change) {
        OfficerView before = existing(view, event);
        return before.with(change.apply(before.support()));
    }

    private static OfficerSupport.CheckIn checkIn(CheckInRecorded e, RecordedEvent recorded) {
        return new OfficerSupport.CheckIn(
                e.checkInId(), e.heldOn(), e.heldBy(), e.note(), e.accountId(), recorded.recordedAt());
    }

    private static OfficerSupport.MissedCheckIn missed(CheckInMissed e, RecordedEvent recorded) {
        return new OfficerSupport.MissedCheckIn(e.policyId(), e.policyVersion(), e.dueBy(), recorded.recordedAt());
    }

    private static OfficerView.Training training(TrainingRecorded e, RecordedEvent recorded) {
        return new OfficerView.Training(
                e.trainingId(), e.course(), e.completedOn(), e.validUntil(), recorded.recordedAt(), false);
    }

    private static OfficerView.Acknowledgement acknowledgement(PolicyAcknowledged e, RecordedEvent recorded) {
        return new OfficerView.Acknowledgement(
                e.policyId(),
                e.version(),
                e.acknowledgedOn(),
                e.onPaper(),
                recorded.provenance().actorId(),
                recorded.recordedAt());
    }

    private static OfficerView.Conversation conversation(CoachingConversationRecorded e, RecordedEvent recorded) {
        return new OfficerView.Conversation(
                e.conversationId(),
                e.heldOn(),
                e.heldBy(),
                e.topics(),
                e.summary(),
                e.agreedActions(),
                e.accountId(),
                e.transgressionId(),
                recorded.recordedAt());
    }
}
