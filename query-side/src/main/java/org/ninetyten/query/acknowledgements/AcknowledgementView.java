package org.ninetyten.query.acknowledgements;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One officer and one policy version.
 *
 * @param dueBy the last day for it; absent where they acknowledged before they could be asked
 * @param acknowledgedOn when they acknowledged that version or a later one; absent while they have not
 * @param acknowledgedVersion the version they acknowledged then
 * @param onPaper whether that was signed on paper and recorded by someone else
 * @param missed whether the day passed before that was recorded; it stays so, whatever day is recorded later
 * @param lastAcknowledgedVersion the newest version of the policy that they ever acknowledged; absent where they never
 *     acknowledged any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AcknowledgementView(
        String officerId,
        @Nullable String name,
        @Nullable String unit,
        @Nullable LocalDate dueBy,
        State state,
        @Nullable LocalDate acknowledgedOn,
        @Nullable Integer acknowledgedVersion,
        @Nullable Boolean onPaper,
        boolean missed,
        @Nullable Integer lastAcknowledgedVersion) {

    enum State {
        /** Required and not done; the day has not passed. Never having read it is this. */
        OUTSTANDING,
        /** The day passed, and they still have not. */
        MISSED,
        ACKNOWLEDGED,
        /** After the day. */
        ACKNOWLEDGED_LATE,
        /** Asked, and not done; but by the day the policy is withdrawn, or they have no open account under it any more. */
        NO_LONGER_REQUIRED
    }
}
