package org.ninetyten.command.story;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ninetyten.command.reminder.Reminders;

/** Reminders that are only noted: by name, when each would go off. */
public final class NotedReminders implements Reminders {

    private final Map<String, Instant> waiting = new LinkedHashMap<>();

    @Override
    public void set(Instant at, String kind, String subjectId, String key) {
        waiting.put(name(kind, subjectId, key), at);
    }

    @Override
    public void callOff(String kind, String subjectId, String key) {
        waiting.remove(name(kind, subjectId, key));
    }

    /** What waits, by {@code kind/subject/key}. */
    public Map<String, Instant> waiting() {
        return Map.copyOf(waiting);
    }

    private static String name(String kind, String subjectId, String key) {
        return kind + "/" + subjectId + "/" + key;
    }
}
