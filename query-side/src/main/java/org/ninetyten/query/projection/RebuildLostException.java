package org.ninetyten.query.projection;

/** A rebuild was cancelled, or is another process's by now. */
final class RebuildLostException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RebuildLostException() {
        super("The rebuild is no longer this process's");
    }
}
