package org.ninetyten.command.aggregate;

import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.caller.Role;

/**
 * Who gives a command and in which role, for the rules that depend on it.
 *
 * @param officerId the officer they are, if they are one
 */
public record Actor(String id, Role role, @Nullable String officerId) {

    public boolean isOfficer(String id) {
        return id.equals(officerId);
    }
}
