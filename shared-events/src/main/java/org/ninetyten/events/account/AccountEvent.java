package org.ninetyten.events.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Event;
import org.ninetyten.events.Subject;

/** Everything that can happen to an account: one handle on one platform. Days are days in Europe/London. */
public sealed interface AccountEvent extends Event {

    String accountId();

    @Override
    default Subject subject() {
        return Subject.ACCOUNT;
    }

    @Override
    default String subjectId() {
        return accountId();
    }

    /**
     * @param holderId the officer who answers for it
     * @param policyId the policy it is held to
     * @param openedOn the day it was, or is to be, first used; may lie years before it was recorded
     */
    record AccountRequested(
            String accountId,
            String platform,
            String handle,
            String purpose,
            String audience,
            String holderId,
            String policyId,
            LocalDate openedOn)
            implements AccountEvent {}

    /**
     * The account may post. What it was authorised on is kept with it, so that nobody need look it up again.
     *
     * @param policyVersion the version of the account's policy in force that day
     * @param acknowledgedVersion the version the holder had acknowledged, no older than the current major one
     * @param trainingId the training that was valid
     * @param trainingValidUntil the last day on which it counts
     */
    record AccountAuthorised(
            String accountId,
            String holderId,
            LocalDate authorisedOn,
            String policyId,
            int policyVersion,
            int acknowledgedVersion,
            String trainingId,
            LocalDate trainingValidUntil)
            implements AccountEvent {}

    record AccountRefused(String accountId, String reason) implements AccountEvent {}

    /**
     * An officer may post with the account, though another answers for it. What that was allowed on, the day it was
     * recorded, is kept with it as with an authorisation.
     *
     * @param from the first day on which they could; may lie before the day it was recorded
     * @param policyVersion the version of the account's policy in force when it was recorded
     * @param acknowledgedVersion the version the operator had acknowledged, no older than the current major one
     * @param trainingId the training that was valid
     * @param trainingValidUntil the last day on which it counts
     */
    record OperatorAdded(
            String accountId,
            String officerId,
            LocalDate from,
            String policyId,
            int policyVersion,
            int acknowledgedVersion,
            String trainingId,
            LocalDate trainingValidUntil)
            implements AccountEvent {}

    /** @param removedOn the last day on which they could post; what they posted up to then is theirs to answer for */
    record OperatorRemoved(String accountId, String officerId, LocalDate removedOn) implements AccountEvent {}

    /**
     * @param until the last day of the suspension; absent when open-ended
     * @param transgressionId the case that it is the response to, if one
     */
    record AccountSuspended(
            String accountId,
            String reason,
            @Nullable LocalDate until,
            @Nullable String transgressionId) implements AccountEvent {}

    /** @param transgressionId the case whose response no longer asks for a suspension, if that is why */
    record AccountReinstated(
            String accountId, String reason, @Nullable String transgressionId) implements AccountEvent {}

    /** Ends every operatorship. */
    record AccountClosed(String accountId, String reason) implements AccountEvent {}
}
