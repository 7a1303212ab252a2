package org.ninetyten.command.policy;

import java.util.List;

/** Where a policy stands, and what may be done to it there. */
enum PolicyState {
    DRAFT("revisions", "versions", "withdrawal"),
    PUBLISHED("revisions", "versions", "reviews", "withdrawal"),
    WITHDRAWN;

    private final List<String> allowed;

    PolicyState(String... allowed) {
        this.allowed = List.of(allowed);
    }

    /** The commands it allows, by the last part of their paths. */
    List<String> allowed() {
        return allowed;
    }

    boolean allows(String command) {
        return allowed.contains(command);
    }
}
