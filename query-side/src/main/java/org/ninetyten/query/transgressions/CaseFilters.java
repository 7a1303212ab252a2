package org.ninetyten.query.transgressions;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.query.projection.StateTable.Condition;

/**
 * What a list of transgressions is narrowed to beyond a column's value.
 *
 * @param officerId where a column narrows the list to one officer already
 * @param unit the officer's as it is now: looked up when asked, so that no order of events across streams matters
 * @param overdue whether the officer is to be told and the day for it has passed
 * @param from posted at that instant or later
 * @param to posted before that instant
 * @param breach whether it stands as a breach
 * @param departed whether what was decided was not what the ladder recommended
 * @param told whether the officer was told of the assessment that stands
 */
record CaseFilters(
        @Nullable String officerId,
        @Nullable String unit,
        @Nullable Boolean overdue,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Boolean breach,
        @Nullable Boolean departed,
        @Nullable Boolean told) {

    List<Condition> conditions(LocalDate today) {
        List<Condition> conditions = new ArrayList<>();
        if (unit != null) {
            conditions.add(ofUnit(unit));
        }
        if (overdue != null) {
            conditions.add(new Condition(
                    (overdue ? "" : "NOT ") + "(state = 'ASSESSED' AND due_by IS NOT NULL AND due_by < ?)",
                    List.of(today)));
        }
        if (from != null) {
            conditions.add(new Condition("posted_at >= ?", List.of(Timestamp.from(from))));
        }
        if (to != null) {
            conditions.add(new Condition("posted_at < ?", List.of(Timestamp.from(to))));
        }
        whether("breach", breach, conditions);
        whether("departed", departed, conditions);
        whether("told_on IS NOT NULL", told, conditions);
        return conditions;
    }

    private static void whether(String so, @Nullable Boolean wanted, List<Condition> conditions) {
        if (wanted != null) {
            conditions.add(new Condition((wanted ? "" : "NOT ") + "(" + so + ")", List.of()));
        }
    }

    /** Each is looked up once: a join, or two ways to an officer at the same time, would decide the order of search. */
    private Condition ofUnit(String wanted) {
        return officerId == null
                ? new Condition(
                        "officer_id = ANY (ARRAY(SELECT o.id::text FROM readmodel.officer o WHERE o.unit = ?))",
                        List.of(wanted))
                : new Condition(
                        "EXISTS (SELECT 1 FROM readmodel.officer o WHERE o.id = ? AND o.unit = ?)",
                        List.of(officerId, wanted));
    }
}
