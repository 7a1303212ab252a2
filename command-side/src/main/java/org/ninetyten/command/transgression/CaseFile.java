package org.ninetyten.command.transgression;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.policy.Response;
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

/** What has happened to a case so far, as far as what may happen next depends on it. Assigns; decides nothing. */
final class CaseFile {

    private TransgressionState state = TransgressionState.REPORTED;
    private @Nullable TransgressionReported report;
    private @Nullable TransgressionAssessed assessment;
    private final Map<Independence.Hand, Set<String>> hands = new EnumMap<>(Independence.Hand.class);

    /** The latest of each step since it was opened, by command. */
    private final Map<String, TransgressionEvent> steps = new HashMap<>();

    private @Nullable Response response;
    private @Nullable LocalDate dueBy;
    private @Nullable ReviewRequested review;
    private @Nullable TransgressionRestricted restriction;
    private TransgressionState beforeReview = TransgressionState.REPORTED;

    /** Whether the officer was told and has answered, or let the time pass: where a replaced response goes on from. */
    private TransgressionState toldState = TransgressionState.REPORTED;

    TransgressionState state() {
        return state;
    }

    boolean isReported() {
        return report != null;
    }

    TransgressionReported reported() {
        if (report == null) {
            throw new IllegalStateException("A transgression starts with a report");
        }
        return report;
    }

    /** The clauses that the assessment names. */
    List<String> brokenClauses() {
        return assessment == null ? List.of() : assessment.clauseIds();
    }

    /** What holds: the assessed response, or the one that replaced it on review; absent where there was no breach. */
    @Nullable
    Response response() {
        return response;
    }

    /** The last day of the clock that runs: for the notice while assessed, for the answer while notified. */
    @Nullable
    LocalDate dueBy() {
        return dueBy;
    }

    /** The latest that was asked for. */
    @Nullable
    ReviewRequested review() {
        return review;
    }

    TransgressionState beforeReview() {
        return beforeReview;
    }

    /** Whether it is there for the caller of that id, as far as it is restricted at all. */
    boolean isThereFor(String callerId) {
        return restriction == null || restriction.allowed().contains(callerId);
    }

    boolean isRestricted() {
        return restriction != null;
    }

    /** The commands that are possible now. */
    List<String> allowed() {
        return LifeCycle.allowed(state, response);
    }

    /** The latest event of that command since the case was opened. */
    @Nullable
    TransgressionEvent step(String command) {
        return steps.get(command);
    }

    Independence independence() {
        return new Independence(reported().officerId(), hands);
    }

    /**
     * @param command what it is the event of
     * @param actor who gave that command
     */
    void add(TransgressionEvent event, String command, @Nullable String actor) {
        move(event);
        steps.put(command, event);
        rememberHand(event, actor);
    }

    private void move(TransgressionEvent event) {
        switch (event) {
            case TransgressionReported reported -> report = reported;
            case TransgressionAssessed assessed -> {
                assessment = assessed;
                response = assessed.response();
                dueBy = assessed.noticeBy();
                state = assessed.breach() ? TransgressionState.ASSESSED : TransgressionState.EXPLAINED;
            }
            case OfficerNotified notified -> {
                dueBy = notified.answerBy();
                state = TransgressionState.NOTIFIED;
            }
            case OfficerAnswered answered -> told(TransgressionState.ANSWERED);
            case AnswerWindowLapsed lapsed -> told(TransgressionState.LAPSED);
            case NoticeOverdue overdue -> {}
            case ResponseCompleted completed -> state = TransgressionState.COMPLETED;
            case ReviewRequested requested -> {
                review = requested;
                beforeReview = state;
                state = TransgressionState.UNDER_REVIEW;
            }
            case ReviewDecided decided -> decided(decided);
            case TransgressionWithdrawn withdrawn -> state = TransgressionState.WITHDRAWN;
            case TransgressionClosed closed -> state = TransgressionState.CLOSED;
            case TransgressionReopened reopened -> {
                state = TransgressionState.REOPENED;
                response = null;
                dueBy = null;
                steps.clear();
            }
            case TransgressionRestricted restricted -> restriction = restricted;
            case TransgressionUnrestricted unrestricted -> restriction = null;
        }
    }

    private void told(TransgressionState how) {
        toldState = how;
        dueBy = null;
        state = how;
    }

    private void decided(ReviewDecided decided) {
        boolean replaced = !decided.upheld();
        response = decided.response();
        dueBy = decided.dueBy();
        // What was completed was the response that no longer holds: the new one is yet to be done.
        state = replaced && beforeReview == TransgressionState.COMPLETED ? toldState : beforeReview;
    }

    private void rememberHand(TransgressionEvent event, @Nullable String actor) {
        switch (event) {
            case TransgressionReported reported -> {
                remember(Independence.Hand.REPORTED, actor);
                remember(Independence.Hand.REPORTED, reported.reportedBy());
            }
            case TransgressionAssessed assessed -> remember(Independence.Hand.ASSESSED, actor);
            case ReviewDecided decided -> remember(Independence.Hand.REVIEWED, actor);
            default -> {}
        }
    }

    private void remember(Independence.Hand hand, @Nullable String actor) {
        if (actor != null) {
            hands.computeIfAbsent(hand, nobody -> new HashSet<>()).add(actor);
        }
    }
}
