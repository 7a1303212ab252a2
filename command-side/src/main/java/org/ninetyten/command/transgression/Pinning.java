package org.ninetyten.command.transgression;

import java.time.Instant;
import java.time.LocalDate;
import org.ninetyten.command.account.AccountRecord;
import org.ninetyten.command.account.WhoMayPost;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.command.officer.OfficerRecord;
import org.ninetyten.command.policy.PolicyRecord;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.Subject;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.transgression.PinnedFacts;
import org.ninetyten.events.transgression.TransgressionEvent;

/** Works out what was so when the post was made, from the event store (DESIGN 3). */
final class Pinning {

    private Pinning() {}

    /**
     * @throws Refusal {@code no-such-account}, {@code no-such-officer}, {@code not-holder-or-operator} or {@code
     *     no-policy-in-force}
     */
    static PinnedFacts pin(TransgressionCommand.Report report, Streams streams, Cases cases) {
        LocalDate posted = LondonTime.dayOf(report.postedAt());
        AccountRecord account = WhoMayPost.account(report.accountId(), streams);
        OfficerRecord officer = OfficerRecord.of(report.officerId(), streams)
                .orElseThrow(() -> unknown(Subject.OFFICER, report.officerId()));
        WhoMayPost.refuseUnlessCouldPost(account, report.officerId(), report.accountId(), posted);
        refuseLeftBefore(posted, officer, report.officerId());
        PolicyRecord policy = PolicyRecord.of(account.policyId(), streams)
                .orElseThrow(() -> unknown(Subject.POLICY, account.policyId()));
        PolicyVersionPublished inForce = policy.inForceOn(posted)
                .orElseThrow(() -> Refusal.rule(
                        "no-policy-in-force",
                        "No version of the policy '%s' was in force on %s, so there is nothing to judge the post by."
                                .formatted(account.policyId(), posted)));
        int needed = policy.currentMajorOn(posted).orElseThrow();
        boolean acknowledged = officer.acknowledgedBy(posted, account.policyId())
                .filter(version -> version >= needed)
                .isPresent();
        boolean trainingValid = officer.validTrainingOn(
                        posted, inForce.content().obligations().trainingValidMonths())
                .isPresent();
        return new PinnedFacts(
                account.policyId(),
                inForce.version(),
                acknowledged,
                trainingValid,
                earlierBreaches(report, inForce, streams, cases));
    }

    /**
     * How many posts before this one, within the ladder's look-back, stand assessed as breaches of this officer. What is
     * pinned shows to whoever sees this case: one that is restricted does not count, or the count would tell of it (ADR
     * 0023).
     */
    private static int earlierBreaches(
            TransgressionCommand.Report report, PolicyVersionPublished inForce, Streams streams, Cases cases) {
        Instant since = report.postedAt()
                .atZone(LondonTime.ZONE)
                .minusMonths(inForce.content().ladder().lookBackMonths())
                .toInstant();
        return (int) cases.of(report.officerId()).stream()
                .flatMap(id ->
                        TransgressionRecord.of(streams.read(Subject.TRANSGRESSION, id, TransgressionEvent.class))
                                .stream())
                .filter(earlier -> earlier.breach() && !earlier.restricted())
                .filter(earlier -> earlier.postedAt().isBefore(report.postedAt())
                        && !earlier.postedAt().isBefore(since))
                .count();
    }

    /** What someone had to do with accounts ends a moment after they left; by their own record it ended at once. */
    private static void refuseLeftBefore(LocalDate posted, OfficerRecord officer, String officerId) {
        if (officer.hadLeftBefore(posted)) {
            throw Refusal.rule(
                    "not-holder-or-operator",
                    "Officer '%s' had left the force before %s.".formatted(officerId, posted));
        }
    }

    private static Refusal unknown(Subject subject, String id) {
        return Refusal.rule("no-such-" + subject.word(), "There is no %s '%s'.".formatted(subject.word(), id));
    }
}
