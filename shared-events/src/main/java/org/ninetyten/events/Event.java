package org.ninetyten.events;

/**
 * Something that happened, told in plain values. Each aggregate has one sealed interface of its own; an event is
 * immutable, in the past tense, and never changes its meaning once stored.
 */
public interface Event {

    /** What kind of thing it happened to. */
    Subject subject();

    /** The client-chosen id of the one it happened to, unique among its kind. */
    String subjectId();

    /** The stream it is stored in. */
    default String stream() {
        return subject().stream(subjectId());
    }
}
