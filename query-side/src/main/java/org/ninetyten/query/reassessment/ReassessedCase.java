package org.ninetyten.query.reassessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.policy.Response;

/**
 * One case under the version asked about.
 *
 * @param then what was recommended when it was assessed; absent where that found no breach
 * @param decided what holds, after any review; absent where there was no breach
 * @param now what the version asked about recommends; absent where it makes no breach of it, and where it newly does
 * @param direction from then to now
 * @param differsFromDecision whether what was decided is another thing than the version asked about would lead to
 * @param reasons one plain line each
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReassessedCase(
        String transgressionId,
        @Nullable Response then,
        @Nullable Response decided,
        @Nullable Response now,
        Direction direction,
        boolean differsFromDecision,
        List<String> reasons) {

    ReassessedCase {
        reasons = List.copyOf(reasons);
    }
}
