package org.ninetyten.query.projection;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.stored.StoredEvents.StoredEvent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes dead letters in after all, each sequence in its order until one of it fails again. In whatever process it is
 * asked for: the projection's batches wait meanwhile. Events are read from the store, so that what this release can
 * read is read, whatever the one could that set them aside.
 */
@Component
class DeadLetterRetries {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LETTERS_A_TRANSACTION = 100;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final EventPages pages;
    private final BatchLock lock;
    private final Clock clock;

    DeadLetterRetries(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, EventPages pages, BatchLock lock, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.pages = pages;
        this.lock = lock;
        this.clock = clock;
    }

    /**
     * One dead letter, and when it goes in those that wait behind it.
     *
     * @throws Refusal 404 when there is none of that event; {@code waits-behind-another} when it is not the first of its
     *     sequence
     */
    DeadLetterRetryView one(Projection projection, String eventId) {
        List<String> sequences = jdbc.queryForList(
                "SELECT sequenceIdentifier FROM readmodel.dead_letter WHERE processingGroup = ? AND eventIdentifier = ?",
                String.class,
                projection.name(),
                eventId);
        if (sequences.isEmpty()) {
            throw Refusal.notFound("Projection %s has no dead letter of that event.".formatted(projection.name()));
        }
        String sequence = sequences.getFirst();
        String first = first(projection, sequence).map(Letter::eventId).orElse(eventId);
        if (!first.equals(eventId)) {
            throw Refusal.rule(
                    "waits-behind-another",
                    "It waits behind an earlier event of the same subject: retry that one, and this follows.",
                    Map.of("firstEventId", first));
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        AtomicLong takenIn = new AtomicLong();
        boolean finished = retry(projection, sequence, deadline, takenIn);
        return view(projection, takenIn.get(), finished);
    }

    /** All of them, as far as time allows; those that were tried longest ago first. */
    DeadLetterRetryView all(Projection projection) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String begun = now();
        AtomicLong takenIn = new AtomicLong();
        while (true) {
            List<String> sequences = jdbc.queryForList("""
                    SELECT sequenceIdentifier FROM readmodel.dead_letter letter
                    WHERE processingGroup = ? AND lastTouched < ?
                      AND NOT EXISTS (SELECT FROM readmodel.dead_letter earlier
                        WHERE earlier.processingGroup = letter.processingGroup
                          AND earlier.sequenceIdentifier = letter.sequenceIdentifier
                          AND earlier.sequenceIndex < letter.sequenceIndex)
                    ORDER BY lastTouched LIMIT 100
                    """, String.class, projection.name(), begun);
            if (sequences.isEmpty()) {
                return view(projection, takenIn.get(), true);
            }
            for (String sequence : sequences) {
                if (!retry(projection, sequence, deadline, takenIn)) {
                    return view(projection, takenIn.get(), false);
                }
            }
        }
    }

    private DeadLetterRetryView view(Projection projection, long takenIn, boolean finished) {
        Long left = jdbc.queryForObject(
                "SELECT count(*) FROM readmodel.dead_letter WHERE processingGroup = ?", Long.class, projection.name());
        return new DeadLetterRetryView(takenIn, left == null ? 0 : left, finished);
    }

    /** Whether there was time for it. */
    private boolean retry(Projection projection, String sequence, long deadline, AtomicLong takenIn) {
        while (System.nanoTime() < deadline) {
            Part part = transactions.execute(transaction -> part(projection, sequence, transaction));
            if (part == null) {
                return true;
            }
            takenIn.addAndGet(part.takenIn());
            if (part.isLast()) {
                return true;
            }
        }
        return false;
    }

    private record Letter(String id, String eventId) {}

    private record Part(int takenIn, boolean isLast) {}

    private Part part(Projection projection, String sequence, TransactionStatus transaction) {
        lock.alone(projection.name());
        List<Letter> letters = letters(projection, sequence, LETTERS_A_TRANSACTION);
        Map<String, StoredEvent> events = pages
                .withIds(letters.stream().map(Letter::eventId).toList())
                .stream()
                .collect(Collectors.toMap(event -> event.message().getIdentifier(), Function.identity()));
        int takenIn = 0;
        for (Letter letter : letters) {
            if (!takeIn(projection, letter, events.get(letter.eventId()), transaction)) {
                return new Part(takenIn, true);
            }
            takenIn++;
        }
        if (letters.size() == LETTERS_A_TRANSACTION) {
            return new Part(takenIn, false);
        }
        lock.deadLettersChanged(projection.name());
        return new Part(takenIn, true);
    }

    private boolean takeIn(
            Projection projection, Letter letter, @Nullable StoredEvent event, TransactionStatus transaction) {
        Object before = transaction.createSavepoint();
        try {
            if (event == null) {
                throw new UntellableEventException("It does not stand in the event store.");
            }
            Projection.Batch batch = projection.begin();
            batch.add(event.recorded());
            batch.flush();
        } catch (RuntimeException e) {
            if (!Blame.isOnTheEvent(e)) {
                throw e;
            }
            transaction.rollbackToSavepoint(before);
            ThrowableCause cause = Blame.cause(e);
            jdbc.update(
                    "UPDATE readmodel.dead_letter SET causeType = ?, causeMessage = ?, lastTouched = ?"
                            + " WHERE deadLetterIdentifier = ?",
                    cause.type(),
                    cause.message(),
                    now(),
                    letter.id());
            return false;
        }
        transaction.releaseSavepoint(before);
        jdbc.update("DELETE FROM readmodel.dead_letter WHERE deadLetterIdentifier = ?", letter.id());
        return true;
    }

    private Optional<Letter> first(Projection projection, String sequence) {
        return letters(projection, sequence, 1).stream().findFirst();
    }

    private List<Letter> letters(Projection projection, String sequence, int limit) {
        return jdbc.query(
                """
                SELECT deadLetterIdentifier, eventIdentifier FROM readmodel.dead_letter
                WHERE processingGroup = ? AND sequenceIdentifier = ? ORDER BY sequenceIndex LIMIT ?
                """,
                (row, number) -> new Letter(row.getString(1), row.getString(2)),
                projection.name(),
                sequence,
                limit);
    }

    private String now() {
        return DateTimeUtils.formatInstant(clock.instant());
    }
}
