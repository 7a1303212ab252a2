package org.ninetyten.edge.caller;

import org.ninetyten.edge.http.PlainText;

/** What may stand in the metadata of an event, and in the access log, as the one who did it. */
public final class ActorId {

    private static final int LONGEST = 128;

    private ActorId() {}

    /** Whether it is 1 to 128 characters that a person can see, so that two of them that look alike are the same. */
    public static boolean isUsable(String id) {
        return PlainText.isPlain(id, LONGEST);
    }
}
