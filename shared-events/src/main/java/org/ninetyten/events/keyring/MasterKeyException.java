package org.ninetyten.events.keyring;

/** The master key is not there, or is not the one. Its message says what to do. */
public final class MasterKeyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MasterKeyException(String message) {
        super(message);
    }

    MasterKeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
