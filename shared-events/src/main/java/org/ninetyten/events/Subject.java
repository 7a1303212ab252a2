package org.ninetyten.events;

import java.util.Locale;

/** The four kinds of thing that have a history. */
public enum Subject {
    OFFICER,
    ACCOUNT,
    POLICY,
    TRANSGRESSION;

    private final String word = name().toLowerCase(Locale.ROOT);
    private final String prefix = word + ":";

    /**
     * The name of one subject's stream in the event store. Ids are chosen by clients, so an officer and an account may
     * well share one: the kind goes in front, as the store keys events by stream name alone.
     */
    public String stream(String id) {
        return prefix + id;
    }

    /** Whether that is the stream of one of these. */
    public boolean isOf(String stream) {
        return stream.startsWith(prefix);
    }

    /** The kind as a word in lower case, such as {@code officer}. */
    public String word() {
        return word;
    }
}
