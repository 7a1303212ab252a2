package org.ninetyten.query.transgressions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Subject;
import org.ninetyten.events.stored.RecordedEvent;
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
import org.ninetyten.query.projection.Lists;
import org.ninetyten.query.projection.ReadModel;
import org.ninetyten.query.projection.StateProjection;
import org.ninetyten.query.projection.StateTable;
import org.ninetyten.query.scope.RestrictedCases;
import org.ninetyten.query.transgressions.TransgressionView.Assessment;
import org.ninetyten.query.transgressions.TransgressionView.Because;
import org.ninetyten.query.transgressions.TransgressionView.Change;
import org.ninetyten.query.transgressions.TransgressionView.Completion;
import org.ninetyten.query.transgressions.TransgressionView.Decision;
import org.ninetyten.query.transgressions.TransgressionView.Notice;
import org.ninetyten.query.transgressions.TransgressionView.OfficersAnswer;
import org.ninetyten.query.transgressions.TransgressionView.Reporter;
import org.ninetyten.query.transgressions.TransgressionView.Restriction;
import org.ninetyten.query.transgressions.TransgressionView.Review;
import org.ninetyten.query.transgressions.TransgressionView.State;
import org.springframework.stereotype.Component;

/** Folds a transgression's events into how it stands, and keeps what was said in reflective practice apart from that. */
@Component
class TransgressionProjection extends StateProjection<TransgressionEvent, TransgressionView> {

    private final ReflectiveAccounts reflectiveAccounts;
    private final RestrictedCases restrictedCases;

    TransgressionProjection(
            StateTable<TransgressionView> transgressions,
            ReflectiveAccounts reflectiveAccounts,
            RestrictedCases restrictedCases) {
        super("transgressions", Subject.TRANSGRESSION, TransgressionEvent.class, transgressions);
        this.reflectiveAccounts = reflectiveAccounts;
        this.restrictedCases = restrictedCases;
    }

    @Override
    protected TransgressionView evolve(
            @Nullable TransgressionView view, TransgressionEvent event, RecordedEvent recorded) {
        if (event instanceof TransgressionReported reported) {
            return reported(reported, recorded);
        }
        Change change = existing(view, event).change();
        apply(event, change, recorded);
        return change.at(recorded.version());
    }

    /** The same moves between states as the command side makes. */
    private static void apply(TransgressionEvent event, Change change, RecordedEvent recorded) {
        switch (event) {
            case TransgressionReported e -> throw new IllegalStateException("A report begins a case, it changes none");
            case TransgressionAssessed e -> assessed(e, change, recorded);
            case OfficerNotified e -> {
                change.officerTold = true;
                change.notice = notice(e, recorded);
                change.dueBy = e.answerBy();
                change.state = State.NOTIFIED;
            }
            case OfficerAnswered e -> {
                change.answer = new OfficersAnswer(e.accepts(), e.statement(), recorded.recordedAt());
                change.dueBy = null;
                change.state = State.ANSWERED;
            }
            case AnswerWindowLapsed e -> {
                change.answerLapsed = true;
                change.dueBy = null;
                change.state = State.LAPSED;
            }
            case NoticeOverdue e -> change.noticeOverdue = true;
            case ResponseCompleted e -> {
                change.completion = completion(e, recorded);
                change.completions = Lists.with(change.completions, change.completion);
                change.state = State.COMPLETED;
            }
            case ReviewRequested e -> {
                Review review = new Review(e.requestedOn(), by(recorded), e.reason(), change.state, null);
                change.reviews = Lists.with(change.reviews, review);
                change.state = State.UNDER_REVIEW;
            }
            case ReviewDecided e -> decided(e, change, recorded);
            case TransgressionWithdrawn e -> {
                change.withdrawal = because(e.reason(), recorded);
                change.state = State.WITHDRAWN;
            }
            case TransgressionClosed e -> {
                change.closure = because(e.note(), recorded);
                change.state = State.CLOSED;
            }
            case TransgressionReopened e -> {
                change.reopenings = Lists.with(change.reopenings, because(e.reason(), recorded));
                change.closure = null;
                change.response = null;
                change.dueBy = null;
                change.state = State.REOPENED;
            }
            case TransgressionRestricted e ->
                change.restriction = new Restriction(e.allowed(), e.reason(), recorded.recordedAt(), by(recorded));
            case TransgressionUnrestricted e -> change.restriction = null;
        }
    }

    /** What came of an earlier assessment does not come of this one. */
    private static void assessed(TransgressionAssessed e, Change change, RecordedEvent recorded) {
        change.assessment = assessment(e, recorded);
        change.notice = null;
        change.answer = null;
        change.completion = null;
        change.noticeOverdue = false;
        change.answerLapsed = false;
        change.response = e.response();
        change.dueBy = e.noticeBy();
        change.state = e.breach() ? State.ASSESSED : State.EXPLAINED;
    }

    private static void decided(ReviewDecided e, Change change, RecordedEvent recorded) {
        if (change.reviews.isEmpty()) {
            return;
        }
        Review review = change.reviews.getLast();
        Decision decision = new Decision(e.upheld(), e.response(), e.reason(), by(recorded), recorded.recordedAt());
        List<Review> earlier = change.reviews.subList(0, change.reviews.size() - 1);
        change.reviews = Lists.with(earlier, review.decided(decision));
        change.response = e.response();
        change.dueBy = e.dueBy();
        change.state = review.from();
        if (!e.upheld() && review.from() == State.COMPLETED) {
            // What was completed was the response that no longer holds: the new one is yet to be done.
            change.completion = null;
            change.state = change.answer == null ? State.LAPSED : State.ANSWERED;
        }
    }

    private static TransgressionView reported(TransgressionReported e, RecordedEvent recorded) {
        return new TransgressionView(
                e.transgressionId(),
                recorded.version(),
                e.accountId(),
                e.officerId(),
                State.REPORTED,
                e.category(),
                e.description(),
                e.postedAt(),
                e.post(),
                recorded.recordedAt(),
                new Reporter(by(recorded), e.reportedBy()),
                e.selfReported(),
                e.pinned(),
                e.fromSample(),
                false,
                null,
                null,
                null,
                false,
                false,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null);
    }

    private static Assessment assessment(TransgressionAssessed e, RecordedEvent recorded) {
        return new Assessment(
                e.assessedOn(),
                by(recorded),
                e.breach(),
                e.policyId(),
                e.policyVersion(),
                e.clauseIds(),
                e.intent(),
                e.harm(),
                e.mitigations(),
                e.recommended(),
                e.recommendationReasons(),
                e.response(),
                e.rationale(),
                e.explanation(),
                e.noticeBy(),
                e.adviceId());
    }

    private static Notice notice(OfficerNotified e, RecordedEvent recorded) {
        return new Notice(e.notifiedOn(), by(recorded), e.clauseIds(), e.why(), e.whatGoodLooksLike(), e.answerBy());
    }

    private static Completion completion(ResponseCompleted e, RecordedEvent recorded) {
        return new Completion(e.response(), e.completedOn(), e.note(), e.reference(), by(recorded));
    }

    private static Because because(String reason, RecordedEvent recorded) {
        return new Because(reason, recorded.recordedAt(), by(recorded));
    }

    private static String by(RecordedEvent recorded) {
        return recorded.provenance().actorId();
    }

    @Override
    protected Batch beside(ReadModel rows) {
        ReflectiveAccounts.Unwritten unwritten = reflectiveAccounts.begin(rows);
        Batch restrictions = restrictedCases.begin(rows);
        return new Batch() {
            @Override
            public void add(RecordedEvent recorded) {
                if (recorded.event() instanceof ResponseCompleted completed) {
                    unwritten.put(completed, recorded);
                }
                restrictions.add(recorded);
            }

            @Override
            public void flush() {
                unwritten.write();
                restrictions.flush();
            }
        };
    }
}
