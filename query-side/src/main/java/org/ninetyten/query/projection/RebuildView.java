package org.ninetyten.query.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A projection's rebuild that is under way, or its last one.
 *
 * @param read how many events the copy has taken in, of those that concern the projection
 * @param of how many there are, as far as is known
 * @param rate events a second
 * @param secondsLeft how long it will go on, as it looks now; only while it is RUNNING
 * @param error what kept it from going on, in plain words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RebuildView(
        Rebuild.State state,
        long read,
        long of,
        @Nullable Long rate,
        @Nullable Long secondsLeft,
        Instant askedAt,
        @Nullable Instant finishedAt,
        @Nullable String error) {

    static RebuildView of(Rebuild rebuild) {
        return new RebuildView(
                rebuild.state(),
                rebuild.read(),
                rebuild.of(),
                rebuild.rate(),
                rebuild.secondsLeft(),
                rebuild.askedAt(),
                rebuild.finishedAt(),
                rebuild.error());
    }
}
