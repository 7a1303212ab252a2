package org.ninetyten.command.aggregate;

import java.lang.ref.SoftReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Event;
import org.ninetyten.events.Subject;
import org.ninetyten.events.stored.RecordedEvent;
import org.springframework.stereotype.Component;

/**
 * Streams as they stand in the store. What was folded is remembered with the number of its last event: a stream only
 * ever grows, so while that number is the same nothing has happened. A policy of 200 KiB that was revised fifty times
 * is 10 MB to read, and every authorisation asks about it.
 */
@Component
class StoredStreams implements Streams, Remembering {

    private static final int REMEMBERED_AT_MOST = 64;

    private record Key(String stream, Class<?> type) {}

    private record Folded(long lastSequenceNumber, SoftReference<Object> result) {}

    private final EventStore store;
    private final Map<Key, Folded> remembered = Collections.synchronizedMap(new Recent());

    StoredStreams(EventStore store) {
        this.store = store;
    }

    @Override
    public List<Event> read(Subject subject, String id) {
        return store.readEvents(subject.stream(id))
                .asStream()
                .map(message -> (Event) message.getPayload())
                .toList();
    }

    @Override
    public boolean has(Subject subject, String id) {
        return store.lastSequenceNumberFor(subject.stream(id)).isPresent();
    }

    @Override
    public <R> Optional<R> fold(Subject subject, String id, Class<R> type, Function<List<RecordedEvent>, R> fold) {
        return fold(subject, id, type, message -> true, fold);
    }

    @Override
    public <R> Optional<R> fold(
            Subject subject,
            String id,
            Class<R> type,
            Set<Class<? extends Event>> kinds,
            Function<List<RecordedEvent>, R> fold) {
        return fold(subject, id, type, message -> kinds.contains(message.getPayloadType()), fold);
    }

    private <R> Optional<R> fold(
            Subject subject,
            String id,
            Class<R> type,
            Predicate<DomainEventMessage<?>> which,
            Function<List<RecordedEvent>, R> fold) {
        String stream = subject.stream(id);
        Optional<Long> last = store.lastSequenceNumberFor(stream);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        Key key = new Key(stream, type);
        Object known = known(key, last.get());
        if (known != null) {
            return Optional.of(type.cast(known));
        }
        List<? extends DomainEventMessage<?>> messages =
                store.readEvents(stream).asStream().toList();
        R result = fold.apply(
                messages.stream().filter(which).map(RecordedEvent::inStream).toList());
        remembered.put(key, new Folded(messages.getLast().getSequenceNumber(), new SoftReference<>(result)));
        return Optional.of(result);
    }

    @Override
    public void forgetAll() {
        remembered.clear();
    }

    private @Nullable Object known(Key key, long lastSequenceNumber) {
        Folded folded = remembered.get(key);
        return folded != null && folded.lastSequenceNumber() == lastSequenceNumber
                ? folded.result().get()
                : null;
    }

    /** Forgets first what nobody has asked for the longest. */
    private static final class Recent extends LinkedHashMap<Key, Folded> {

        private static final long serialVersionUID = 1L;

        private Recent() {
            super(REMEMBERED_AT_MOST, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Folded> eldest) {
            return size() > REMEMBERED_AT_MOST;
        }
    }
}
