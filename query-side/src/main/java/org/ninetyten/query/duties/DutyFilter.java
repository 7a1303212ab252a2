package org.ninetyten.query.duties;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.query.projection.StateTable.Condition;

/**
 * What a list of duties is narrowed to.
 *
 * @param kinds none for all
 * @param dueFrom due on that day or later
 * @param dueTo due on that day or earlier
 */
record DutyFilter(
        List<DutyKind> kinds,
        @Nullable String officerId,
        @Nullable String unit,
        @Nullable String accountId,
        @Nullable String policyId,
        @Nullable String transgressionId,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueTo,
        @Nullable Boolean missed) {

    DutyFilter {
        kinds = List.copyOf(kinds);
    }

    List<Condition> conditions(Instant now) {
        List<Condition> conditions = new ArrayList<>();
        if (kinds.size() == 1) {
            equal("kind", kinds.getFirst().name(), conditions);
        } else if (!kinds.isEmpty()) {
            String names = String.join(",", kinds.stream().map(DutyKind::name).toList());
            conditions.add(new Condition("kind = ANY (string_to_array(?, ','))", List.of(names)));
        }
        equal("officer_id", officerId, conditions);
        equal("unit", unit, conditions);
        equal("account_id", accountId, conditions);
        equal("policy_id", policyId, conditions);
        equal("transgression_id", transgressionId, conditions);
        if (dueFrom != null) {
            conditions.add(new Condition("due_by >= ?", List.of(dueFrom)));
        }
        if (dueTo != null) {
            conditions.add(new Condition("due_by <= ?", List.of(dueTo)));
        }
        if (missed != null) {
            conditions.add(new Condition("overdue_from " + (missed ? "<= ?" : "> ?"), List.of(Timestamp.from(now))));
        }
        return conditions;
    }

    private static void equal(String column, @Nullable String value, List<Condition> conditions) {
        if (value != null) {
            conditions.add(new Condition(column + " = ?", List.of(value)));
        }
    }
}
