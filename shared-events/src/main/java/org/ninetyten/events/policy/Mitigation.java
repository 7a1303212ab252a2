package org.ninetyten.events.policy;

/** What makes a breach weigh less. */
public enum Mitigation {
    SELF_REPORTED,
    REMOVED_PROMPTLY,
    NOT_TRAINED,
    NOT_ACKNOWLEDGED,
    ADVICE_FOLLOWED
}
