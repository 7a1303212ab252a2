package org.ninetyten.query.projection;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.stored.RecordedEvent;
import org.ninetyten.query.page.Moment;

/**
 * How subjects stood at an instant, as was recorded by then: their own events read from the store and folded as they are
 * for the rows. No row is looked at, so it is the same whatever the projection is at.
 *
 * @param <V> the view
 */
public final class PastStates<V> {

    private final StateProjection<?, V> projection;
    private final RecordedStreams streams;
    private final Clock clock;

    public PastStates(StateProjection<?, V> projection, RecordedStreams streams, Clock clock) {
        this.projection = projection;
        this.streams = streams;
        this.clock = clock;
    }

    /**
     * One subject at an instant.
     *
     * @param version how many of its events there were
     * @param events those, oldest first
     */
    public record Past<V>(Instant at, long version, V view, List<RecordedEvent> events) {

        public Past {
            events = List.copyOf(events);
        }
    }

    /**
     * @param at as the query has it
     * @param atLeastVersion as the query has it; of an instant there is only one version to read
     * @throws Refusal 400 for no instant, one that lies in the future, or a version asked for with it; 404
     */
    public Past<V> find(String id, String at, @Nullable Long atLeastVersion) {
        return find(id, at, atLeastVersion, view -> true, view -> true);
    }

    /**
     * One that may not show to the caller. The right to see it is the caller's of today, and holds for what was there to
     * see then: where it does not show now, or did not show then, it is answered exactly as if it were not there.
     *
     * @param shows as it stands now
     * @param showed as it stood then
     */
    public Past<V> find(String id, String at, @Nullable Long atLeastVersion, Predicate<V> shows, Predicate<V> showed) {
        Instant instant = Moment.past("at", at, clock);
        if (atLeastVersion != null) {
            throw Refusal.invalid(
                    "invalid",
                    "Ask for how it stood at an instant, or for a version to wait for, not for both.",
                    Violation.ofParameter("at-least-version", "may not be given together with at"));
        }
        var events = streams.read(projection.stream(id));
        if (fold(events, Instant.MAX).filter(now -> shows.test(now.view())).isEmpty()) {
            throw missing(id);
        }
        Past<V> then = fold(events, instant)
                .orElseThrow(() -> Refusal.notFound(
                        "not-recorded-yet",
                        "Nothing was recorded of %s '%s' yet at %s.".formatted(projection.word(), id, instant)));
        if (!showed.test(then.view())) {
            throw missing(id);
        }
        return then;
    }

    /** Empty where nothing of it was recorded by then. */
    public Optional<V> at(String id, Instant at) {
        return fold(streams.read(projection.stream(id)), at).map(Past::view);
    }

    /**
     * Ends at the first event that was recorded later, even if the clock was set back after it: what is shown never
     * mentions what was recorded later. And ends at the first that cannot be told, as the subject's row does, whose
     * later events wait behind a dead letter.
     */
    private Optional<Past<V>> fold(List<? extends DomainEventMessage<?>> events, Instant at) {
        @Nullable V view = null;
        List<RecordedEvent> told = new ArrayList<>();
        for (DomainEventMessage<?> event : events) {
            if (event.getTimestamp().isAfter(at)) {
                break;
            }
            try {
                RecordedEvent recorded = RecordedEvent.of(event);
                view = projection.after(view, recorded);
                told.add(recorded);
            } catch (RuntimeException untellable) {
                break;
            }
        }
        return view == null ? Optional.empty() : Optional.of(new Past<>(at, told.size(), view, told));
    }

    private Refusal missing(String id) {
        return Refusal.notFound("There is no %s '%s'.".formatted(projection.word(), id));
    }
}
