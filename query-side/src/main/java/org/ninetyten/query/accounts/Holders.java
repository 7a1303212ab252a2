package org.ninetyten.query.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.query.projection.StateTable.Condition;

/** Which accounts nobody answers for. What is closed or refused needs nobody. */
final class Holders {

    private static final String WITHOUT = "holder_id IS NULL AND state NOT IN ('REFUSED', 'CLOSED')";

    private Holders() {}

    /** @param without only those, or only others; either where absent */
    static List<Condition> without(@Nullable Boolean without) {
        if (without == null) {
            return List.of();
        }
        return List.of(new Condition(without ? WITHOUT : "NOT (" + WITHOUT + ")", List.of()));
    }
}
