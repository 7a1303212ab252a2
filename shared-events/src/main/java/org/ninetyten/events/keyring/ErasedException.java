package org.ninetyten.events.keyring;

/** Something was to be written about a person who was erased, and whose key is no more. */
public final class ErasedException extends RuntimeException {

    public static final String SENTENCE = "They were erased: nothing more is recorded about them.";

    private static final long serialVersionUID = 1;

    ErasedException() {
        super(SENTENCE);
    }
}
