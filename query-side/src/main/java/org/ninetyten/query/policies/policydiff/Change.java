package org.ninetyten.query.policies.policydiff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value that is another now; absent where there was or is none. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change<T>(@Nullable T from, @Nullable T to) {

    static <T> @Nullable Change<T> between(@Nullable T older, @Nullable T newer) {
        return Objects.equals(older, newer) ? null : new Change<>(older, newer);
    }
}
