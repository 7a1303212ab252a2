package org.ninetyten.query.projection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.stored.RecordedEvent;
import org.ninetyten.events.stored.StoredEvents.StoredEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionStatus;

/**
 * Takes pages of events into a copy, with the same outcome as a projection's processor: an event that is to blame for a
 * failure becomes a dead letter, later ones of its stream wait behind it, all others go in. Whoever's transaction is
 * rolled back has to begin with a new one of these.
 */
final class Intake {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final Projection projection;
    private final SequencedDeadLetterQueue<EventMessage<?>> letters;

    /** Streams whose events wait. */
    private final Set<String> heldUp;

    Intake(Projection projection, SequencedDeadLetterQueue<EventMessage<?>> letters, Set<String> heldUp) {
        this.projection = projection;
        this.letters = letters;
        this.heldUp = new HashSet<>(heldUp);
    }

    private record Letter(StoredEvent event, @Nullable RuntimeException reason) {}

    /** When writing them together fails, it cannot be said which is to blame: each half is then taken by itself. */
    void take(List<StoredEvent> events, TransactionStatus transaction) {
        if (events.isEmpty()) {
            return;
        }
        Object before = transaction.createSavepoint();
        List<Letter> refused;
        try {
            refused = write(events);
        } catch (RuntimeException e) {
            if (!Blame.isOnTheEvent(e)) {
                throw e;
            }
            transaction.rollbackToSavepoint(before);
            transaction.releaseSavepoint(before);
            if (events.size() == 1) {
                keep(new Letter(events.getFirst(), e));
            } else {
                take(events.subList(0, events.size() / 2), transaction);
                take(events.subList(events.size() / 2, events.size()), transaction);
            }
            return;
        }
        transaction.releaseSavepoint(before);
        refused.forEach(this::keep);
    }

    private List<Letter> write(List<StoredEvent> events) {
        Projection.Batch batch = projection.begin(ReadModel.COPY);
        List<Letter> refused = new ArrayList<>();
        Set<String> heldUpHere = new HashSet<>();
        Map<StoredEvent, RecordedEvent> readable = readable(events);
        batch.prepare(List.copyOf(readable.values()));
        for (StoredEvent event : events) {
            if (heldUp.contains(event.stream()) || heldUpHere.contains(event.stream())) {
                refused.add(new Letter(event, null));
                continue;
            }
            try {
                RecordedEvent recorded = readable.get(event);
                batch.add(recorded == null ? event.recorded() : recorded);
            } catch (DataAccessException e) {
                // A statement failed, and with it everything since the savepoint.
                throw e;
            } catch (RuntimeException e) {
                refused.add(new Letter(event, e));
                heldUpHere.add(event.stream());
            }
        }
        batch.flush();
        return refused;
    }

    /** Those that cannot be read are left out, and say why when they are needed. */
    private Map<StoredEvent, RecordedEvent> readable(List<StoredEvent> events) {
        Map<StoredEvent, RecordedEvent> readable = new IdentityHashMap<>();
        for (StoredEvent event : events) {
            try {
                if (!heldUp.contains(event.stream())) {
                    readable.put(event, event.recorded());
                }
            } catch (RuntimeException e) {
                log.debug("Event {} cannot be read", event.message().getIdentifier(), e);
            }
        }
        return readable;
    }

    private void keep(Letter letter) {
        StoredEvent event = letter.event();
        letters.enqueue(event.stream(), letterOf(letter));
        heldUp.add(event.stream());
    }

    private static GenericDeadLetter<EventMessage<?>> letterOf(Letter letter) {
        StoredEvent event = letter.event();
        if (letter.reason() == null) {
            return new GenericDeadLetter<>(event.stream(), event.message());
        }
        log.warn("Event {} becomes a dead letter of the copy", event.message().getIdentifier(), letter.reason());
        return new GenericDeadLetter<>(event.stream(), event.message(), Blame.cause(letter.reason()));
    }
}
