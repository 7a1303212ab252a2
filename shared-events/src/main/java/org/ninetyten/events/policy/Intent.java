package org.ninetyten.events.policy;

/** What the officer meant, from lightest to heaviest. */
public enum Intent {
    GENUINE_MISTAKE,
    CARELESS,
    DELIBERATE
}
