package org.ninetyten.command.transgression;

/** Where a transgression stands; {@link LifeCycle} says what may be done to it there. */
enum TransgressionState {
    REPORTED,
    /** Assessed as no breach, with an explanation. */
    EXPLAINED,
    /** Assessed as a breach; the officer is to be told. */
    ASSESSED,
    NOTIFIED,
    ANSWERED,
    /** The officer was told and did not answer in time. */
    LAPSED,
    /** What the response asks for was done. */
    COMPLETED,
    UNDER_REVIEW,
    WITHDRAWN,
    CLOSED,
    /** To be assessed anew. */
    REOPENED
}
