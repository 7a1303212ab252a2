package org.ninetyten.query.officers;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.officer.OfficerEvent;
import org.ninetyten.events.officer.OfficerEvent.CoachingConversationRecorded;
import org.ninetyten.events.officer.OfficerEvent.OfficerDetailsChanged;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;
import org.ninetyten.events.stored.RecordedEvent;
import org.ninetyten.query.projection.StateProjection;
import org.ninetyten.query.projection.StateTable;
import org.springframework.stereotype.Component;

/** Folds an officer's events into how they stand. */
@Component
class OfficerProjection extends StateProjection<OfficerEvent, OfficerView> {

    OfficerProjection(StateTable<OfficerView> officers) {
        super("officers", OfficerEvent.class, officers);
    }

    @Override
    protected OfficerView evolve(@Nullable OfficerView view, OfficerEvent event, RecordedEvent recorded) {
        if (event instanceof OfficerRegistered registered) {
            return new OfficerView(
                    registered.officerId(),
                    recorded.version(),
                    registered.name(),
                    registered.collarNumber(),
                    registered.unit(),
                    registered.staff(),
                    recorded.recordedAt(),
                    List.of(),
                    List.of(),
                    List.of());
        }
        if (view == null) {
            throw new IllegalStateException(event.stream() + " was never registered");
        }
        return changed(view, event, recorded);
    }

    private static OfficerView changed(OfficerView view, OfficerEvent event, RecordedEvent recorded) {
        String name = view.name();
        String collarNumber = view.collarNumber();
        String unit = view.unit();
        boolean staff = view.staff();
        List<OfficerView.Training> training = view.training();
        List<OfficerView.Acknowledgement> acknowledgements = view.acknowledgements();
        List<OfficerView.Conversation> conversations = view.conversations();
        switch (event) {
            case OfficerRegistered again -> throw new IllegalStateException(event.stream() + " was registered twice");
            case OfficerDetailsChanged details -> {
                name = details.name();
                collarNumber = details.collarNumber();
                unit = details.unit();
                staff = details.staff();
            }
            case TrainingRecorded done ->
                training = with(
                        training,
                        new OfficerView.Training(
                                done.trainingId(),
                                done.course(),
                                done.completedOn(),
                                done.validUntil(),
                                recorded.recordedAt()));
            case PolicyAcknowledged acknowledged ->
                acknowledgements = with(
                        acknowledgements,
                        new OfficerView.Acknowledgement(
                                acknowledged.policyId(),
                                acknowledged.version(),
                                acknowledged.acknowledgedOn(),
                                acknowledged.onPaper(),
                                recorded.provenance().actorId(),
                                recorded.recordedAt()));
            case CoachingConversationRecorded held ->
                conversations = with(
                        conversations,
                        new OfficerView.Conversation(
                                held.conversationId(),
                                held.heldOn(),
                                held.heldBy(),
                                held.topics(),
                                held.summary(),
                                held.agreedActions(),
                                held.accountId(),
                                held.transgressionId(),
                                recorded.recordedAt()));
        }
        return new OfficerView(
                view.id(),
                recorded.version(),
                name,
                collarNumber,
                unit,
                staff,
                view.registeredAt(),
                training,
                acknowledgements,
                conversations);
    }

    private static <T> List<T> with(List<T> list, T added) {
        List<T> longer = new ArrayList<>(list);
        longer.add(added);
        return List.copyOf(longer);
    }
}
