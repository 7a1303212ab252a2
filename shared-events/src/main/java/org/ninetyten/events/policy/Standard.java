package org.ninetyten.events.policy;

/** The ten Standards of Professional Behaviour (Police (Conduct) Regulations 2020, Schedule 2). */
public enum Standard {
    HONESTY_AND_INTEGRITY,
    AUTHORITY_RESPECT_AND_COURTESY,
    EQUALITY_AND_DIVERSITY,
    USE_OF_FORCE,
    ORDERS_AND_INSTRUCTIONS,
    DUTIES_AND_RESPONSIBILITIES,
    CONFIDENTIALITY,
    FITNESS_FOR_DUTY,
    DISCREDITABLE_CONDUCT,
    CHALLENGING_AND_REPORTING_IMPROPER_CONDUCT
}
