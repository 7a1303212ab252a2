package org.ninetyten.query.reassessment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Clause;
import org.ninetyten.events.policy.Ladder;
import org.ninetyten.events.policy.PolicyContent;

/**
 * What of a policy version's content cases are judged by.
 *
 * @param name as it is called in a sentence, such as {@code version 3}
 * @param clauses what each is about, by the ids that stay the same across versions
 */
record Yardstick(String name, Map<String, Category> clauses, Ladder ladder) {

    Yardstick {
        clauses = new TreeMap<>(clauses);
    }

    static Yardstick of(String name, PolicyContent content) {
        Map<String, Category> clauses = new TreeMap<>();
        for (Clause clause : content.clauses()) {
            clauses.put(clause.id(), clause.category());
        }
        return new Yardstick(name, clauses, content.ladder());
    }

    /** Whether a breach of these clauses is one by this too: by any of them, or else by any clause of its category. */
    boolean holds(Collection<String> clauseIds, Category category) {
        return clauseIds.stream().anyMatch(clauses::containsKey) || hasClauseOn(category);
    }

    boolean hasClauseOn(Category category) {
        return clauses.containsValue(category);
    }

    List<String> clausesOn(Category category) {
        return clauses.entrySet().stream()
                .filter(clause -> clause.getValue() == category)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether it judges every case alike, however else the two versions differ. */
    boolean judgesAs(Yardstick other) {
        return clauses.equals(other.clauses) && ladder.equals(other.ladder);
    }

    int lookBackMonths() {
        return ladder.lookBackMonths();
    }
}
