package org.ninetyten.query.projection;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A projection that is being made, or was made, from the event store beside the one that answers.
 *
 * @param covers what the copy has taken in
 * @param read how many events that is, of those that concern the projection
 * @param of how many there are, as far as is known
 * @param pace how it goes; absent while nobody has begun to work on it
 * @param error what keeps or kept it from going on, in plain words
 * @param result what a verification found
 */
record Rebuild(
        UUID id,
        String projection,
        Purpose purpose,
        State state,
        Instant askedAt,
        @Nullable Instant finishedAt,
        Coverage covers,
        long read,
        long of,
        @Nullable Pace pace,
        @Nullable String error,
        @Nullable String result) {

    enum Purpose {
        /** It takes the place of the one that answers. */
        REBUILD,
        /** It is compared with the one that answers. */
        VERIFICATION;

        /** In a sentence, in small letters. */
        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    /**
     * How many events were read by the one who works on it, in how long.
     *
     * @param seconds until the last of them
     */
    record Pace(long events, double seconds) {}

    boolean isRunning() {
        return state == State.RUNNING;
    }

    /** Events a second; empty when it cannot be said yet. */
    @Nullable
    Long rate() {
        return pace == null || pace.events() == 0 || pace.seconds() <= 0
                ? null
                : Math.max(1, Math.round(pace.events() / pace.seconds()));
    }

    @Nullable
    Long secondsLeft() {
        Long rate = rate();
        return rate == null || !isRunning() ? null : (Math.max(0, of - read) + rate - 1) / rate;
    }

    /** After so many events more. */
    Rebuild at(Coverage covered, long events) {
        return new Rebuild(
                id,
                projection,
                purpose,
                state,
                askedAt,
                finishedAt,
                covered,
                read + events,
                Math.max(of, read + events),
                pace,
                error,
                result);
    }

    Rebuild expecting(long events) {
        return new Rebuild(
                id, projection, purpose, state, askedAt, finishedAt, covers, read, events, pace, error, result);
    }
}
