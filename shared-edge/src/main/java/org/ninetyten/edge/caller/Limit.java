package org.ninetyten.edge.caller;

/** What it must be about for a role to be let in. Applied where the data is: docs/authorisation.md says how each is answered. */
public enum Limit {
    /** {id} in the path is the officer they are. */
    OWN_RECORD("own record"),
    /** It is about the officer they are, and nobody else: an account they would hold, a report of themselves, their duties. */
    OWN("own"),
    /** It is about a case of their own that they were told of, or that was explained as no breach. */
    OWN_CASE_ONCE_TOLD("own case once told"),
    /** It is about an officer who is of the caller's unit now, or an account or a case of one. */
    OWN_UNIT("own unit"),
    /** Of a restricted case only for callers on its list; and of a case of their own only once they were told. */
    UNLESS_RESTRICTED("unless restricted");

    private final String words;

    Limit(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }

    /** Whether it narrows whom things may be about; what it does not narrow, other roles of the caller's may widen. */
    boolean isAboutWhom() {
        return this != UNLESS_RESTRICTED;
    }
}
