package org.ninetyten.edge.http;

import org.jspecify.annotations.Nullable;

/** What a failure came from. */
final class Causes {

    private Causes() {}

    /** The failure itself, or the first of its causes, that is of that type. */
    static <T extends Throwable> @Nullable T find(Throwable e, Class<T> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
