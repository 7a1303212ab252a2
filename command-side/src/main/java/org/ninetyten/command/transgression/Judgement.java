package org.ninetyten.command.transgression;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.policy.BreachFacts;
import org.ninetyten.events.policy.Clause;
import org.ninetyten.events.policy.Harm;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Mitigation;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.Recommendation;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.policy.ResponseLadder;
import org.ninetyten.events.transgression.PinnedFacts;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;

/**
 * A breach as a person judged it, held against the version in force when it was posted: a structured judgement, never
 * a score.
 */
record Judgement(
        Intent intent, Harm harm, List<Mitigation> mitigations, Recommendation recommendation, Response response) {

    private static final Set<Mitigation> FOLLOW_FROM_FACTS =
            EnumSet.of(Mitigation.SELF_REPORTED, Mitigation.NOT_TRAINED, Mitigation.NOT_ACKNOWLEDGED);

    /**
     * @param version the one in force when it was posted
     * @throws Refusal {@code invalid}, {@code no-such-clause}, {@code mitigation-not-so} or {@code rationale-required}
     */
    static Judgement of(
            TransgressionCommand.Assessment given, TransgressionReported report, PolicyVersionPublished version) {
        refuseIncomplete(given);
        refuseUnknownClauses(given.clauseIds(), version);
        Intent intent = required(given.intent());
        Harm harm = required(given.harm());
        Response response = required(given.response());
        Set<Mitigation> mitigations = mitigations(given.mitigations(), report);
        Recommendation recommendation = ResponseLadder.recommend(
                version.content().ladder(),
                new BreachFacts(intent, harm, report.pinned().earlierBreaches(), mitigations));
        if (response != recommendation.response() && given.rationale() == null) {
            throw Refusal.rule(
                    "rationale-required",
                    "The ladder recommends %s. To decide %s instead, say why in the rationale."
                            .formatted(recommendation.response(), response));
        }
        return new Judgement(intent, harm, List.copyOf(mitigations), recommendation, response);
    }

    /** Those that a person judges. */
    static Set<Mitigation> chosen(List<Mitigation> mitigations) {
        Set<Mitigation> chosen = EnumSet.noneOf(Mitigation.class);
        chosen.addAll(mitigations);
        chosen.removeAll(FOLLOW_FROM_FACTS);
        return chosen;
    }

    /** @return one violation for each clause that is named a second time */
    static List<Violation> repeated(List<String> clauseIds) {
        List<Violation> violations = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < clauseIds.size(); i++) {
            if (!seen.add(clauseIds.get(i))) {
                violations.add(Violation.at("/clauseIds/" + i, "names a clause that is named before"));
            }
        }
        return violations;
    }

    /** @throws Refusal {@code no-such-clause} */
    static void refuseUnknownClauses(List<String> clauseIds, PolicyVersionPublished version) {
        List<String> known =
                version.content().clauses().stream().map(Clause::id).toList();
        for (String clauseId : clauseIds) {
            if (!known.contains(clauseId)) {
                throw Refusal.rule(
                        "no-such-clause",
                        "Version %d of the policy '%s' has no clause '%s'."
                                .formatted(version.version(), version.policyId(), clauseId));
            }
        }
    }

    private static void refuseIncomplete(TransgressionCommand.Assessment given) {
        List<Violation> violations = repeated(given.clauseIds());
        if (given.clauseIds().isEmpty()) {
            violations.add(Violation.at("/clauseIds", "must name at least one clause for a breach"));
        }
        require(violations, "/intent", given.intent());
        require(violations, "/harm", given.harm());
        require(violations, "/response", given.response());
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
    }

    private static void require(List<Violation> violations, String pointer, @Nullable Object value) {
        if (value == null) {
            violations.add(Violation.at(pointer, "must be given for a breach"));
        }
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("Was checked before");
        }
        return value;
    }

    /** Those that follow from pinned facts apply by themselves; claiming one that does not follow is refused. */
    private static Set<Mitigation> mitigations(List<Mitigation> chosen, TransgressionReported report) {
        Set<Mitigation> applied = EnumSet.noneOf(Mitigation.class);
        PinnedFacts pinned = report.pinned();
        if (report.selfReported()) {
            applied.add(Mitigation.SELF_REPORTED);
        }
        if (!pinned.trainingValid()) {
            applied.add(Mitigation.NOT_TRAINED);
        }
        if (!pinned.acknowledged()) {
            applied.add(Mitigation.NOT_ACKNOWLEDGED);
        }
        for (Mitigation mitigation : chosen) {
            if (FOLLOW_FROM_FACTS.contains(mitigation) && !applied.contains(mitigation)) {
                throw Refusal.rule(
                        "mitigation-not-so",
                        "%s follows from what was pinned when it was reported, and that says otherwise."
                                .formatted(mitigation));
            }
            applied.add(mitigation);
        }
        return applied;
    }
}
