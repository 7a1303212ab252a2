package org.ninetyten.edge.page;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;

/**
 * Which page of a list.
 *
 * @param limit at most so many items
 */
public record PageRequest(
        @Parameter(description = "The nextCursor of the page before; leave it out for the first page.") @Nullable
        String cursor,

        @Parameter(
                description = "At most so many items, 1 to 200.",
                schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
        @Nullable
        String limit) {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    /** @throws Refusal {@code invalid} when the limit is not 1 to 200 */
    public int size() {
        if (limit == null) {
            return USUAL;
        }
        try {
            int size = Integer.parseInt(limit);
            if (size >= 1 && size <= MOST) {
                return size;
            }
        } catch (NumberFormatException e) {
            throw outOfRange();
        }
        throw outOfRange();
    }

    private static Refusal outOfRange() {
        return Refusal.invalid(
                "invalid",
                "The limit is not one that a page can have.",
                Violation.ofParameter("limit", "must be a whole number from 1 to 200"));
    }
}
