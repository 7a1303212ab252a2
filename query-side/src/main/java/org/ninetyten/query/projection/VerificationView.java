package org.ninetyten.query.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of a projection's rows with what the event store says they should be.
 *
 * @param read how many events have been read for it, of those that concern the projection
 * @param of how many there are, as far as is known
 * @param position up to which the store was read; only when DONE, as are all that follow but error
 * @param equal whether there is no difference
 * @param rows how many rows were compared, dead letters included
 * @param differing how many of them differ
 * @param differences the first hundred of those: where, and in which columns, not what stands there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerificationView(
        Rebuild.State state,
        long read,
        long of,
        @Nullable Long rate,
        @Nullable Long secondsLeft,
        Instant askedAt,
        @Nullable Instant finishedAt,
        @Nullable String error,
        @Nullable Long position,
        @Nullable Boolean equal,
        @Nullable Long rows,
        @Nullable Long differing,
        @Nullable List<Comparison.Difference> differences) {

    static VerificationView of(Rebuild verification, Comparison.@Nullable Result result) {
        return new VerificationView(
                verification.state(),
                verification.read(),
                verification.of(),
                verification.rate(),
                verification.secondsLeft(),
                verification.askedAt(),
                verification.finishedAt(),
                verification.error(),
                result == null ? null : verification.covers().position(),
                result == null ? null : result.differing() == 0,
                result == null ? null : result.rows(),
                result == null ? null : result.differing(),
                result == null ? null : result.differences());
    }
}
