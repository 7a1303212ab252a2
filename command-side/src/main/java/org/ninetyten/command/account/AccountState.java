package org.ninetyten.command.account;

import java.util.List;

/** Where an account stands, and what may be done to it there. */
enum AccountState {
    REQUESTED("authorisation", "refusal"),
    AUTHORISED("suspension", "closure"),
    SUSPENDED("reinstatement", "closure"),
    REFUSED,
    CLOSED;

    private final List<String> allowed;

    AccountState(String... allowed) {
        this.allowed = List.of(allowed);
    }

    /** The commands it allows, by the last part of their paths. */
    List<String> allowed() {
        return allowed;
    }
}
