package org.ninetyten.edge.caller;

/** The roles of DESIGN 1. */
public enum Role {
    OFFICER,
    SUPERVISOR,
    COMMS,
    STANDARDS,
    AUDITOR,
    ADMIN
}
