package org.ninetyten.events.policy;

import java.time.LocalDate;
import org.ninetyten.events.Event;
import org.ninetyten.events.Subject;

/** Everything that can happen to a policy. Days are days in Europe/London. */
public sealed interface PolicyEvent extends Event {

    String policyId();

    @Override
    default Subject subject() {
        return Subject.POLICY;
    }

    @Override
    default String subjectId() {
        return policyId();
    }

    record PolicyDrafted(String policyId, String title, PolicyContent content) implements PolicyEvent {}

    record PolicyRevised(String policyId, PolicyContent content, String reason) implements PolicyEvent {}

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
            PolicyContent content,
            String summaryOfChange,
            LocalDate effectiveFrom,
            LocalDate reviewBy)
            implements PolicyEvent {}

    /** Looked at again and found good: the version stands, and is due for review again later. */
    record PolicyReviewedUnchanged(
            String policyId, int version, LocalDate reviewedOn, LocalDate nextReviewBy, String note)
            implements PolicyEvent {}

    /** @param reviewBy the day that passed without a review */
    record PolicyReviewMissed(String policyId, int version, LocalDate reviewBy) implements PolicyEvent {}

    /** @param withdrawnOn the first day on which none of its versions is in force */
    record PolicyWithdrawn(String policyId, LocalDate withdrawnOn, String reason) implements PolicyEvent {}
}
