package org.ninetyten.command.aggregate;

import java.util.List;
import java.util.Map;
import org.ninetyten.edge.refusal.Refusal;

/** The rule {@code not-allowed-in-state}: what can be done depends on what was done before. */
public final class NotAllowed {

    private NotAllowed() {}

    /**
     * @param what the thing, such as {@code account 'x'}
     * @param allowed the commands that the state does allow, by the last part of their paths
     */
    public static Refusal inState(String what, Enum<?> state, List<String> allowed) {
        String possible = allowed.isEmpty() ? "nothing" : String.join(", ", allowed);
        return Refusal.rule(
                "not-allowed-in-state",
                "The %s is %s; that allows %s.".formatted(what, state, possible),
                Map.of("state", state.name(), "allowed", allowed));
    }
}
