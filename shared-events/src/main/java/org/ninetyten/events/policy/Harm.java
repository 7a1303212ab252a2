package org.ninetyten.events.policy;

/** What came of it, from lightest to heaviest. */
public enum Harm {
    NONE,
    LOW,
    MEDIUM,
    HIGH
}
