package org.ninetyten.command.account;

import java.util.List;

/** Where an account stands, and what may be done to it there. */
enum AccountState {
    REQUESTED("authorisation", "refusal"),
    AUTHORISED(
            "suspension",
            "closure",
            "operators",
            "operators/{officerId}",
            "purpose",
            "transfer",
            "reviews",
            "commendations",
            "dip-samples"),
    SUSPENDED(
            "reinstatement",
            "closure",
            "operators/{officerId}",
            "purpose",
            "transfer",
            "reviews",
            "commendations",
            "dip-samples"),
    REFUSED,
    /** What was posted with it is still there to be read. */
    CLOSED("commendations", "dip-samples");

    private final List<String> allowed;

    AccountState(String... allowed) {
        this.allowed = List.of(allowed);
    }

    /** The commands it allows, by the last part of their paths; {@code operators/{officerId}} is an operator's removal. */
    List<String> allowed() {
        return allowed;
    }
}
