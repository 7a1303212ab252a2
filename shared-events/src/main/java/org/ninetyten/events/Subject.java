package org.ninetyten.events;

import java.util.Locale;

/** The four kinds of thing that have a history. */
public enum Subject {
    OFFICER,
    ACCOUNT,
    POLICY,
    TRANSGRESSION;

    /**
     * The name of one subject's stream in the event store. Ids are chosen by clients, so an officer and an account may
     * well share one: the kind goes in front, as the store keys events by stream name alone.
     */
    public String stream(String id) {
        return word() + ":" + id;
    }

    /** The kind as a word in lower case, such as {@code officer}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
