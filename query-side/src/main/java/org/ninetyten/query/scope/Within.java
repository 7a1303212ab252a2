package org.ninetyten.query.scope;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.caller.Scope;
import org.ninetyten.query.projection.StateTable.Condition;

/** A {@link Scope} as a condition on rows. A scope without limits is none. */
public final class Within {

    /** Looked up once: a join would decide the order of search. */
    private static final String OF_UNIT =
            "%s = ANY (ARRAY(SELECT o.id::text FROM readmodel.officer o WHERE o.unit = ?))";

    private Within() {}

    /** Rows about an officer, whose unit is looked up as it is now. */
    public static List<Condition> ofOfficer(Scope scope, String officerColumn) {
        return of(scope, OF_UNIT.formatted(officerColumn), officerColumn);
    }

    /** Rows about an officer that keep the unit of which they are now. */
    public static List<Condition> ofUnit(Scope scope, String unitColumn, String officerColumn) {
        return of(scope, unitColumn + " = ?", officerColumn);
    }

    private static List<Condition> of(Scope scope, String ofUnit, String officerColumn) {
        if (scope.aboutAnyone()) {
            return List.of();
        }
        List<String> ways = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        or(ofUnit, scope.unit(), ways, values);
        or(officerColumn + " = ?", scope.officerId(), ways, values);
        return List.of(new Condition(ways.isEmpty() ? "false" : String.join(" OR ", ways), values));
    }

    private static void or(String sql, @Nullable String value, List<String> ways, List<Object> values) {
        if (value != null) {
            ways.add(sql);
            values.add(value);
        }
    }
}
