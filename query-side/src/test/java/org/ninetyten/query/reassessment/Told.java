package org.ninetyten.query.reassessment;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.policy.BreachFacts;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Harm;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Ladder;
import org.ninetyten.events.policy.Mitigation;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.policy.ResponseLadder;

/** Cases and versions to read again, with what matters of each. */
final class Told {

    static final Instant POSTED = Instant.parse("2026-06-15T12:00:00Z");

    private Told() {}

    /** A version whose ladder has the same response in every cell. */
    static Yardstick version(int number, Map<String, Category> clauses, Response start, int lookBackMonths) {
        return new Yardstick("version " + number, clauses, ladder(start, lookBackMonths, 1, Map.of()));
    }

    static Ladder ladder(Response start, int lookBackMonths, int stepsUp, Map<Mitigation, Integer> mitigations) {
        Map<Intent, Map<Harm, Response>> responses = new EnumMap<>(Intent.class);
        for (Intent intent : Intent.values()) {
            Map<Harm, Response> row = new EnumMap<>(Harm.class);
            for (Harm harm : Harm.values()) {
                row.put(harm, start);
            }
            responses.put(intent, row);
        }
        return new Ladder(responses, lookBackMonths, stepsUp, mitigations);
    }

    /** A breach that was assessed by that yardstick, and decided as the ladder recommended. */
    static AssessedCase breach(Yardstick by, int countedThen, Category category, String... clauseIds) {
        return breach(by, countedThen, category, Set.of(), clauseIds);
    }

    static AssessedCase breach(
            Yardstick by, int countedThen, Category category, Set<Mitigation> mitigations, String... clauseIds) {
        Response recommended = ResponseLadder.recommend(
                        by.ladder(), new BreachFacts(Intent.CARELESS, Harm.LOW, countedThen, mitigations))
                .response();
        return assessed(POSTED, countedThen, true, category, List.of(clauseIds), mitigations, recommended);
    }

    static AssessedCase noBreach(Category category) {
        return assessed(POSTED, 0, false, category, List.of(), Set.of(), null);
    }

    static AssessedCase earlier(String postedAt, Category category, String... clauseIds) {
        return assessed(Instant.parse(postedAt), 0, true, category, List.of(clauseIds), Set.of(), Response.ADVICE);
    }

    static AssessedCase underPolicy(String policyId, AssessedCase one) {
        return new AssessedCase(
                one.transgressionId(),
                policyId,
                one.postedAt(),
                one.category(),
                one.countedThen(),
                one.judgedBy(),
                one.breach(),
                one.clauseIds(),
                one.intent(),
                one.harm(),
                one.mitigations(),
                one.recommended(),
                one.decided());
    }

    static AssessedCase decided(AssessedCase one, Response decided) {
        return new AssessedCase(
                one.transgressionId(),
                one.policyId(),
                one.postedAt(),
                one.category(),
                one.countedThen(),
                one.judgedBy(),
                one.breach(),
                one.clauseIds(),
                one.intent(),
                one.harm(),
                one.mitigations(),
                one.recommended(),
                decided);
    }

    private static AssessedCase assessed(
            Instant postedAt,
            int countedThen,
            boolean breach,
            Category category,
            List<String> clauseIds,
            Set<Mitigation> mitigations,
            @Nullable Response recommended) {
        return new AssessedCase(
                "photo",
                "social-media",
                postedAt,
                category,
                countedThen,
                1,
                breach,
                clauseIds,
                breach ? Intent.CARELESS : null,
                breach ? Harm.LOW : null,
                List.copyOf(mitigations),
                recommended,
                recommended);
    }
}
