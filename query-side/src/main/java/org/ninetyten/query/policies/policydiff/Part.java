package org.ninetyten.query.policies.policydiff;

/**
 * A piece of a text that was changed, or an entry of a list. The equal and deleted parts one after another are the
 * older text, the equal and inserted ones the newer.
 */
public record Part(Kind kind, String text) {

    /** Where the piece stands. */
    public enum Kind {
        /** In both. */
        EQUAL,
        /** In the older only. */
        DELETED,
        /** In the newer only. */
        INSERTED
    }
}
