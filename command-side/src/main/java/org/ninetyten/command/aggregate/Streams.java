package org.ninetyten.command.aggregate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ninetyten.events.Event;
import org.ninetyten.events.Subject;
import org.ninetyten.events.stored.RecordedEvent;

/** What the event store says about others than the aggregate being commanded. */
public interface Streams {

    /** Everything that happened to one subject, oldest first; empty when there is no such subject. */
    List<Event> read(Subject subject, String id);

    /** The same, of the aggregate's own kind of events. */
    default <E extends Event> List<E> read(Subject subject, String id, Class<E> events) {
        return read(subject, id).stream().map(events::cast).toList();
    }

    /** Without reading what happened to it. */
    boolean has(Subject subject, String id);

    /**
     * What the subject's events come to. It may be remembered for as long as nothing more happens to the subject, so it
     * must follow from its events alone.
     *
     * @param type of what they come to, which stands for the fold: one fold for each type
     * @return nothing when there is no such subject
     */
    <R> Optional<R> fold(Subject subject, String id, Class<R> type, Function<List<RecordedEvent>, R> fold);

    /** The same of some kinds of events; no other is looked into, which would open what it says of people. */
    default <R> Optional<R> fold(
            Subject subject,
            String id,
            Class<R> type,
            Set<Class<? extends Event>> kinds,
            Function<List<RecordedEvent>, R> fold) {
        return fold(
                subject,
                id,
                type,
                events -> fold.apply(events.stream()
                        .filter(recorded -> kinds.contains(recorded.event().getClass()))
                        .toList()));
    }
}
