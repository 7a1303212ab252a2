package org.ninetyten.command.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.events.Event;
import org.ninetyten.events.Subject;
import org.ninetyten.events.stored.Provenance;
import org.ninetyten.events.stored.RecordedEvent;

/** What happened to others, kept in memory. */
public final class KnownStreams implements Streams {

    private static final Provenance SOMEONE = new Provenance("comms", "COMMS", "a-test", "a-test");

    private final Map<String, List<RecordedEvent>> streams = new HashMap<>();
    private long positions;

    /** Recorded at noon of {@link Bench#TODAY}. */
    public KnownStreams with(Event... events) {
        return recordedAt(Bench.noonOf(Bench.TODAY).instant(), events);
    }

    public KnownStreams recordedAt(Instant at, Event... events) {
        for (Event event : events) {
            List<RecordedEvent> stream = streams.computeIfAbsent(event.stream(), name -> new ArrayList<>());
            positions++;
            stream.add(new RecordedEvent(positions, "event-" + positions, stream.size() + 1L, at, event, SOMEONE));
        }
        return this;
    }

    @Override
    public List<Event> read(Subject subject, String id) {
        return recorded(subject, id).stream().map(RecordedEvent::event).toList();
    }

    @Override
    public boolean has(Subject subject, String id) {
        return !recorded(subject, id).isEmpty();
    }

    @Override
    public <R> Optional<R> fold(Subject subject, String id, Class<R> type, Function<List<RecordedEvent>, R> fold) {
        return has(subject, id) ? Optional.of(fold.apply(recorded(subject, id))) : Optional.empty();
    }

    private List<RecordedEvent> recorded(Subject subject, String id) {
        return List.copyOf(streams.getOrDefault(subject.stream(id), List.of()));
    }
}
