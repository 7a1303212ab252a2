package org.ninetyten.command.transgression;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.command.calendar.WorkingDays;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.transgression.TransgressionEvent;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionAssessed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;

/** Makes of a person's assessment what is recorded: the judgement with the ladder's recommendation beside it. */
final class Assessing {

    private Assessing() {}

    /** @throws Refusal as {@link Judgement#of} and {@link FollowedAdvice#of}; {@code invalid} for a judgement of what is no breach */
    static TransgressionAssessed assess(
            TransgressionCommand.Assessment given,
            TransgressionReported report,
            PolicyVersionPublished version,
            LocalDate assessedOn,
            Streams streams,
            WorkingDays workingDays) {
        if (!given.breach()) {
            return noBreach(given, report, version, assessedOn);
        }
        Judgement judgement = Judgement.of(given, report, version);
        boolean departs = judgement.response() != judgement.recommendation().response();
        return new TransgressionAssessed(
                report.transgressionId(),
                report.officerId(),
                report.accountId(),
                assessedOn,
                true,
                version.policyId(),
                version.version(),
                given.clauseIds(),
                judgement.intent(),
                judgement.harm(),
                judgement.mitigations(),
                judgement.recommendation().response(),
                judgement.recommendation().reasons(),
                judgement.response(),
                departs ? given.rationale() : null,
                given.explanation(),
                workingDays.after(assessedOn, version.content().obligations().noticeWithinWorkingDays()),
                FollowedAdvice.of(given, report, streams));
    }

    /** Whether this is what was recorded, but for what the system added to it. */
    static boolean saysTheSame(TransgressionCommand.Assessment given, TransgressionEvent event) {
        return event instanceof TransgressionAssessed earlier
                && earlier.breach() == given.breach()
                && earlier.clauseIds().equals(given.clauseIds())
                && earlier.intent() == given.intent()
                && earlier.harm() == given.harm()
                && earlier.response() == given.response()
                && Judgement.chosen(earlier.mitigations()).equals(Judgement.chosen(given.mitigations()))
                && (earlier.rationale() == null || earlier.rationale().equals(given.rationale()))
                && (given.adviceId() == null || given.adviceId().equals(earlier.adviceId()))
                && earlier.explanation().equals(given.explanation());
    }

    private static TransgressionAssessed noBreach(
            TransgressionCommand.Assessment given,
            TransgressionReported report,
            PolicyVersionPublished version,
            LocalDate assessedOn) {
        refuseJudgement(given);
        return new TransgressionAssessed(
                report.transgressionId(),
                report.officerId(),
                report.accountId(),
                assessedOn,
                false,
                version.policyId(),
                version.version(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                List.of(),
                null,
                null,
                given.explanation(),
                null,
                null);
    }

    private static void refuseJudgement(TransgressionCommand.Assessment given) {
        List<Violation> violations = new ArrayList<>();
        String message = "must be left out where there is no breach";
        if (!given.clauseIds().isEmpty()) {
            violations.add(Violation.at("/clauseIds", "must be empty where there is no breach"));
        }
        if (!given.mitigations().isEmpty()) {
            violations.add(Violation.at("/mitigations", "must be empty where there is no breach"));
        }
        if (given.intent() != null) {
            violations.add(Violation.at("/intent", message));
        }
        if (given.harm() != null) {
            violations.add(Violation.at("/harm", message));
        }
        if (given.response() != null) {
            violations.add(Violation.at("/response", message));
        }
        if (given.adviceId() != null) {
            violations.add(Violation.at("/adviceId", message));
        }
        if (given.rationale() != null) {
            violations.add(Violation.at("/rationale", message));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
    }
}
