package org.ninetyten.query.duties;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.transgression.TransgressionEvent;
import org.ninetyten.events.transgression.TransgressionEvent.AnswerWindowLapsed;
import org.ninetyten.events.transgression.TransgressionEvent.NoticeOverdue;
import org.ninetyten.events.transgression.TransgressionEvent.OfficerAnswered;
import org.ninetyten.events.transgression.TransgressionEvent.OfficerNotified;
import org.ninetyten.events.transgression.TransgressionEvent.ResponseCompleted;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewDecided;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewRequested;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionAssessed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionClosed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReopened;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionRestricted;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionUnrestricted;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionWithdrawn;

/**
 * What duties depend on of a case.
 *
 * @param clock what is waited for; absent where nothing is
 * @param underReview whether the clock stands still
 * @param officerTold whether they were ever given a notice
 */
record CaseFacts(
        @Nullable String officerId,
        @Nullable String accountId,
        @Nullable String policyId,
        @Nullable Integer policyVersion,
        @Nullable Clock clock,
        boolean underReview,
        boolean officerTold) {

    static final CaseFacts NONE = new CaseFacts(null, null, null, null, null, false, false);

    /** @param by the last day for it */
    record Clock(DutyKind kind, LocalDate since, @Nullable LocalDate by) {}

    /** The same moves as the case itself makes. */
    CaseFacts after(TransgressionEvent event) {
        return switch (event) {
            case TransgressionReported e ->
                new CaseFacts(
                        e.officerId(),
                        e.accountId(),
                        e.pinned().policyId(),
                        e.pinned().policyVersion(),
                        null,
                        false,
                        false);
            case TransgressionAssessed e ->
                new CaseFacts(
                        e.officerId(),
                        e.accountId(),
                        e.policyId(),
                        e.policyVersion(),
                        e.breach() ? new Clock(DutyKind.NOTICE, e.assessedOn(), e.noticeBy()) : null,
                        false,
                        officerTold);
            case OfficerNotified e ->
                new CaseFacts(
                        officerId,
                        accountId,
                        policyId,
                        policyVersion,
                        new Clock(DutyKind.ANSWER, e.notifiedOn(), e.answerBy()),
                        underReview,
                        true);
            case ReviewRequested e ->
                new CaseFacts(officerId, accountId, policyId, policyVersion, clock, true, officerTold);
            case ReviewDecided e ->
                new CaseFacts(
                        officerId,
                        accountId,
                        policyId,
                        policyVersion,
                        clock == null ? null : new Clock(clock.kind(), clock.since(), e.dueBy()),
                        false,
                        officerTold);
            case OfficerAnswered e -> over();
            case AnswerWindowLapsed e -> over();
            case ResponseCompleted e -> over();
            case TransgressionWithdrawn e -> over();
            case TransgressionClosed e -> over();
            case TransgressionReopened e -> over();
            case NoticeOverdue e -> this;
            case TransgressionRestricted e -> this;
            case TransgressionUnrestricted e -> this;
        };
    }

    private CaseFacts over() {
        return new CaseFacts(officerId, accountId, policyId, policyVersion, null, false, officerTold);
    }

    /** Absent while nothing is waited for, or the time under review does not count. */
    @Nullable
    Clock running() {
        return underReview || clock == null || clock.by() == null ? null : clock;
    }
}
