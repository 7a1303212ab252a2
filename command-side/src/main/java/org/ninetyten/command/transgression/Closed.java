package org.ninetyten.command.transgression;

import java.util.List;
import java.util.Map;
import org.ninetyten.edge.refusal.Refusal;

/** The rule {@code closed}: nothing but a reopening (with a reason) changes a closed transgression. */
final class Closed {

    private Closed() {}

    static Refusal refusal(String transgressionId, List<String> allowed) {
        return Refusal.rule(
                "closed",
                "The transgression '%s' is closed; nothing but a reopening changes it.".formatted(transgressionId),
                Map.of("state", TransgressionState.CLOSED.name(), "allowed", allowed));
    }
}
