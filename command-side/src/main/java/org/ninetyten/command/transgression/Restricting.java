package org.ninetyten.command.transgression;

import java.util.List;
import java.util.stream.Stream;
import org.ninetyten.command.transgression.TransgressionCommand.Restriction;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.transgression.TransgressionEvent;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionRestricted;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionUnrestricted;

/**
 * Who a restricted case is there for. The list is said anew each time; whoever restricts is on it, so that there is
 * always someone who can go on.
 */
final class Restricting {

    private Restricting() {}

    /** @throws Refusal {@code invalid} for a list of callers of a case that is to be restricted no longer */
    static TransgressionEvent event(Restriction given, String callerId, TransgressionReported reported) {
        if (given.restricted()) {
            return new TransgressionRestricted(
                    reported.transgressionId(),
                    reported.officerId(),
                    reported.accountId(),
                    allowed(given.allowed(), callerId),
                    given.reason());
        }
        if (!given.allowed().isEmpty()) {
            throw Refusal.invalid(
                    "invalid",
                    "There is no list of callers of a case that is not restricted.",
                    Violation.at("/allowed", "must be empty where restricted is false"));
        }
        return new TransgressionUnrestricted(
                reported.transgressionId(), reported.officerId(), reported.accountId(), given.reason());
    }

    private static List<String> allowed(List<String> given, String callerId) {
        return Stream.concat(given.stream(), Stream.of(callerId))
                .distinct()
                .sorted()
                .toList();
    }
}
