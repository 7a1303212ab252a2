package org.ninetyten.query.page;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list.
 *
 * @param limit at most so many items; 50 when left out
 */
public record PageRequest(
        @Nullable String cursor,

        @Nullable @Min(value = 1, message = "must be 1 to 200") @Max(value = 200, message = "must be 1 to 200")
        Integer limit) {

    private static final int USUAL = 50;

    public int size() {
        return limit == null ? USUAL : limit;
    }
}
