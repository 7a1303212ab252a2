package org.ninetyten.query.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event that a projection could not take in.
 *
 * @param sequence the stream whose order it holds up, such as {@code officer:amina}; for whom the case of it is not there,
 *     only that it is one's
 * @param position its place among everything that was ever recorded
 * @param subject the id of the one it happened to, by kind, such as {@code {"officerId": "amina"}}; empty where it is
 *     not named
 * @param cause why, in plain words; absent when it only waits
 * @param waiting whether nothing is known to be wrong with it: it waits behind an earlier one of its sequence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeadLetterView(
        String sequence,
        @Nullable Long position,
        String eventId,
        String kind,
        Map<String, String> subject,
        Instant enqueuedAt,
        @Nullable String cause,
        boolean waiting) {

    DeadLetterView without(String name) {
        return new DeadLetterView(name, position, eventId, kind, Map.of(), enqueuedAt, cause, waiting);
    }
}
