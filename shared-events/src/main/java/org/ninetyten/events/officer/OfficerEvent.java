package org.ninetyten.events.officer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Event;
import org.ninetyten.events.NotPersonal;
import org.ninetyten.events.Personal;
import org.ninetyten.events.Subject;

/** Everything that can happen to an officer (police staff included). Days are days in Europe/London. */
public sealed interface OfficerEvent extends Event {

    /** Why a unit is no personal text. */
    String UNIT = "part of the force: who may see the officer goes by it, and figures of units stay true";

    /** Why who held a conversation is no personal text. */
    String ACTOR = "the id of a login, a pseudonym";

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
    record OfficerRegistered(
            String officerId,
            @Personal String name,
            @Personal String collarNumber,
            @NotPersonal(UNIT) String unit,
            boolean staff)
            implements OfficerEvent {}

    record OfficerDetailsChanged(
            String officerId,
            @Personal String name,
            @Personal String collarNumber,
            @NotPersonal(UNIT) String unit,
            boolean staff)
            implements OfficerEvent {}

    /**
     * @param validUntil the last day it counts; absent when the course states none, and then the account's policy says
     *     how long (its {@code trainingValidMonths})
     */
    record TrainingRecorded(
            String officerId,
            String trainingId,
            @Personal String course,
            LocalDate completedOn,
            @Nullable LocalDate validUntil)
            implements OfficerEvent {}

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
            @NotPersonal(ACTOR) String heldBy,
            @Personal List<String> topics,
            @Personal String summary,
            @Personal List<String> agreedActions,
            @Nullable String accountId,
            @Nullable String transgressionId)
            implements OfficerEvent {

        public CoachingConversationRecorded {
            topics = List.copyOf(topics);
            agreedActions = List.copyOf(agreedActions);
        }
    }

    /**
     * The officer's own note of a conversation, beside the summary of whoever held it; both stand.
     *
     * @param noteId unique among the notes of that conversation
     * @param accountId what the conversation is linked to, as is transgressionId
     * @param reflective whether it was said in reflective practice, and so is for the officer and their supervisors alone
     */
    record ConversationNoteAdded(
            String officerId,
            String conversationId,
            String noteId,
            @Personal String note,
            @Nullable String accountId,
            @Nullable String transgressionId,
            boolean reflective)
            implements OfficerEvent {}

    /**
     * What was agreed in a conversation was done.
     *
     * @param action which of the conversation's agreed actions, counted from 1
     * @param accountId what the conversation is linked to, as is transgressionId
     * @param reflective whether the note was made in reflective practice, and so is for the officer and their
     *     supervisors alone
     */
    record AgreedActionCompleted(
            String officerId,
            String conversationId,
            int action,
            LocalDate completedOn,
            @Personal @Nullable String note,
            @Nullable String accountId,
            @Nullable String transgressionId,
            boolean reflective)
            implements OfficerEvent {}

    /**
     * The last training that counted ran out, and there was no other.
     *
     * @param validUntil the last day on which it counted
     * @param policyId the policy that says for how long it counts; absent where the training says so itself
     * @param policyVersion the version of that policy which does
     */
    record TrainingLapsed(
            String officerId,
            String trainingId,
            LocalDate validUntil,
            @Nullable String policyId,
            @Nullable Integer policyVersion)
            implements OfficerEvent {}

    /**
     * Regular support: someone asked how it is going.
     *
     * @param heldBy the actor id of whoever held it
     * @param accountId the account it was about, where it was about one
     */
    record CheckInRecorded(
            String officerId,
            String checkInId,
            LocalDate heldOn,
            @NotPersonal(ACTOR) String heldBy,
            @Personal String note,
            @Nullable String accountId)
            implements OfficerEvent {}

    /**
     * @param policyVersion the version whose cadence ({@code checkInEveryDays}) it was due by
     * @param dueBy the day that passed without a check-in
     */
    record CheckInMissed(String officerId, String policyId, int policyVersion, LocalDate dueBy)
            implements OfficerEvent {}

    /**
     * Asked before posting.
     *
     * @param draft what is to be posted, as it would stand there
     * @param replyDueAt when it becomes overdue: so many working hours after it was asked
     */
    record AdviceRequested(
            String officerId,
            String adviceId,
            String accountId,
            @Personal String draft,
            @Personal String question,
            Instant replyDueAt)
            implements OfficerEvent {}

    record AdviceGiven(
            String officerId,
            String adviceId,
            String accountId,
            AdviceDecision decision,
            @Personal String why) implements OfficerEvent {}

    /** @param followed whether what came of it is what was advised */
    record AdviceOutcomeRecorded(String officerId, String adviceId, String accountId, boolean followed)
            implements OfficerEvent {}

    /** @param leftOn the last day on which they were with the force */
    record OfficerLeft(String officerId, LocalDate leftOn) implements OfficerEvent {}

    /** Nothing of theirs is erased while a hold stands. */
    record LegalHoldPlaced(
            String officerId, String holdId, @Personal String reason) implements OfficerEvent {}

    record LegalHoldLifted(
            String officerId, String holdId, @Personal String reason) implements OfficerEvent {}

    /** Someone holds that the time has come; nothing is erased before another says so too. */
    record OfficerErasureProposed(
            String officerId, String erasureId, @Personal String reason) implements OfficerEvent {}

    /**
     * Their key, and with it what is told about them, was destroyed. The events stay.
     *
     * @param accountIds the accounts that nobody who is not erased ever held: what they were called and for went too
     */
    record OfficerErased(String officerId, String erasureId, List<String> accountIds) implements OfficerEvent {

        public OfficerErased {
            accountIds = List.copyOf(accountIds);
        }
    }
}
