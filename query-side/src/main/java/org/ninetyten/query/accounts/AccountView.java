package org.ninetyten.query.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.query.projection.Lists;

/**
 * An account as it stands now.
 *
 * @param version how many events it has; the {@code ETag}
 * @param holderId the officer who answers for it
 * @param openedOn the day it was, or is to be, first used
 * @param authorised what the authorisation in force rests on; absent before the first
 * @param suspended absent unless it is suspended now
 * @param reinstated why it was last reinstated
 * @param operators who may post with it besides its holder, and who might once; in the order in which they were added
 * @param commendations posts that were commended, as they were recorded
 * @param samples dip samples of its posts, as they were recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountView(
        String id,
        long version,
        String platform,
        String handle,
        String purpose,
        String audience,
        String holderId,
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
        List<Commendation> commendations,
        List<Sample> samples) {

    /** What was written before there were operators has none. */
    public AccountView {
        operators = operators == null ? List.of() : List.copyOf(operators);
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

        private Operator endedOn(LocalDate day) {
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

    /** @param officerIds who answered for the account or could post with it then */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Commendation(
            String commendationId,
            Instant postedAt,
            String why,
            @Nullable String postUrl,
            List<String> officerIds,
            Instant recordedAt,
            String recordedBy) {}

    /**
     * @param sampled how many posts were read
     * @param good how many of those were fine
     * @param concerns what was found in others; a report names one by its place, counted from 1
     */
    public record Sample(
            String sampleId,
            LocalDate sampledOn,
            int sampled,
            int good,
            List<String> concerns,
            Instant recordedAt,
            String recordedBy) {}

    /** Why something was done, when and by whom. */
    public record Because(String reason, Instant recordedAt, String recordedBy) {}

    AccountView at(long newVersion) {
        return new AccountView(
                id,
                newVersion,
                platform,
                handle,
                purpose,
                audience,
                holderId,
                policyId,
                openedOn,
                state,
                requestedAt,
                requestedBy,
                authorised,
                suspended,
                reinstated,
                refused,
                closed,
                operators,
                commendations,
                samples);
    }

    AccountView authorised(Authorised on) {
        return standing(State.AUTHORISED, on, null, reinstated, refused, closed);
    }

    AccountView refused(Because why) {
        return standing(State.REFUSED, authorised, suspended, reinstated, why, closed);
    }

    AccountView suspended(Suspended now) {
        return standing(State.SUSPENDED, authorised, now, reinstated, refused, closed);
    }

    AccountView reinstated(Because why) {
        return standing(State.AUTHORISED, authorised, null, why, refused, closed);
    }

    AccountView closed(Because why) {
        return standing(State.CLOSED, authorised, null, reinstated, refused, why);
    }

    AccountView withOperator(Operator added) {
        return withOperators(Stream.concat(operators.stream(), Stream.of(added)));
    }

    AccountView withoutOperator(String officerId, LocalDate removedOn) {
        return withOperators(operators.stream()
                .map(operator -> operator.officerId().equals(officerId) ? operator.endedOn(removedOn) : operator));
    }

    AccountView withoutOperatorsAfter(LocalDate day) {
        return withOperators(operators.stream().map(operator -> operator.endedOn(day)));
    }

    private AccountView withOperators(Stream<Operator> those) {
        return new AccountView(
                id,
                version,
                platform,
                handle,
                purpose,
                audience,
                holderId,
                policyId,
                openedOn,
                state,
                requestedAt,
                requestedBy,
                authorised,
                suspended,
                reinstated,
                refused,
                closed,
                those.toList(),
                commendations,
                samples);
    }

    AccountView with(Commendation added) {
        return read(Lists.with(commendations, added), samples);
    }

    AccountView with(Sample added) {
        return read(commendations, Lists.with(samples, added));
    }

    private AccountView read(List<Commendation> newCommendations, List<Sample> newSamples) {
        return new AccountView(
                id,
                version,
                platform,
                handle,
                purpose,
                audience,
                holderId,
                policyId,
                openedOn,
                state,
                requestedAt,
                requestedBy,
                authorised,
                suspended,
                reinstated,
                refused,
                closed,
                operators,
                newCommendations,
                newSamples);
    }

    private AccountView standing(
            State newState,
            @Nullable Authorised newAuthorised,
            @Nullable Suspended newSuspended,
            @Nullable Because newReinstated,
            @Nullable Because newRefused,
            @Nullable Because newClosed) {
        return new AccountView(
                id,
                version,
                platform,
                handle,
                purpose,
                audience,
                holderId,
                policyId,
                openedOn,
                newState,
                requestedAt,
                requestedBy,
                newAuthorised,
                newSuspended,
                newReinstated,
                newRefused,
                newClosed,
                operators,
                commendations,
                samples);
    }
}
