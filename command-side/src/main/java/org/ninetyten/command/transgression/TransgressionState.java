package org.ninetyten.command.transgression;

import java.util.List;

/**
 * Where a transgression stands, and what may be done to it there: the whole life cycle, in one place. Commands are
 * named by the last part of their paths.
 */
enum TransgressionState {
    REPORTED("assessment", "withdrawal"),
    /** Assessed as no breach, with an explanation. */
    EXPLAINED("closure", "withdrawal"),
    /** Assessed as a breach; the officer is to be told. */
    ASSESSED("notice", "review-request", "withdrawal"),
    NOTIFIED("answer", "review-request", "withdrawal"),
    ANSWERED("completion", "review-request", "withdrawal"),
    /** The officer was told and did not answer in time. */
    LAPSED("completion", "review-request", "withdrawal"),
    COMPLETED("closure", "review-request"),
    UNDER_REVIEW("review-decision"),
    WITHDRAWN,
    CLOSED("reopening"),
    REOPENED("assessment", "withdrawal");

    private final List<String> allowed;

    TransgressionState(String... allowed) {
        this.allowed = List.of(allowed);
    }

    List<String> allowed() {
        return allowed;
    }

    boolean allows(String command) {
        return allowed.contains(command);
    }
}
