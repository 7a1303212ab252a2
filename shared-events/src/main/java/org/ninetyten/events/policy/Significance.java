package org.ninetyten.events.policy;

/** Whether a new version must be acknowledged again (MAJOR) or not (MINOR). */
public enum Significance {
    MAJOR,
    MINOR
}
