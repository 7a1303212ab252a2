package org.ninetyten.edge.caller;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Whom things may be about that the caller sees or does in one request: what their roles grant them on its row of the
 * {@link AccessTable}, taken together. Which cases are restricted from them goes by their id, whatever their roles.
 *
 * @param aboutAnyone whether their roles set no limit
 * @param ofUnit whether it may be about officers of the caller's unit; who has none sees nobody's
 * @param ofThemselves whether it may be about the officer they are
 */
public record Scope(Caller caller, boolean aboutAnyone, boolean ofUnit, boolean ofThemselves) {

    static Scope of(Caller caller, Collection<Grant> grants) {
        return new Scope(
                caller,
                grants.stream().anyMatch(Grant::isAboutAnyone),
                grants.stream().anyMatch(grant -> grant.has(Limit.OWN_UNIT)),
                grants.stream()
                        .anyMatch(grant -> grant.has(Limit.OWN_RECORD)
                                || grant.has(Limit.OWN)
                                || grant.has(Limit.OWN_CASE_ONCE_TOLD)));
    }

    /** The unit that it may be about; absent where there is none. */
    public @Nullable String unit() {
        return ofUnit ? caller.unit() : null;
    }

    /** The officer they are, where it may be about themselves. */
    public @Nullable String officerId() {
        return ofThemselves ? caller.officerId() : null;
    }

    /**
     * @param officerId whom it is about; absent where about no officer
     * @param unit of which that officer is now
     */
    public boolean covers(@Nullable String officerId, @Nullable String unit) {
        return aboutAnyone
                || (officerId != null && officerId.equals(officerId()))
                || (unit != null && unit.equals(unit()));
    }
}
