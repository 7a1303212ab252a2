package org.ninetyten.query.policies;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ninetyten.events.policy.BreachFacts;
import org.ninetyten.events.policy.Harm;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Mitigation;

/**
 * The facts of a breach, real or supposed.
 *
 * @param earlierBreaches how many lay inside the ladder's look-back
 * @param mitigations those that apply; one named twice counts once
 */
record Breach(
        @NotNull(message = "must be given") Intent intent,
        @NotNull(message = "must be given") Harm harm,

        @NotNull(message = "must be given") @Min(value = 0, message = "must not be negative")
        Integer earlierBreaches,

        @NotNull(message = "must be given") List<@NotNull(message = "must be given") Mitigation> mitigations) {

    BreachFacts facts() {
        Set<Mitigation> apply = EnumSet.noneOf(Mitigation.class);
        apply.addAll(mitigations);
        return new BreachFacts(intent, harm, earlierBreaches, apply);
    }
}
