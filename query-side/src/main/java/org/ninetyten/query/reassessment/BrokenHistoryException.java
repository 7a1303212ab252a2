package org.ninetyten.query.reassessment;

/** History that cannot be read again, because something is not there that must be. Its message is shown to who asked. */
final class BrokenHistoryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokenHistoryException(String sentence) {
        super(sentence);
    }
}
