package org.ninetyten.query.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as it stands now.
 *
 * @param version how many events it has; the {@code ETag}
 * @param holderId the officer who answers for it; absent where they left the force, until it is transferred
 * @param openedOn the day it was, or is to be, first used
 * @param authorised what the authorisation in force rests on; absent before the first
 * @param suspended absent unless it is suspended now
 * @param reinstated why it was last reinstated
 * @param operators who may post with it besides its holder, and who might once; in the order in which they were added
 * @param holders who answers for it and who did, oldest first
 * @param withoutHolderSince the last day of a holder who left, where nobody has answered for it since
 * @param lastReviewedOn the latest day on which it was looked at again
 * @param reviews in the order in which they were recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountView(
        String id,
        long version,
        String platform,
        String handle,
        String purpose,
        String audience,
        @Nullable String holderId,
        String policyId,
        LocalDate openedOn,
        State state,
        Instant requestedAt,
        String requestedBy,
        @Nullable Authorised authorised,
        @Nullable Suspended suspended,
        @Nullable Because reinstated,
        @Nullable Because refused,
        @Nullable Because closed,
        List<Operator> operators,
        List<Holder> holders,
        @Nullable LocalDate withoutHolderSince,
        @Nullable LocalDate lastReviewedOn,
        List<Review> reviews) {

    /** What an earlier release wrote has fewer. */
    public AccountView {
        operators = operators == null ? List.of() : List.copyOf(operators);
        holders = holders == null ? List.of() : List.copyOf(holders);
        reviews = reviews == null ? List.of() : List.copyOf(reviews);
    }

    public enum State {
        REQUESTED,
        AUTHORISED,
        SUSPENDED,
        REFUSED,
        CLOSED
    }

    /**
     * @param policyVersion the version of the account's policy in force that day
     * @param acknowledgedVersion the version the holder had acknowledged
     * @param trainingValidUntil the last day on which the training counts
     */
    public record Authorised(
            LocalDate authorisedOn,
            int policyVersion,
            int acknowledgedVersion,
            String trainingId,
            LocalDate trainingValidUntil,
            Instant recordedAt,
            String recordedBy) {}

    /** @param until the last day of the suspension; absent when open-ended */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Suspended(String reason, @Nullable LocalDate until, Instant recordedAt, String recordedBy) {}

    /**
     * @param from the first day on which they could post
     * @param until the last: when they were removed, or the account was closed; absent while they may
     * @param policyVersion the version of the account's policy in force when they were added
     * @param acknowledgedVersion the version they had acknowledged
     * @param trainingValidUntil the last day on which the training counts
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Operator(
            String officerId,
            LocalDate from,
            @Nullable LocalDate until,
            int policyVersion,
            int acknowledgedVersion,
            String trainingId,
            LocalDate trainingValidUntil,
            Instant recordedAt,
            String recordedBy) {

        Operator endedOn(LocalDate day) {
            return until != null
                    ? this
                    : new Operator(
                            officerId,
                            from,
                            day,
                            policyVersion,
                            acknowledgedVersion,
                            trainingId,
                            trainingValidUntil,
                            recordedAt,
                            recordedBy);
        }
    }

    /**
     * @param from the first day on which they answered for it
     * @param until the last: when it was transferred or closed, or they left; absent while they do
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Holder(
            String officerId, LocalDate from, @Nullable LocalDate until) {

        Holder endedOn(LocalDate day) {
            return until != null ? this : new Holder(officerId, from, day);
        }
    }

    public record Review(LocalDate reviewedOn, String note, Instant recordedAt, String recordedBy) {}

    /** Why something was done, when and by whom. */
    public record Because(String reason, Instant recordedAt, String recordedBy) {}
}
