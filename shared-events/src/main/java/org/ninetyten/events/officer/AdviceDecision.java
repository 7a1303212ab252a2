package org.ninetyten.events.officer;

/** What is advised on a draft. */
public enum AdviceDecision {
    GO_AHEAD,
    CHANGE_IT,
    DO_NOT_POST
}
