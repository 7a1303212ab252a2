package org.ninetyten.command.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.events.Event;
import org.ninetyten.events.Subject;

/** What happened to others, kept in memory. */
public final class KnownStreams implements Streams {

    private final Map<String, List<Event>> streams = new HashMap<>();

    public KnownStreams with(Event... events) {
        for (Event event : events) {
            streams.computeIfAbsent(event.stream(), name -> new ArrayList<>()).add(event);
        }
        return this;
    }

    @Override
    public List<Event> read(Subject subject, String id) {
        return List.copyOf(streams.getOrDefault(subject.stream(id), List.of()));
    }
}
