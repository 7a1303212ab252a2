package org.ninetyten.events.policy;

import java.util.Set;

/**
 * What a response ladder goes by.
 *
 * @param earlierBreaches how many breaches lay inside the ladder's look-back; 0 or more
 * @param mitigations those that apply
 */
public record BreachFacts(Intent intent, Harm harm, int earlierBreaches, Set<Mitigation> mitigations) {

    public BreachFacts {
        if (earlierBreaches < 0) {
            throw new IllegalArgumentException("There cannot be fewer than no earlier breaches: " + earlierBreaches);
        }
        mitigations = Set.copyOf(mitigations);
    }
}
