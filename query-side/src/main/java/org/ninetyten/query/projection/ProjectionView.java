package org.ninetyten.query.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How far a projection has got.
 *
 * @param error what keeps it from going on, in plain words; only when FAILED
 * @param position of the last event it has taken in
 * @param lagEvents how many events it has not taken in yet
 * @param lagSeconds how long the oldest of those has been waiting; 0 when there is none
 * @param deadLetters how many events it could not take in, those that only wait behind another included
 * @param rebuild the one that is under way, or the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProjectionView(
        String name,
        State state,
        @Nullable String error,
        long position,
        long lagEvents,
        long lagSeconds,
        long deadLetters,
        @Nullable RebuildView rebuild) {

    enum State {
        /** Some process is working on it. */
        RUNNING,
        /** No process is working on it. */
        STOPPED,
        /** This process is working on it, and its last batch could not be written; it is being tried again. */
        FAILED
    }
}
