package org.ninetyten.command.officer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.LondonTime;
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

/**
 * What rules need to know of an officer, folded from their events. Asked by when things happened, never by when they
 * were recorded.
 *
 * @param support their training and check-ins
 */
public record OfficerRecord(String unit, List<PolicyAcknowledged> acknowledgements, TrainingAndCheckIns support) {

    /** A training that counts, and the last day on which it does. */
    public record ValidTraining(String trainingId, LocalDate validUntil) {}

    /** @return nobody, where there is no such officer */
    public static Optional<OfficerRecord> of(String officerId, Streams streams) {
        return streams.fold(Subject.OFFICER, officerId, OfficerRecord.class, OfficerRecord::fold);
    }

    private static OfficerRecord fold(List<RecordedEvent> events) {
        String unit = "";
        List<PolicyAcknowledged> acknowledgements = new ArrayList<>();
        TrainingAndCheckIns support = new TrainingAndCheckIns();
        for (RecordedEvent recorded : events) {
            OfficerEvent event = (OfficerEvent) recorded.event();
            support.add(event, LondonTime.dayOf(recorded.recordedAt()));
            switch (event) {
                case OfficerRegistered registered -> unit = registered.unit();
                case OfficerDetailsChanged changed -> unit = changed.unit();
                case PolicyAcknowledged acknowledged -> acknowledgements.add(acknowledged);
                case TrainingRecorded recordedTraining -> {}
                case AcknowledgementRequired required -> {}
                case AcknowledgementMissed missed -> {}
                case CoachingConversationRecorded conversation -> {}
                case ConversationNoteAdded note -> {}
                case AgreedActionCompleted action -> {}
                case TrainingLapsed lapsed -> {}
                case CheckInRecorded checkIn -> {}
                case CheckInMissed missedCheckIn -> {}
                case AdviceRequested advice -> {}
                case AdviceGiven given -> {}
                case AdviceOutcomeRecorded outcome -> {}
                case OfficerLeft left -> {}
                case LegalHoldPlaced placed -> {}
                case LegalHoldLifted lifted -> {}
                case OfficerErasureProposed proposed -> {}
                case OfficerErased erased -> {}
            }
        }
        return new OfficerRecord(unit, List.copyOf(acknowledgements), support);
    }

    /** Whether that day was after their last one with the force. */
    public boolean hadLeftBefore(LocalDate day) {
        LocalDate leftOn = support.leftOn();
        return leftOn != null && leftOn.isBefore(day);
    }

    /** The rule {@code officer-left}: who has left is given nothing more that is for those who are there. */
    public void refuseIfLeft(String officerId) {
        refuseIfLeft(officerId, support);
    }

    static void refuseIfLeft(String officerId, TrainingAndCheckIns support) {
        if (support.leftOn() != null) {
            throw Refusal.rule(
                    "officer-left", "Officer '%s' left the force on %s.".formatted(officerId, support.leftOn()));
        }
    }

    /**
     * The training that is valid on that day, the longest-lasting where there are several.
     *
     * @param validMonths how long a training counts that does not say so itself (the policy's
     *     {@code trainingValidMonths})
     */
    public Optional<ValidTraining> validTrainingOn(LocalDate day, int validMonths) {
        return support.training()
                .filter(done -> !done.completedOn().isAfter(day))
                .map(done -> new ValidTraining(done.trainingId(), lastDay(done, validMonths)))
                .filter(valid -> !valid.validUntil().isBefore(day))
                .max(Comparator.comparing(ValidTraining::validUntil));
    }

    /** The newest version of the policy that they had acknowledged by the end of that day. */
    public Optional<Integer> acknowledgedBy(LocalDate day, String policyId) {
        return acknowledgements.stream()
                .filter(acknowledged -> acknowledged.policyId().equals(policyId))
                .filter(acknowledged -> !acknowledged.acknowledgedOn().isAfter(day))
                .map(PolicyAcknowledged::version)
                .max(Comparator.naturalOrder());
    }

    private static LocalDate lastDay(TrainingRecorded done, int validMonths) {
        LocalDate stated = done.validUntil();
        return stated != null ? stated : done.completedOn().plusMonths(validMonths);
    }
}
