package org.ninetyten.edge.refusal;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a request.
 *
 * @param pointer JSON pointer into the body (RFC 6901), such as {@code /post/text}; empty for the whole body
 * @param parameter name of the query or path parameter, where it is not in the body
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(@Nullable String pointer, @Nullable String parameter, String message) {

    public static Violation at(String pointer, String message) {
        return new Violation(pointer, null, message);
    }

    public static Violation ofParameter(String parameter, String message) {
        return new Violation(null, parameter, message);
    }
}
