package org.ninetyten.query.history;

import org.ninetyten.events.policy.PolicyEvent;
import org.ninetyten.events.policy.PolicyEvent.PolicyDrafted;
import org.ninetyten.events.policy.PolicyEvent.PolicyRevised;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.query.history.HistoryEntry.Subjects;

/** What happens to policies, in sentences. */
final class PolicyTelling {

    private PolicyTelling() {}

    static Telling of(PolicyEvent event) {
        Subjects subjects = new Subjects(null, null, event.policyId(), null);
        return switch (event) {
            case PolicyDrafted e ->
                new Telling(
                        "Policy \"%s\" drafted with %d clauses."
                                .formatted(e.title(), e.content().clauses().size()),
                        null,
                        subjects,
                        null);
            case PolicyRevised e -> new Telling("Draft revised: %s".formatted(e.reason()), null, subjects, null);
            case PolicyVersionPublished e ->
                new Telling(
                        "Version %d (%s) published, in force from %s, to be reviewed by %s: %s"
                                .formatted(
                                        e.version(),
                                        e.significance(),
                                        e.effectiveFrom(),
                                        e.reviewBy(),
                                        e.summaryOfChange()),
                        e.effectiveFrom(),
                        subjects,
                        e.version());
        };
    }
}
