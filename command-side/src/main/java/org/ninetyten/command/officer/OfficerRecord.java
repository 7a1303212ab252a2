package org.ninetyten.command.officer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

/**
 * What rules need to know of an officer, folded from their events. Asked by when things happened, never by when they
 * were recorded.
 */
public record OfficerRecord(String unit, List<TrainingRecorded> training, List<PolicyAcknowledged> acknowledgements) {

    /** A training that counts, and the last day on which it does. */
    public record ValidTraining(String trainingId, LocalDate validUntil) {}

    /** @return nobody, for no events */
    public static Optional<OfficerRecord> of(List<OfficerEvent> events) {
        if (events.isEmpty()) {
            return Optional.empty();
        }
        String unit = "";
        List<TrainingRecorded> training = new ArrayList<>();
        List<PolicyAcknowledged> acknowledgements = new ArrayList<>();
        for (OfficerEvent event : events) {
            switch (event) {
                case OfficerRegistered registered -> unit = registered.unit();
                case OfficerDetailsChanged changed -> unit = changed.unit();
                case TrainingRecorded recorded -> training.add(recorded);
                case PolicyAcknowledged acknowledged -> acknowledgements.add(acknowledged);
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
            }
        }
        return Optional.of(new OfficerRecord(unit, List.copyOf(training), List.copyOf(acknowledgements)));
    }

    /**
     * The training that is valid on that day, the longest-lasting where there are several.
     *
     * @param validMonths how long a training counts that does not say so itself (the policy's
     *     {@code trainingValidMonths})
     */
    public Optional<ValidTraining> validTrainingOn(LocalDate day, int validMonths) {
        return training.stream()
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
