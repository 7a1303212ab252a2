package org.ninetyten.query.projection;

/** An event that does not fit what came before it. Its message is shown to whoever looks after dead letters. */
final class UntellableEventException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UntellableEventException(String sentence) {
        super(sentence);
    }
}
