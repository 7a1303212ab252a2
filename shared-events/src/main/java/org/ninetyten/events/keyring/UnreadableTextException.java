package org.ninetyten.events.keyring;

import org.jspecify.annotations.Nullable;

/** A sealed text that is not what was written there, or whose key was never in this database. */
public final class UnreadableTextException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableTextException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
