package org.ninetyten.events.account;

import static org.ninetyten.events.Personal.Whose.ACCOUNT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Event;
import org.ninetyten.events.NotPersonal;
import org.ninetyten.events.Personal;
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
            @NotPersonal("the name of a product") String platform,
            @Personal(ACCOUNT) String handle,
            @Personal(ACCOUNT) String purpose,
            @Personal(ACCOUNT) String audience,
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

    record AccountRefused(String accountId, @Personal String reason) implements AccountEvent {}

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
            @Personal String reason,
            @Nullable LocalDate until,
            @Nullable String transgressionId) implements AccountEvent {}

    /** @param transgressionId the case whose response no longer asks for a suspension, if that is why */
    record AccountReinstated(
            String accountId,
            @Personal String reason,
            @Nullable String transgressionId) implements AccountEvent {}

    /** Ends every operatorship. */
    record AccountClosed(String accountId, @Personal String reason) implements AccountEvent {}

    record PurposeChanged(
            String accountId,
            @Personal(ACCOUNT) String purpose,
            @Personal(ACCOUNT) String audience,
            @Personal String reason)
            implements AccountEvent {}

    /**
     * Another officer answers for the account from that day on; an operatorship of theirs ends with it. What it was
     * allowed on is kept with it, as with an authorisation.
     *
     * @param fromHolderId who answered for it until then, and can no longer post with it
     * @param transferredOn the first day of the new holder
     */
    record AccountTransferred(
            String accountId,
            String fromHolderId,
            String holderId,
            LocalDate transferredOn,
            @Personal String reason,
            String policyId,
            int policyVersion,
            int acknowledgedVersion,
            String trainingId,
            LocalDate trainingValidUntil)
            implements AccountEvent {}

    /**
     * Nobody answers for the account any more, until it is transferred or closed.
     *
     * @param leftOn the last day of its holder
     */
    record HolderLeft(String accountId, String holderId, LocalDate leftOn) implements AccountEvent {}

    /** Looked at again: its purpose, who posts, how it is going. */
    record AccountReviewed(
            String accountId,
            LocalDate reviewedOn,
            @Personal String note) implements AccountEvent {}

    /**
     * One of the ninety.
     *
     * @param officerIds who answered for the account or could post with it when it was posted: it is theirs
     */
    record PostCommended(
            String accountId,
            String commendationId,
            Instant postedAt,
            @Personal String why,
            @Personal @Nullable String postUrl,
            List<String> officerIds)
            implements AccountEvent {

        public PostCommended {
            officerIds = List.copyOf(officerIds);
        }
    }

    /**
     * So many posts were read, and so many of them were fine.
     *
     * @param sampled how many were read, 1 or more
     * @param good how many of those were fine
     * @param concerns what was found in the others, a line each
     */
    record PostsSampled(
            String accountId,
            String sampleId,
            LocalDate sampledOn,
            int sampled,
            int good,
            @Personal List<String> concerns)
            implements AccountEvent {

        public PostsSampled {
            concerns = List.copyOf(concerns);
        }
    }
}
