package org.ninetyten.query.duties;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that is due.
 *
 * @param id the same for as long as it is due, wherever its day moves
 * @param dueBy the last day for it, in London
 * @param dueAt the instant by which it is due, where it is due by one
 * @param missed whether that has passed
 * @param since when it came to be due, or the time to it began to run
 * @param officerId whom it is about: who is to do it, or with whom or for whom it is to be done
 * @param unit that officer's now
 * @param policyVersion the version that says so
 * @param summary one plain sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DutyView(
        String id,
        DutyKind kind,
        LocalDate dueBy,
        @Nullable Instant dueAt,
        boolean missed,
        @Nullable LocalDate since,
        @Nullable String officerId,
        @Nullable String unit,
        @Nullable String accountId,
        @Nullable String policyId,
        @Nullable Integer policyVersion,
        @Nullable String transgressionId,
        @Nullable String adviceId,
        String summary) {

    /** What is to be done, and by when. */
    static String summary(
            DutyKind kind,
            boolean missed,
            LocalDate dueBy,
            @Nullable String officerId,
            @Nullable String accountId,
            @Nullable String policyId,
            @Nullable Integer policyVersion) {
        String what = switch (kind) {
            case ACKNOWLEDGEMENT ->
                "Officer %s is to acknowledge version %d of the policy %s"
                        .formatted(officerId, policyVersion, policyId);
            case TRAINING -> "Officer %s is to have training that counts".formatted(officerId);
            case CHECK_IN -> "Someone is to check in with officer %s".formatted(officerId);
            case ADVICE_REPLY ->
                "Officer %s asked for advice about the account %s and is to be answered"
                        .formatted(officerId, accountId);
            case ACCOUNT_REVIEW -> "The account %s is to be reviewed".formatted(accountId);
            case ACCOUNT_HOLDER ->
                "The account %s has no holder and is to be transferred or closed".formatted(accountId);
            case NOTICE -> "Officer %s is to be told that they were out of bounds".formatted(officerId);
            case ANSWER -> "Officer %s may answer the notice to them".formatted(officerId);
            case POLICY_REVIEW -> "The policy %s is to be looked at again".formatted(policyId);
        };
        return what + (missed ? "; it was due by " : " by ") + dueBy + ".";
    }
}
