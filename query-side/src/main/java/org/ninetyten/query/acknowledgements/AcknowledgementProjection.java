package org.ninetyten.query.acknowledgements;

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
import org.ninetyten.query.projection.Projection;
import org.ninetyten.query.projection.ReadModel;
import org.springframework.stereotype.Component;

/** Takes from officers' events what a policy's owner asks: who has acknowledged, who has not. */
@Component
class AcknowledgementProjection implements Projection {

    private final Acknowledgements acknowledgements;

    AcknowledgementProjection(Acknowledgements acknowledgements) {
        this.acknowledgements = acknowledgements;
    }

    @Override
    public String name() {
        return "acknowledgements";
    }

    @Override
    public boolean concerns(Subject subject) {
        return subject == Subject.OFFICER;
    }

    @Override
    public Batch begin(ReadModel rows) {
        Acknowledgements.Unwritten unwritten = acknowledgements.begin(rows);
        return new Batch() {
            @Override
            public void add(RecordedEvent recorded) {
                if (!(recorded.event() instanceof OfficerEvent event)) {
                    throw new IllegalStateException("No event of officers: " + recorded.eventId());
                }
                keep(event, recorded.version(), unwritten);
            }

            @Override
            public void flush() {
                unwritten.write();
            }
        };
    }

    private static void keep(OfficerEvent event, long version, Acknowledgements.Unwritten unwritten) {
        switch (event) {
            case OfficerRegistered e -> unwritten.officer(e.officerId(), version, e.name(), e.unit());
            case OfficerDetailsChanged e -> unwritten.officer(e.officerId(), version, e.name(), e.unit());
            case AcknowledgementRequired e ->
                unwritten.required(e.officerId(), e.policyId(), e.version(), e.dueBy(), false);
            case AcknowledgementMissed e ->
                unwritten.required(e.officerId(), e.policyId(), e.version(), e.dueBy(), true);
            case PolicyAcknowledged e -> unwritten.acknowledged(e);
            case TrainingRecorded e -> {}
            case CoachingConversationRecorded e -> {}
            case ConversationNoteAdded e -> {}
            case AgreedActionCompleted e -> {}
            case TrainingLapsed e -> {}
            case CheckInRecorded e -> {}
            case CheckInMissed e -> {}
            case AdviceRequested e -> {}
            case AdviceGiven e -> {}
            case AdviceOutcomeRecorded e -> {}
            case OfficerLeft e -> {}
            case LegalHoldPlaced e -> {}
            case LegalHoldLifted e -> {}
            case OfficerErasureProposed e -> {}
            case OfficerErased e -> {}
        }
    }
}
