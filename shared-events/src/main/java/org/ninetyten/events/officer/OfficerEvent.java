package org.ninetyten.events.officer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Event;
import org.ninetyten.events.Subject;

/** Everything that can happen to an officer (police staff included). Days are days in Europe/London. */
public sealed interface OfficerEvent extends Event {

    String officerId();

    @Override
    default Subject subject() {
        return Subject.OFFICER;
    }

    @Override
    default String subjectId() {
        return officerId();
    }

    /** @param staff police staff, who follow an HR route rather than the conduct regulations */
    record OfficerRegistered(String officerId, String name, String collarNumber, String unit, boolean staff)
            implements OfficerEvent {}

    record OfficerDetailsChanged(String officerId, String name, String collarNumber, String unit, boolean staff)
            implements OfficerEvent {}

    /**
     * @param validUntil the last day it counts; absent when the course states none, and then the account's policy says
     *     how long (its {@code trainingValidMonths})
     */
    record TrainingRecorded(
            String officerId,
            String trainingId,
            String course,
            LocalDate completedOn,
            @Nullable LocalDate validUntil) implements OfficerEvent {}

    /**
     * Someone who holds or operates an account under the policy must acknowledge a version of it.
     *
     * @param dueBy the last day for it
     */
    record AcknowledgementRequired(String officerId, String policyId, int version, LocalDate dueBy)
            implements OfficerEvent {}

    /** @param onPaper signed on paper and recorded by someone else, who is the event's actor */
    record PolicyAcknowledged(String officerId, String policyId, int version, LocalDate acknowledgedOn, boolean onPaper)
            implements OfficerEvent {}

    /** @param dueBy the day that passed without an acknowledgement of that version or a later one */
    record AcknowledgementMissed(String officerId, String policyId, int version, LocalDate dueBy)
            implements OfficerEvent {}

    /** @param heldBy the actor id of whoever held it */
    record CoachingConversationRecorded(
            String officerId,
            String conversationId,
            LocalDate heldOn,
            String heldBy,
            List<String> topics,
            String summary,
            List<String> agreedActions,
            @Nullable String accountId,
            @Nullable String transgressionId)
            implements OfficerEvent {

        public CoachingConversationRecorded {
            topics = List.copyOf(topics);
            agreedActions = List.copyOf(agreedActions);
        }
    }
}
