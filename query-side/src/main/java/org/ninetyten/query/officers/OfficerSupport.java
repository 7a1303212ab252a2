package org.ninetyten.query.officers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.query.projection.Lists;

/**
 * How an officer is trained and checked in with, and whether they are with the force.
 *
 * @param trainingValidUntil the latest day that a training of theirs states, or that one lapsed after; absent while only
 *     the policies of their accounts say how long it counts
 * @param trainingLapsed whether training lapsed and none was recorded since that counts longer
 * @param leftOn their last day with the force; absent while they are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfficerSupport(
        @Nullable LocalDate trainingValidUntil,
        boolean trainingLapsed,
        List<CheckIn> checkIns,
        List<MissedCheckIn> checkInsMissed,
        @Nullable LocalDate leftOn) {

    static final OfficerSupport NONE = new OfficerSupport(null, false, List.of(), List.of(), null);

    /** What an earlier release wrote has none. */
    public OfficerSupport {
        checkIns = checkIns == null ? List.of() : List.copyOf(checkIns);
        checkInsMissed = checkInsMissed == null ? List.of() : List.copyOf(checkInsMissed);
    }

    /** @param heldBy who held it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CheckIn(
            String checkInId,
            LocalDate heldOn,
            String heldBy,
            String note,
            @Nullable String accountId,
            Instant recordedAt) {}

    /**
     * One that was due under a policy, and not held.
     *
     * @param dueBy the day that passed
     */
    public record MissedCheckIn(String policyId, int policyVersion, LocalDate dueBy, Instant recordedAt) {}

    OfficerSupport trained(@Nullable LocalDate until) {
        boolean stillLapsed = trainingLapsed && until != null && !isLater(until);
        return new OfficerSupport(latest(until), stillLapsed, checkIns, checkInsMissed, leftOn);
    }

    OfficerSupport lapsed(LocalDate until) {
        return new OfficerSupport(latest(until), true, checkIns, checkInsMissed, leftOn);
    }

    OfficerSupport with(CheckIn held) {
        return new OfficerSupport(
                trainingValidUntil, trainingLapsed, Lists.with(checkIns, held), checkInsMissed, leftOn);
    }

    OfficerSupport with(MissedCheckIn missed) {
        return new OfficerSupport(
                trainingValidUntil, trainingLapsed, checkIns, Lists.with(checkInsMissed, missed), leftOn);
    }

    OfficerSupport left(LocalDate on) {
        return new OfficerSupport(trainingValidUntil, trainingLapsed, checkIns, checkInsMissed, on);
    }

    private @Nullable LocalDate latest(@Nullable LocalDate until) {
        return until != null && isLater(until) ? until : trainingValidUntil;
    }

    private boolean isLater(LocalDate until) {
        return trainingValidUntil == null || until.isAfter(trainingValidUntil);
    }
}
