package org.ninetyten.query.transgressions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Harm;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Mitigation;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.transgression.PinnedFacts;
import org.ninetyten.events.transgression.Post;
import org.ninetyten.events.transgression.SampledConcern;

/**
 * A transgression as it stands now: the whole case but for what was said in reflective practice.
 *
 * @param version how many events it has; the {@code ETag}
 * @param pinned what was so when the post was made, as worked out when it was reported
 * @param fromSample the concern of a dip sample that it came of, if it did
 * @param officerTold whether the officer was ever given a notice
 * @param assessment the latest; one that came before a reopening stands until the next
 * @param notice what the officer was told after that assessment, as are answer and completion
 * @param noticeOverdue whether the day for the notice passed without one
 * @param answerLapsed whether the day for the answer passed without one
 * @param response in force: as assessed, or as replaced on review
 * @param dueBy the last day of the clock that runs: for the notice while assessed, for the answer while notified
 * @param completion of the response in force
 * @param completions all there were, also of responses that were replaced or came before a reopening
 * @param reviews oldest first
 * @param restriction who it is there for, where it is restricted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TransgressionView(
        String id,
        long version,
        String accountId,
        String officerId,
        State state,
        Category category,
        String description,
        Instant postedAt,
        Post post,
        Instant reportedAt,
        Reporter reportedBy,
        boolean selfReported,
        PinnedFacts pinned,
        @Nullable SampledConcern fromSample,
        boolean officerTold,
        @Nullable Assessment assessment,
        @Nullable Notice notice,
        @Nullable OfficersAnswer answer,
        boolean noticeOverdue,
        boolean answerLapsed,
        @Nullable Response response,
        @Nullable LocalDate dueBy,
        @Nullable Completion completion,
        List<Completion> completions,
        List<Review> reviews,
        @Nullable Because closure,
        @Nullable Because withdrawal,
        List<Because> reopenings,
        @Nullable Restriction restriction) {

    public TransgressionView {
        completions = List.copyOf(completions);
        reviews = List.copyOf(reviews);
        reopenings = List.copyOf(reopenings);
    }

    /** What may be done in each is the command side's to say. */
    public enum State {
        REPORTED,
        EXPLAINED,
        ASSESSED,
        NOTIFIED,
        ANSWERED,
        LAPSED,
        COMPLETED,
        UNDER_REVIEW,
        WITHDRAWN,
        CLOSED,
        REOPENED;

        boolean isOpen() {
            return this != CLOSED && this != WITHDRAWN;
        }
    }

    /**
     * @param actorId whose credentials recorded it
     * @param name who brought it up, where that is someone else
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reporter(String actorId, @Nullable String name) {}

    /**
     * A person's judgement, with what the ladder recommended and why beside what was decided.
     *
     * @param intent absent where there was no breach, as are harm, recommended, response and noticeBy
     * @param noticeBy the last day on which the officer was to be told, as it was when assessed
     * @param adviceId the advice on this very post that was followed, where that mitigates it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Assessment(
            LocalDate assessedOn,
            String by,
            boolean breach,
            String policyId,
            int policyVersion,
            List<String> clauseIds,
            @Nullable Intent intent,
            @Nullable Harm harm,
            List<Mitigation> mitigations,
            @Nullable Response recommended,
            List<String> recommendationReasons,
            @Nullable Response response,
            @Nullable String rationale,
            String explanation,
            @Nullable LocalDate noticeBy,
            @Nullable String adviceId) {

        public Assessment {
            clauseIds = List.copyOf(clauseIds);
            mitigations = List.copyOf(mitigations);
            recommendationReasons = List.copyOf(recommendationReasons);
        }
    }

    /** @param answerBy the last day for the officer's answer, as it was when they were told */
    public record Notice(
            LocalDate notifiedOn,
            String by,
            List<String> clauseIds,
            String why,
            String whatGoodLooksLike,
            LocalDate answerBy) {

        public Notice {
            clauseIds = List.copyOf(clauseIds);
        }
    }

    public record OfficersAnswer(boolean accepts, String statement, Instant answeredAt) {}

    /**
     * @param note never what was said in reflective practice
     * @param reference what it was completed by: the conversation, the training, the misconduct case
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Completion(
            Response response,
            LocalDate completedOn,
            String note,
            @Nullable String reference,
            String by) {}

    /**
     * @param from the state in which it was asked for
     * @param decided absent while it is under way
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Review(
            LocalDate requestedOn,
            String by,
            String reason,
            State from,
            @Nullable Decision decided) {

        Review decided(Decision decision) {
            return new Review(requestedOn, by, reason, from, decision);
        }
    }

    /** @param response what holds from then on */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decision(boolean upheld, @Nullable Response response, String reason, String by, Instant decidedAt) {}

    /** @param allowed ids of the callers for whom alone it is there */
    public record Restriction(List<String> allowed, String reason, Instant recordedAt, String recordedBy) {

        public Restriction {
            allowed = List.copyOf(allowed);
        }
    }

    /** Why something was done, when and by whom. */
    public record Because(String reason, Instant recordedAt, String recordedBy) {}

    /** Whether it stands as a breach: assessed as one, and neither withdrawn nor open to be judged anew. */
    boolean standsAsBreach() {
        return assessment != null && assessment.breach() && state != State.WITHDRAWN && state != State.REOPENED;
    }

    /** Whether it was assessed as a breach, and something else was decided than the ladder recommended. */
    boolean departsFromLadder() {
        return assessment != null && assessment.breach() && assessment.response() != assessment.recommended();
    }

    /**
     * Whether it shows to the officer whom it is about: once they were given a notice, and once it is explained as no
     * breach, unless that is judged anew.
     */
    boolean showsToOfficer() {
        return officerTold || (assessment != null && !assessment.breach() && state != State.REOPENED);
    }

    Change change() {
        return new Change(this);
    }

    /** What an event changes, on the way from one view to the next; used by one thread and never kept. */
    static final class Change {

        private final TransgressionView before;
        State state;
        boolean officerTold;

        @Nullable
        Assessment assessment;

        @Nullable
        Notice notice;

        @Nullable
        OfficersAnswer answer;

        boolean noticeOverdue;
        boolean answerLapsed;

        @Nullable
        Response response;

        @Nullable
        LocalDate dueBy;

        @Nullable
        Completion completion;

        List<Completion> completions;
        List<Review> reviews;

        @Nullable
        Because closure;

        @Nullable
        Because withdrawal;

        List<Because> reopenings;

        @Nullable
        Restriction restriction;

        private Change(TransgressionView before) {
            this.before = before;
            state = before.state();
            officerTold = before.officerTold();
            assessment = before.assessment();
            notice = before.notice();
            answer = before.answer();
            noticeOverdue = before.noticeOverdue();
            answerLapsed = before.answerLapsed();
            response = before.response();
            dueBy = before.dueBy();
            completion = before.completion();
            completions = before.completions();
            reviews = before.reviews();
            closure = before.closure();
            withdrawal = before.withdrawal();
            reopenings = before.reopenings();
            restriction = before.restriction();
        }

        TransgressionView at(long version) {
            return new TransgressionView(
                    before.id(),
                    version,
                    before.accountId(),
                    before.officerId(),
                    state,
                    before.category(),
                    before.description(),
                    before.postedAt(),
                    before.post(),
                    before.reportedAt(),
                    before.reportedBy(),
                    before.selfReported(),
                    before.pinned(),
                    before.fromSample(),
                    officerTold,
                    assessment,
                    notice,
                    answer,
                    noticeOverdue,
                    answerLapsed,
                    response,
                    dueBy,
                    completion,
                    completions,
                    reviews,
                    closure,
                    withdrawal,
                    reopenings,
                    restriction);
        }
    }
}
