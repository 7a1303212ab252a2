package org.ninetyten.events.stored;

/** A stored event that this program cannot read. */
public final class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableEventException(String message) {
        super(message);
    }
}
