package org.ninetyten.query.projection;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Event;
import org.ninetyten.events.Subject;
import org.ninetyten.events.stored.RecordedEvent;
import org.ninetyten.query.projection.StateTable.Versioned;

/**
 * A state-shaped read model: a pure fold of each subject's own events.
 *
 * @param <E> the events of its kind of subject
 * @param <V> the view
 */
public abstract class StateProjection<E extends Event, V> implements Projection {

    private final String name;
    private final Subject subject;
    private final Class<E> events;
    private final StateTable<V> table;

    protected StateProjection(String name, Subject subject, Class<E> events, StateTable<V> table) {
        this.name = name;
        this.subject = subject;
        this.events = events;
        this.table = table;
    }

    /** The view after one more event; {@code null} before the first. Pure: nothing but its arguments. */
    protected abstract V evolve(@Nullable V view, E event, RecordedEvent recorded);

    /** What is written beside the rows, in the same transaction; nothing as a rule. An event told twice must change nothing there either. */
    protected Batch beside(ReadModel rows) {
        return new Batch() {
            @Override
            public void add(RecordedEvent event) {
                // Nothing stands beside the rows.
            }

            @Override
            public void flush() {
                // Nothing stands beside the rows.
            }
        };
    }

    /** The view that an event other than the first changes. */
    protected static <V> V existing(@Nullable V view, Event event) {
        if (view == null) {
            throw new UntellableEventException(event.stream() + " has no beginning that is known here.");
        }
        return view;
    }

    /** The view after the subject's next event, without rows. */
    final V after(@Nullable V view, RecordedEvent recorded) {
        return evolve(view, own(recorded), recorded);
    }

    final String stream(String id) {
        return subject.stream(id);
    }

    /** What one of its subjects is called, such as {@code officer}. */
    final String word() {
        return subject.word();
    }

    private E own(RecordedEvent recorded) {
        if (!events.isInstance(recorded.event())) {
            throw new UntellableEventException(
                    "It is no event of " + subject.word() + "s, and stands in the stream of one.");
        }
        return events.cast(recorded.event());
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final boolean concerns(Subject other) {
        return subject == other;
    }

    @Override
    public final Batch begin(ReadModel rows) {
        return new StateBatch(rows);
    }

    private final class StateBatch implements Batch {

        private final Map<String, Versioned<V>> changed = new LinkedHashMap<>();
        private final Map<String, Optional<Versioned<V>>> prepared = new HashMap<>();
        private final ReadModel rows;
        private final Batch beside;

        StateBatch(ReadModel rows) {
            this.rows = rows;
            this.beside = beside(rows);
        }

        @Override
        public void prepare(List<RecordedEvent> recorded) {
            List<String> ids = recorded.stream()
                    .filter(event -> event.version() > 1)
                    .map(event -> event.event().subjectId())
                    .distinct()
                    .toList();
            ids.forEach(id -> prepared.put(id, Optional.empty()));
            table.find(rows, ids).forEach(found -> prepared.put(found.id(), Optional.of(found)));
        }

        private @Nullable Versioned<V> find(String id) {
            Optional<Versioned<V>> known = prepared.get(id);
            return (known == null ? table.find(rows, id) : known).orElse(null);
        }

        @Override
        public void add(RecordedEvent recorded) {
            E event = own(recorded);
            String id = event.subjectId();
            Versioned<V> before = changed.get(id);
            if (before == null && recorded.version() > 1) {
                before = find(id);
            }
            long version = before == null ? 0 : before.version();
            if (recorded.version() <= version) {
                return;
            }
            if (recorded.version() != version + 1) {
                throw new UntellableEventException("%s is at version %d here, so its version %d cannot come next."
                        .formatted(event.stream(), version, recorded.version()));
            }
            V view = evolve(before == null ? null : before.view(), event, recorded);
            beside.add(recorded);
            changed.put(id, new Versioned<>(id, recorded.version(), view));
        }

        @Override
        public void flush() {
            table.write(rows, changed.values());
            beside.flush();
            changed.clear();
            prepared.clear();
        }
    }
}
