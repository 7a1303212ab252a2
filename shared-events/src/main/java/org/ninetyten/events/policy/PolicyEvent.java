package org.ninetyten.events.policy;

import java.time.LocalDate;
import org.ninetyten.events.Event;
import org.ninetyten.events.NotPersonal;
import org.ninetyten.events.Subject;

/** Everything that can happen to a policy. Days are days in Europe/London. */
public sealed interface PolicyEvent extends Event {

    /** Why what a policy says is no personal text. */
    String POLICY = "policy is published to all it holds for, and names nobody";

    String policyId();

    @Override
    default Subject subject() {
        return Subject.POLICY;
    }

    @Override
    default String subjectId() {
        return policyId();
    }

    record PolicyDrafted(
            String policyId,
            @NotPersonal(POLICY) String title,
            @NotPersonal(POLICY) PolicyContent content) implements PolicyEvent {}

    record PolicyRevised(
            String policyId,
            @NotPersonal(POLICY) PolicyContent content,
            @NotPersonal(POLICY) String reason) implements PolicyEvent {}

    /**
     * @param version counted from 1 without gaps
     * @param content the draft as it stood, whole, so that a version never depends on anything else
     * @param effectiveFrom the first day it is in force; may lie in the past for a policy older than this system
     * @param reviewBy the day by which someone must have looked at it again
     */
    record PolicyVersionPublished(
            String policyId,
            int version,
            Significance significance,
            @NotPersonal(POLICY) PolicyContent content,
            @NotPersonal(POLICY) String summaryOfChange,
            LocalDate effectiveFrom,
            LocalDate reviewBy)
            implements PolicyEvent {}

    /** Looked at again and found good: the version stands, and is due for review again later. */
    record PolicyReviewedUnchanged(
            String policyId,
            int version,
            LocalDate reviewedOn,
            LocalDate nextReviewBy,
            @NotPersonal(POLICY) String note)
            implements PolicyEvent {}

    /** @param reviewBy the day that passed without a review */
    record PolicyReviewMissed(String policyId, int version, LocalDate reviewBy) implements PolicyEvent {}

    /** @param withdrawnOn the first day on which none of its versions is in force */
    record PolicyWithdrawn(
            String policyId,
            LocalDate withdrawnOn,
            @NotPersonal(POLICY) String reason) implements PolicyEvent {}
}
