package org.ninetyten.query.page;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;

/**
 * What a list is narrowed to.
 *
 * @param values column to the value it must have
 */
public record Filters(Map<String, String> values) {

    public static final Filters NONE = new Filters(Map.of());

    public Filters {
        values = Map.copyOf(values);
    }

    /**
     * One filter more, or the same when no value is given.
     *
     * @throws Refusal {@code invalid} for a value that no row can have
     */
    public Filters and(String column, String parameter, @Nullable String value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new HashMap<>(values);
        more.put(column, usable(parameter, value));
        return new Filters(more);
    }

    /** The same for one of a fixed set of values. */
    public Filters and(String column, @Nullable Enum<?> value) {
        return value == null ? this : and(column, column, value.name());
    }

    /** @throws Refusal {@code invalid} for a text that the database cannot even compare with */
    public static String usable(String parameter, String text) {
        if (text.indexOf('\0') >= 0) {
            throw Refusal.invalid(
                    "invalid",
                    "The parameter %s is not a text to look for.".formatted(parameter),
                    Violation.ofParameter(parameter, "may not have control characters"));
        }
        return text;
    }
}
