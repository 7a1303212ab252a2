package org.ninetyten.edge.caller;

import java.util.EnumSet;
import java.util.Set;

/** That a role may, within limits. All of them hold together; what a caller's roles grant adds up. */
public record Grant(Role role, Set<Limit> limits) {

    public Grant {
        limits = limits.isEmpty() ? Set.of() : Set.copyOf(limits);
    }

    static Grant to(Role role) {
        return new Grant(role, Set.of());
    }

    Grant within(Limit limit) {
        Set<Limit> more = EnumSet.of(limit);
        more.addAll(limits);
        return new Grant(role, more);
    }

    public boolean has(Limit limit) {
        return limits.contains(limit);
    }

    boolean isAboutAnyone() {
        return limits.stream().noneMatch(Limit::isAboutWhom);
    }
}
