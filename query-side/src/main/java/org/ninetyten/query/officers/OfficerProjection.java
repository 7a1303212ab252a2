package org.ninetyten.query.officers;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
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
import org.ninetyten.events.stored.RecordedEvent;
import org.ninetyten.query.advice.AdviceRows;
import org.ninetyten.query.advice.AdviceView;
import org.ninetyten.query.projection.ReadModel;
import org.ninetyten.query.projection.StateProjection;
import org.ninetyten.query.projection.StateTable;
import org.springframework.stereotype.Component;

/** Folds an officer's events into how they stand. */
@Component
class OfficerProjection extends StateProjection<OfficerEvent, OfficerView> {

    private final AdviceRows advice;

    OfficerProjection(StateTable<OfficerView> officers, AdviceRows advice) {
        super("officers", Subject.OFFICER, OfficerEvent.class, officers);
        this.advice = advice;
    }

    /** What lists of advice are made of. */
    @Override
    protected Batch beside(ReadModel rows) {
        return advice.begin(rows);
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
            case ConversationNoteAdded e ->
                existing(view, e).withConversation(e.conversationId(), held -> held.with(note(e, recorded)));
            case AgreedActionCompleted e ->
                existing(view, e)
                        .withConversation(
                                e.conversationId(), held -> held.withDone(done(e, held.agreed(e.action()), recorded)));
            case TrainingLapsed e -> existing(view, e).lapsed(e.trainingId(), e.validUntil());
            case CheckInRecorded e -> supported(view, e, support -> support.with(checkIn(e, recorded)));
            case CheckInMissed e -> supported(view, e, support -> support.with(missed(e, recorded)));
            case AdviceRequested e -> existing(view, e).with(AdviceView.asked(e, recorded));
            case AdviceGiven e -> existing(view, e).withAdvice(e.adviceId(), asked -> asked.answered(e, recorded));
            case AdviceOutcomeRecorded e ->
                existing(view, e).withAdvice(e.adviceId(), answered -> answered.ended(e.followed()));
            case OfficerLeft e -> supported(view, e, support -> support.left(e.leftOn()));
            case LegalHoldPlaced e -> existing(view, e);
            case LegalHoldLifted e -> existing(view, e);
            case OfficerErasureProposed e -> existing(view, e);
            case OfficerErased e -> existing(view, e);
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
                IntStream.rangeClosed(1, e.agreedActions().size())
                        .mapToObj(n -> OfficerView.AgreedAction.open(
                                n, e.agreedActions().get(n - 1)))
                        .toList(),
                e.accountId(),
                e.transgressionId(),
                recorded.recordedAt(),
                List.of());
    }

    private static OfficerView.AgreedAction done(AgreedActionCompleted e, String action, RecordedEvent recorded) {
        return new OfficerView.AgreedAction(
                e.action(),
                action,
                true,
                e.completedOn(),
                e.note(),
                recorded.provenance().actorId(),
                recorded.recordedAt(),
                e.reflective() ? true : null);
    }

    private static OfficerView.Note note(ConversationNoteAdded e, RecordedEvent recorded) {
        return new OfficerView.Note(e.noteId(), e.note(), recorded.recordedAt(), e.reflective() ? true : null);
    }
}
