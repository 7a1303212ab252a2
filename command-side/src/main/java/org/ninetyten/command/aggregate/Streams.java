package org.ninetyten.command.aggregate;

import java.util.List;
import org.ninetyten.events.Event;
import org.ninetyten.events.Subject;

/** What the event store says about others than the aggregate being commanded. */
@FunctionalInterface
public interface Streams {

    /** Everything that happened to one subject, oldest first; empty when there is no such subject. */
    List<Event> read(Subject subject, String id);

    /** The same, of the aggregate's own kind of events. */
    default <E extends Event> List<E> read(Subject subject, String id, Class<E> events) {
        return read(subject, id).stream().map(events::cast).toList();
    }

    default boolean has(Subject subject, String id) {
        return !read(subject, id).isEmpty();
    }
}
