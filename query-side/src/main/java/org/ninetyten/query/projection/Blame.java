package org.ninetyten.query.projection;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.stored.Provenance;
import org.ninetyten.events.stored.UnreadableEventException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/** Whether an event is to blame for a failure, and why in words that anyone may read. */
final class Blame {

    private static final Logger log = LoggerFactory.getLogger(Blame.class);

    /**
     * Classes of SQL states that say something about the database, not about an event: connection, rollback,
     * resources, prerequisites, operators, system, and a schema or rights that are not as they should be.
     */
    private static final Set<String> NOT_THE_EVENT = Set.of("08", "25", "40", "42", "53", "55", "57", "58");

    private static final Map<String, String> REASONS = Map.of(
            "22021", "It has a character that the database cannot keep.",
            "22001", "One of its values is longer than there is room for.",
            "22003", "One of its numbers is larger than there is room for.",
            "23502", "A value that must be there is missing.",
            "23505", "Another event stands already in its place.",
            "54000", "One of its values is longer than there is room for.");

    private Blame() {}

    /**
     * Decides what becomes of an event whose handling failed.
     *
     * @throws BatchLostException when it is not to blame, which makes the whole batch be tried again
     */
    static EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable failure) {
        if (failure instanceof BatchLostException lost) {
            throw lost;
        }
        log.warn(
                "Event {} of correlation id {} becomes a dead letter",
                letter.message().getIdentifier(),
                Provenance.of(letter.message().getMetaData()).correlationId(),
                failure);
        return Decisions.enqueue(cause(failure));
    }

    /** As it is kept with a dead letter. */
    static ThrowableCause cause(Throwable failure) {
        return new ThrowableCause(failure.getClass().getName(), inPlainWords(failure));
    }

    static boolean isOnTheEvent(RuntimeException failure) {
        String state = sqlState(failure);
        if (state != null) {
            return !NOT_THE_EVENT.contains(state.substring(0, 2));
        }
        return !(failure instanceof TransientDataAccessException
                || failure instanceof DataAccessResourceFailureException);
    }

    static String inPlainWords(Throwable failure) {
        if (failure instanceof UntellableEventException untellable) {
            return String.valueOf(untellable.getMessage());
        }
        if (failure instanceof UnreadableEventException) {
            return "It is of a kind that this release does not know.";
        }
        if (failure instanceof SerializationException) {
            return "Its content is not the JSON that an event of its kind has.";
        }
        String state = sqlState(failure);
        if (state != null) {
            return REASONS.getOrDefault(state, "The database refused what was to be written of it.");
        }
        return "It could not be worked out what it changes. The log has more.";
    }

    static @Nullable String sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().length() == 5) {
                return sql.getSQLState();
            }
        }
        return null;
    }
}
