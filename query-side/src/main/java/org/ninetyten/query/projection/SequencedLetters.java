package org.ninetyten.query.projection;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A projection's dead letters, as its processor meets them. Asked about each event, it remembers which sequences have
 * one: and looks again when that changed, which it learns at the beginning of each batch, with the lock that keeps
 * others from changing it meanwhile. Used by the one thread of the processor.
 */
final class SequencedLetters implements SequencedDeadLetterQueue<EventMessage<?>> {

    /** With more than this, each event is looked up. */
    private static final int REMEMBERED_AT_MOST = 100_000;

    private static final long LOOK_AGAIN = -1;

    private final String projection;
    private final SequencedDeadLetterQueue<EventMessage<?>> letters;
    private final BatchLock lock;
    private final JdbcTemplate jdbc;

    private final Set<Object> known = new HashSet<>();
    private boolean knowsAll;
    private long changesKnown = LOOK_AGAIN;

    SequencedLetters(
            String projection, SequencedDeadLetterQueue<EventMessage<?>> letters, BatchLock lock, JdbcTemplate jdbc) {
        this.projection = projection;
        this.letters = letters;
        this.lock = lock;
        this.jdbc = jdbc;
    }

    @Override
    public boolean enqueueIfPresent(Object sequence, Supplier<DeadLetter<? extends EventMessage<?>>> letter) {
        CurrentUnitOfWork.get().getOrComputeResource("batch-lock:" + projection, name -> lookAgainIfChanged());
        if (knowsAll && !known.contains(sequence)) {
            return false;
        }
        return letters.enqueueIfPresent(sequence, letter);
    }

    private boolean lookAgainIfChanged() {
        long changes = lock.forBatch(projection);
        if (changes != changesKnown) {
            List<String> sequences = jdbc.queryForList(
                    "SELECT DISTINCT sequenceIdentifier FROM readmodel.dead_letter WHERE processingGroup = ? LIMIT "
                            + (REMEMBERED_AT_MOST + 1),
                    String.class,
                    projection);
            known.clear();
            known.addAll(sequences);
            knowsAll = sequences.size() <= REMEMBERED_AT_MOST;
            changesKnown = changes;
        }
        return true;
    }

    @Override
    public void enqueue(Object sequence, DeadLetter<? extends EventMessage<?>> letter) {
        letters.enqueue(sequence, letter);
        if (known.add(sequence)) {
            lock.deadLettersChanged(projection);
            // Should this batch be lost, the number belongs to someone else's change.
            changesKnown = LOOK_AGAIN;
        }
    }

    @Override
    public void evict(DeadLetter<? extends EventMessage<?>> letter) {
        letters.evict(letter);
    }

    @Override
    public void requeue(
            DeadLetter<? extends EventMessage<?>> letter,
            UnaryOperator<DeadLetter<? extends EventMessage<?>>> updater) {
        letters.requeue(letter, updater);
    }

    @Override
    public boolean contains(Object sequence) {
        return letters.contains(sequence);
    }

    @Override
    public Iterable<DeadLetter<? extends EventMessage<?>>> deadLetterSequence(Object sequence) {
        return letters.deadLetterSequence(sequence);
    }

    @Override
    public Iterable<Iterable<DeadLetter<? extends EventMessage<?>>>> deadLetters() {
        return letters.deadLetters();
    }

    @Override
    public boolean isFull(Object sequence) {
        return letters.isFull(sequence);
    }

    @Override
    public long size() {
        return letters.size();
    }

    @Override
    public long sequenceSize(Object sequence) {
        return letters.sequenceSize(sequence);
    }

    @Override
    public long amountOfSequences() {
        return letters.amountOfSequences();
    }

    @Override
    public boolean process(
            Predicate<DeadLetter<? extends EventMessage<?>>> which,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        return letters.process(which, task);
    }

    @Override
    public void clear() {
        letters.clear();
    }
}
