package org.ninetyten.command.transgression;

import static org.ninetyten.command.transgression.TransgressionState.ANSWERED;
import static org.ninetyten.command.transgression.TransgressionState.ASSESSED;
import static org.ninetyten.command.transgression.TransgressionState.CLOSED;
import static org.ninetyten.command.transgression.TransgressionState.COMPLETED;
import static org.ninetyten.command.transgression.TransgressionState.EXPLAINED;
import static org.ninetyten.command.transgression.TransgressionState.LAPSED;
import static org.ninetyten.command.transgression.TransgressionState.NOTIFIED;
import static org.ninetyten.command.transgression.TransgressionState.REOPENED;
import static org.ninetyten.command.transgression.TransgressionState.REPORTED;
import static org.ninetyten.command.transgression.TransgressionState.UNDER_REVIEW;
import static org.ninetyten.command.transgression.TransgressionState.WITHDRAWN;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.policy.Response;

/**
 * What may be done to a transgression, from which state, and where it leads: the whole life cycle, in one place.
 * Commands are named by the last part of their paths. docs/transgression-life-cycle.md shows the same as a diagram.
 */
final class LifeCycle {

    /**
     * @param command absent for what a clock does
     * @param where on what it depends that it is possible, or that it leads there; empty where on nothing
     */
    record Step(TransgressionState from, @Nullable String command, TransgressionState to, String where) {}

    /** Where nothing is to be done there is nothing to complete. */
    private static final String NOTHING_TO_DO = "the response is NO_ACTION";

    private static final String BACK = "it was asked for there";

    // spotless:off
    static final List<Step> STEPS = List.of(
            step(REPORTED,     "assessment",      ASSESSED,     "it is a breach"),
            step(REPORTED,     "assessment",      EXPLAINED,    "it is no breach"),
            step(REPORTED,     "withdrawal",      WITHDRAWN,    ""),
            step(EXPLAINED,    "closure",         CLOSED,       ""),
            step(EXPLAINED,    "withdrawal",      WITHDRAWN,    ""),
            step(ASSESSED,     "notice",          NOTIFIED,     ""),
            step(ASSESSED,     "review-request",  UNDER_REVIEW, ""),
            step(ASSESSED,     "withdrawal",      WITHDRAWN,    ""),
            step(NOTIFIED,     "answer",          ANSWERED,     ""),
            step(NOTIFIED,     null,              LAPSED,       "the time to answer is over"),
            step(NOTIFIED,     "review-request",  UNDER_REVIEW, ""),
            step(NOTIFIED,     "withdrawal",      WITHDRAWN,    ""),
            step(ANSWERED,     "completion",      COMPLETED,    ""),
            step(ANSWERED,     "review-request",  UNDER_REVIEW, ""),
            step(ANSWERED,     "withdrawal",      WITHDRAWN,    ""),
            step(ANSWERED,     "closure",         CLOSED,       NOTHING_TO_DO),
            step(LAPSED,       "completion",      COMPLETED,    ""),
            step(LAPSED,       "review-request",  UNDER_REVIEW, ""),
            step(LAPSED,       "withdrawal",      WITHDRAWN,    ""),
            step(LAPSED,       "closure",         CLOSED,       NOTHING_TO_DO),
            step(COMPLETED,    "closure",         CLOSED,       ""),
            step(COMPLETED,    "review-request",  UNDER_REVIEW, ""),
            step(UNDER_REVIEW, "review-decision", ASSESSED,     BACK),
            step(UNDER_REVIEW, "review-decision", NOTIFIED,     BACK),
            step(UNDER_REVIEW, "review-decision", ANSWERED,     BACK + ", or the response that was completed is replaced"),
            step(UNDER_REVIEW, "review-decision", LAPSED,       BACK + ", or the response that was completed is replaced"),
            step(UNDER_REVIEW, "review-decision", COMPLETED,    BACK + " and the response is upheld"),
            step(CLOSED,       "reopening",       REOPENED,     ""),
            step(REOPENED,     "assessment",      ASSESSED,     "it is a breach"),
            step(REOPENED,     "assessment",      EXPLAINED,    "it is no breach"),
            step(REOPENED,     "withdrawal",      WITHDRAWN,    ""));
    // spotless:on

    private LifeCycle() {}

    /** The commands that are possible, once each. */
    static List<String> allowed(TransgressionState state, @Nullable Response response) {
        return STEPS.stream()
                .filter(step -> step.from() == state)
                .filter(step -> !step.where().equals(NOTHING_TO_DO) || response == Response.NO_ACTION)
                .flatMap(step -> Stream.ofNullable(step.command()))
                .distinct()
                .toList();
    }

    private static Step step(TransgressionState from, @Nullable String command, TransgressionState to, String where) {
        return new Step(from, command, to, where);
    }
}
