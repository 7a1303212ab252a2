package org.ninetyten.command.transgression;

import java.time.LocalDate;
import java.util.List;
import org.ninetyten.command.calendar.WorkingDays;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.transgression.TransgressionEvent;
import org.ninetyten.events.transgression.TransgressionEvent.OfficerNotified;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;

/** Makes of a notice what is recorded: clauses that were broken, and the day by which the officer may answer. */
final class Notifying {

    private Notifying() {}

    /**
     * @param broken the clauses that the assessment names
     * @throws Refusal {@code invalid}, {@code no-such-clause} or {@code clause-not-broken}
     */
    static OfficerNotified notice(
            TransgressionCommand.Notice given,
            TransgressionReported report,
            List<String> broken,
            PolicyVersionPublished version,
            LocalDate today,
            WorkingDays workingDays) {
        List<Violation> repeated = Judgement.repeated(given.clauseIds());
        if (!repeated.isEmpty()) {
            throw Refusal.invalid(repeated);
        }
        Judgement.refuseUnknownClauses(given.clauseIds(), version);
        refuseClausesNotBroken(given.clauseIds(), broken);
        int days = version.content().obligations().answerWithinWorkingDays();
        return new OfficerNotified(
                report.transgressionId(),
                report.officerId(),
                report.accountId(),
                today,
                given.clauseIds(),
                given.why(),
                given.whatGoodLooksLike(),
                workingDays.after(today, days));
    }

    /** Whether this is what was recorded, but for what the system added to it. */
    static boolean saysTheSame(TransgressionCommand.Notice given, TransgressionEvent event) {
        return event instanceof OfficerNotified earlier
                && earlier.clauseIds().equals(given.clauseIds())
                && earlier.why().equals(given.why())
                && earlier.whatGoodLooksLike().equals(given.whatGoodLooksLike());
    }

    private static void refuseClausesNotBroken(List<String> clauseIds, List<String> broken) {
        for (String clauseId : clauseIds) {
            if (!broken.contains(clauseId)) {
                throw Refusal.rule(
                        "clause-not-broken",
                        "The assessment does not say that the clause '%s' was broken; it names %s."
                                .formatted(clauseId, String.join(", ", broken)));
            }
        }
    }
}
