package org.ninetyten.command.transgression;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.transgression.TransgressionEvent;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewDecided;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;

/** Makes of a reviewer's decision what is recorded: the response upheld, or the one that replaces it. */
final class Reviewing {

    private Reviewing() {}

    /**
     * @param holding the response under review
     * @param dueBy the day to which the clock that ran is moved
     * @throws Refusal {@code invalid}, or {@code same-response} for a replacement that replaces nothing
     */
    static ReviewDecided decide(
            TransgressionCommand.ReviewDecision given,
            TransgressionReported report,
            @Nullable Response holding,
            @Nullable LocalDate dueBy) {
        refuseHalfDecided(given);
        refuseTheSame(given, holding);
        return new ReviewDecided(
                report.transgressionId(),
                report.officerId(),
                report.accountId(),
                given.upheld(),
                given.upheld() ? holding : given.response(),
                given.reason(),
                dueBy);
    }

    /** Whether this is what was recorded, but for what the system added to it. */
    static boolean saysTheSame(TransgressionCommand.ReviewDecision given, TransgressionEvent event) {
        return event instanceof ReviewDecided earlier
                && earlier.upheld() == given.upheld()
                && earlier.reason().equals(given.reason())
                && (given.upheld() ? given.response() == null : earlier.response() == given.response());
    }

    private static void refuseHalfDecided(TransgressionCommand.ReviewDecision given) {
        if (!given.upheld() && given.response() == null) {
            throw Refusal.invalid(List.of(Violation.at("/response", "must be given where it is not upheld")));
        }
        if (given.upheld() && given.response() != null) {
            throw Refusal.invalid(List.of(Violation.at("/response", "must be left out where it is upheld")));
        }
    }

    /** Who reads "replaced" years later must find that something changed. */
    private static void refuseTheSame(TransgressionCommand.ReviewDecision given, @Nullable Response holding) {
        if (!given.upheld() && given.response() == holding) {
            throw Refusal.rule(
                    "same-response",
                    "The response is %s already. Uphold it, or replace it with another.".formatted(holding));
        }
    }
}
