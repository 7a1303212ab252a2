package org.ninetyten.events.policy;

/** The proportionate outcome, from lightest to heaviest. */
public enum Response {
    NO_ACTION,
    ADVICE,
    COACHING,
    TRAINING,
    REFLECTIVE_PRACTICE,
    SUSPEND_ACCESS,
    MISCONDUCT_REFERRAL
}
