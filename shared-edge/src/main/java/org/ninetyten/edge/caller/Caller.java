package org.ninetyten.edge.caller;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, by their credentials alone; never by anything in a body.
 *
 * @param id becomes the {@code actorId} of what they record
 * @param officerId the officer they are, if they are one
 * @param unit the unit they belong to, if any
 */
public record Caller(
        String id,
        Set<Role> roles,
        @Nullable String officerId,
        @Nullable String unit) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean isOfficer(String id) {
        return id.equals(officerId);
    }
}
