package org.ninetyten.events.transgression;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Event;
import org.ninetyten.events.NotPersonal;
import org.ninetyten.events.Personal;
import org.ninetyten.events.Subject;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Harm;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Mitigation;
import org.ninetyten.events.policy.Response;

/**
 * Everything that can happen to a transgression. Each event names the officer and the account, so that it can be
 * placed in their histories without looking anything up.
 */
public sealed interface TransgressionEvent extends Event {

    String transgressionId();

    String officerId();

    String accountId();

    @Override
    default Subject subject() {
        return Subject.TRANSGRESSION;
    }

    @Override
    default String subjectId() {
        return transgressionId();
    }

    /**
     * @param reportedBy who brought it up, where that is not whoever recorded it
     * @param selfReported whether the officer reported themselves
     * @param fromSample the concern of a dip sample that it came of, if it did
     */
    record TransgressionReported(
            String transgressionId,
            String accountId,
            String officerId,
            Instant postedAt,
            Post post,
            Category category,
            @Personal String description,
            @Personal @Nullable String reportedBy,
            boolean selfReported,
            PinnedFacts pinned,
            @Nullable SampledConcern fromSample)
            implements TransgressionEvent {}

    /**
     * A person's judgement, with what the ladder recommended beside what was decided.
     *
     * @param assessedOn the day from which working days for the notice count
     * @param policyVersion the version it was judged by: the one in force when posted
     * @param clauseIds the clauses that were broken; empty where there was no breach
     * @param intent absent where there was no breach, as are harm, recommendation, response and noticeBy
     * @param mitigations those that applied: chosen ones and those that follow from pinned facts
     * @param rationale why the response differs from the recommendation; absent where it does not
     * @param explanation always: why it is, or is not, a breach
     * @param noticeBy the last day on which the officer is to be told
     * @param adviceId the advice on this very post that was followed, where that mitigates it
     */
    record TransgressionAssessed(
            String transgressionId,
            String officerId,
            String accountId,
            LocalDate assessedOn,
            boolean breach,
            String policyId,
            int policyVersion,
            List<String> clauseIds,
            @Nullable Intent intent,
            @Nullable Harm harm,
            List<Mitigation> mitigations,
            @Nullable Response recommended,
            @NotPersonal("what the ladder says of facts") List<String> recommendationReasons,
            @Nullable Response response,
            @Personal @Nullable String rationale,
            @Personal String explanation,
            @Nullable LocalDate noticeBy,
            @Nullable String adviceId)
            implements TransgressionEvent {

        public TransgressionAssessed {
            clauseIds = List.copyOf(clauseIds);
            mitigations = List.copyOf(mitigations);
            recommendationReasons = List.copyOf(recommendationReasons);
        }
    }

    /**
     * The officer was told: out of bounds, and why.
     *
     * @param answerBy the last day for their answer
     */
    record OfficerNotified(
            String transgressionId,
            String officerId,
            String accountId,
            LocalDate notifiedOn,
            List<String> clauseIds,
            @Personal String why,
            @Personal String whatGoodLooksLike,
            LocalDate answerBy)
            implements TransgressionEvent {

        public OfficerNotified {
            clauseIds = List.copyOf(clauseIds);
        }
    }

    record OfficerAnswered(
            String transgressionId,
            String officerId,
            String accountId,
            boolean accepts,
            @Personal String statement) implements TransgressionEvent {}

    /** @param answerBy the day that passed without an answer */
    record AnswerWindowLapsed(String transgressionId, String officerId, String accountId, LocalDate answerBy)
            implements TransgressionEvent {}

    /** @param noticeBy the day that passed without the officer being told */
    record NoticeOverdue(String transgressionId, String officerId, String accountId, LocalDate noticeBy)
            implements TransgressionEvent {}

    /**
     * @param reference what it was completed by: the conversation, the training, the misconduct case
     * @param reflectiveAccount what the officer said in reflective practice; stays behind its wall (RPRP: inadmissible
     *     in later proceedings, Police (Conduct) Regulations 2020)
     */
    record ResponseCompleted(
            String transgressionId,
            String officerId,
            String accountId,
            Response response,
            LocalDate completedOn,
            @Personal String note,
            @Personal @Nullable String reference,
            @Personal @Nullable String reflectiveAccount)
            implements TransgressionEvent {}

    record ReviewRequested(
            String transgressionId,
            String officerId,
            String accountId,
            LocalDate requestedOn,
            @Personal String reason) implements TransgressionEvent {}

    /**
     * @param response what holds from now on: the one upheld, or the one that replaces it
     * @param dueBy the day to which the clock that ran was moved, as time under review does not count; absent where
     *     none ran
     */
    record ReviewDecided(
            String transgressionId,
            String officerId,
            String accountId,
            boolean upheld,
            @Nullable Response response,
            @Personal String reason,
            @Nullable LocalDate dueBy)
            implements TransgressionEvent {}

    record TransgressionWithdrawn(
            String transgressionId,
            String officerId,
            String accountId,
            @Personal String reason) implements TransgressionEvent {}

    record TransgressionClosed(
            String transgressionId,
            String officerId,
            String accountId,
            @Personal String note) implements TransgressionEvent {}

    record TransgressionReopened(
            String transgressionId,
            String officerId,
            String accountId,
            @Personal String reason) implements TransgressionEvent {}

    /**
     * From now on it is there for those callers alone, whatever their roles. Says the whole list, each time.
     *
     * @param allowed ids of callers, in the order of their letters; who restricts is always among them
     */
    record TransgressionRestricted(
            String transgressionId,
            String officerId,
            String accountId,
            @NotPersonal("ids of callers") List<String> allowed,
            @Personal String reason)
            implements TransgressionEvent {

        public TransgressionRestricted {
            allowed = List.copyOf(allowed);
        }
    }

    /** It is there again for everyone whose role lets them see it. */
    record TransgressionUnrestricted(
            String transgressionId,
            String officerId,
            String accountId,
            @Personal String reason) implements TransgressionEvent {}
}
