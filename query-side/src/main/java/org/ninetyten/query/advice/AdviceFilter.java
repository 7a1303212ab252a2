package org.ninetyten.query.advice;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.query.projection.StateTable.Condition;

/**
 * What a list of advice is narrowed to.
 *
 * @param unit the officer's as it is now
 * @param overdue whether nobody has answered and the time for it is over
 */
record AdviceFilter(
        @Nullable String officerId,
        @Nullable String accountId,
        @Nullable String unit,
        AdviceView.@Nullable State state,
        @Nullable Boolean overdue) {

    List<Condition> conditions(Instant now) {
        List<Condition> conditions = new ArrayList<>();
        if (officerId != null) {
            conditions.add(new Condition("officer_id = ?", List.of(officerId)));
        }
        if (accountId != null) {
            conditions.add(new Condition("account_id = ?", List.of(accountId)));
        }
        if (unit != null) {
            conditions.add(new Condition(
                    "EXISTS (SELECT 1 FROM readmodel.officer o WHERE o.id = officer_id AND o.unit = ?)",
                    List.of(unit)));
        }
        if (state != null) {
            conditions.add(new Condition(conditionOf(state), List.of()));
        }
        if (overdue != null) {
            conditions.add(new Condition(
                    (overdue ? "" : "NOT ") + "(decision IS NULL AND reply_due_at < ?)", List.of(Timestamp.from(now))));
        }
        return conditions;
    }

    private static String conditionOf(AdviceView.State state) {
        return switch (state) {
            case ASKED -> "decision IS NULL";
            case ANSWERED -> "decision IS NOT NULL AND followed IS NULL";
            case FOLLOWED -> "followed";
            case NOT_FOLLOWED -> "NOT followed";
        };
    }
}
