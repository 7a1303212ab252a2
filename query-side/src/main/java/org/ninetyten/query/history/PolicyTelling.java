package org.ninetyten.query.history;

import java.util.Optional;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.events.policy.PolicyEvent;
import org.ninetyten.events.policy.PolicyEvent.PolicyDrafted;
import org.ninetyten.events.policy.PolicyEvent.PolicyReviewMissed;
import org.ninetyten.events.policy.PolicyEvent.PolicyReviewedUnchanged;
import org.ninetyten.events.policy.PolicyEvent.PolicyRevised;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.PolicyEvent.PolicyWithdrawn;
import org.ninetyten.query.history.HistoryEntry.Subjects;

/** What happens to policies, in sentences. */
final class PolicyTelling {

    private PolicyTelling() {}

    /**
     * @param version the event's place in the policy's stream, counted from 1
     * @param earlier what the policy said before; what changed stands in brackets, apart from what people wrote
     */
    static Telling of(PolicyEvent event, long version, EarlierContents earlier) {
        Subjects subjects = new Subjects(null, null, event.policyId(), null);
        return switch (event) {
            case PolicyDrafted e ->
                new Telling(
                        "Policy \"%s\" drafted with %s.".formatted(e.title(), clauses(e.content())),
                        null,
                        subjects,
                        null);
            case PolicyRevised e ->
                new Telling(
                        "Draft revised, now with %s: %s%s"
                                .formatted(
                                        clauses(e.content()),
                                        e.reason(),
                                        changes(earlier.draft(e.policyId(), version), "", e.content())),
                        null,
                        subjects,
                        null);
            case PolicyVersionPublished e ->
                new Telling(
                        "Version %d (%s) published with %s, in force from %s, to be reviewed by %s: %s%s"
                                .formatted(
                                        e.version(),
                                        e.significance(),
                                        clauses(e.content()),
                                        e.effectiveFrom(),
                                        e.reviewBy(),
                                        e.summaryOfChange(),
                                        changes(
                                                earlier.version(e.policyId(), version),
                                                "since version %d: ".formatted(e.version() - 1),
                                                e.content())),
                        e.effectiveFrom(),
                        subjects,
                        e.version());
            case PolicyReviewedUnchanged e ->
                new Telling(
                        "Version %d reviewed on %s and left unchanged, to be reviewed again by %s: %s"
                                .formatted(e.version(), e.reviewedOn(), e.nextReviewBy(), e.note()),
                        e.reviewedOn(),
                        subjects,
                        e.version());
            case PolicyReviewMissed e ->
                new Telling(
                        "Version %d was due for review by %s; nobody reviewed it.".formatted(e.version(), e.reviewBy()),
                        null,
                        subjects,
                        e.version());
            case PolicyWithdrawn e ->
                new Telling(
                        "Policy withdrawn; from %s no version is in force: %s".formatted(e.withdrawnOn(), e.reason()),
                        e.withdrawnOn(),
                        subjects,
                        null);
        };
    }

    private static String changes(Optional<PolicyContent> older, String since, PolicyContent newer) {
        return older.map(before -> " [" + since + ContentChanges.between(before, newer) + "]")
                .orElse("");
    }

    private static String clauses(PolicyContent content) {
        int clauses = content.clauses().size();
        return clauses == 1 ? "1 clause" : clauses + " clauses";
    }
}
