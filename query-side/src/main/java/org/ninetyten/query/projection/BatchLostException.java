package org.ninetyten.query.projection;

/** A batch cannot be written now, and no single event is to blame: it is tried again, and nothing becomes a dead letter. */
final class BatchLostException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BatchLostException(String projection, RuntimeException cause) {
        super("Projection " + projection + " could not write a batch", cause);
    }
}
