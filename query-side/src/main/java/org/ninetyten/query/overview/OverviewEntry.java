package org.ninetyten.query.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One that is counted: a sample, a commendation, a piece of advice; of repeats, an officer.
 *
 * @param id tells it from others of its figure
 * @param officerId who answered for the account when it was recorded; of advice, who asked for it
 * @param sampled of a sample, how many posts were read
 * @param good of a sample, how many of those were fine
 * @param decision of advice, what was said; absent while it is not answered
 * @param followed of advice, what came of it; absent while that is not recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OverviewEntry(
        String id,
        String officerId,
        @Nullable String accountId,
        @Nullable LocalDate day,
        @Nullable Integer sampled,
        @Nullable Integer good,
        @Nullable String decision,
        @Nullable Boolean followed) {

    static OverviewEntry of(String officerId) {
        return new OverviewEntry(officerId, officerId, null, null, null, null, null, null);
    }
}
