package org.ninetyten.command.aggregate;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.Event;
import org.ninetyten.events.stored.Provenance;
import org.ninetyten.events.transaction.RecordedEvents;

/**
 * An aggregate that decides in its command handlers and only assigns in {@link #evolve}.
 *
 * <p>A client that got no answer sends its command again. So each thing it can name (by an id of its own choice) is
 * remembered with the version it got: the same again is answered as it was the first time, something else under the
 * same name is a conflict.
 *
 * @param <E> the aggregate's own events
 */
public abstract class EventSourced<E extends Event> {

    /** The cache to name in {@code @Aggregate} for aggregates that many commands are given to. */
    public static final String REMEMBERED = "recentAggregates";

    /** Metadata of a command: the version its giver had seen ({@code If-Match}). */
    public static final String EXPECTED_VERSION = "expectedVersion";

    private final Class<E> events;
    private final Map<String, Recorded<E>> recorded = new HashMap<>();

    @AggregateIdentifier
    private @Nullable String stream;

    private long version;

    private record Recorded<E>(
            E event, long version, @Nullable String actorId) {}

    protected EventSourced(Class<E> events) {
        this.events = events;
    }

    /** Assigns; decides nothing, refuses nothing. */
    protected abstract void evolve(E event);

    /** The same, for what goes by when an event was recorded too. */
    protected void evolve(E event, Instant recordedAt) {
        evolve(event);
    }

    /**
     * The name under which a retry of this event's command is recognised, such as {@code training:t-1}. An event whose
     * command has no id of its own gives the name of what it sets, such as {@code details}: only the latest counts.
     */
    protected abstract String nameOf(E event);

    /**
     * Records the event unless it was recorded under its name already.
     *
     * @param rules run only where the event is new; refuse by throwing
     * @throws Refusal {@code id-conflict} where the name stands for something else
     */
    protected final Answer recordOnce(E event, Runnable rules) {
        Recorded<E> earlier = recorded.get(nameOf(event));
        if (earlier == null) {
            return record(event, rules);
        }
        if (earlier.event().equals(event)) {
            return new Answer(event.subjectId(), earlier.version());
        }
        throw idConflict(event.stream());
    }

    protected static Refusal idConflict(String stream) {
        return Refusal.rule(
                "id-conflict",
                "This id was already used for something else in %s. Choose a new id, or send what was sent before."
                        .formatted(stream.replace(":", " ")));
    }

    /** As {@link #recordOnce(Event, Runnable)}, where no further rule has a say. */
    protected final Answer recordOnce(E event) {
        return recordOnce(event, EventSourced::noFurtherRule);
    }

    /** Records the event unless the latest under its name says the same; for what may be set again and again. */
    protected final Answer recordChange(E event, Runnable rules) {
        Recorded<E> latest = recorded.get(nameOf(event));
        if (latest != null && latest.event().equals(event)) {
            return new Answer(event.subjectId(), latest.version());
        }
        return record(event, rules);
    }

    /** As {@link #recordChange(Event, Runnable)}, where no further rule has a say. */
    protected final Answer recordChange(E event) {
        return recordChange(event, EventSourced::noFurtherRule);
    }

    private static void noFurtherRule() {
        // Nothing can refuse it.
    }

    /** Records the event, whatever was recorded before. */
    protected final Answer record(E event, Runnable rules) {
        return record(() -> {
            rules.run();
            return event;
        });
    }

    /** Records what the decision comes to, which is asked for only once its giver is known to be up to date. */
    protected final Answer record(Supplier<? extends E> decision) {
        refuseIfStale();
        E event = decision.get();
        apply(event);
        RecordedEvents.oneMoreIn(CurrentUnitOfWork.get());
        Unconfirmed.in(CurrentUnitOfWork.get()).confirmedByAppending(event.stream());
        return new Answer(event.subjectId(), version);
    }

    /** The latest event under a name, and the answer its command got. */
    protected final @Nullable E latest(String name) {
        Recorded<E> latest = recorded.get(name);
        return latest == null ? null : latest.event();
    }

    /** Who gave the command for the latest event under a name; absent where there is none. */
    protected final @Nullable String actorOf(String name) {
        Recorded<E> latest = recorded.get(name);
        return latest == null ? null : latest.actorId();
    }

    /** The answer as it was given when the latest event under that name was recorded. */
    protected final Answer answerOf(String name) {
        Recorded<E> latest = recorded.get(name);
        if (latest == null) {
            throw new IllegalStateException("Nothing was recorded as " + name);
        }
        return new Answer(latest.event().subjectId(), latest.version());
    }

    /** How many events there are. */
    protected final long version() {
        return version;
    }

    @EventSourcingHandler
    void on(
            Event event,
            @SequenceNumber long sequenceNumber,
            @Timestamp Instant recordedAt,
            @MetaDataValue(Provenance.ACTOR_ID) @Nullable String actorId) {
        stream = event.stream();
        version = sequenceNumber + 1;
        E own = events.cast(event);
        recorded.put(nameOf(own), new Recorded<>(own, version, actorId));
        evolve(own, recordedAt);
    }

    private void refuseIfStale() {
        Object expected = CurrentUnitOfWork.get().getMessage().getMetaData().get(EXPECTED_VERSION);
        if (expected != null && Long.parseLong(expected.toString()) != version) {
            throw Refusal.stale(Long.parseLong(expected.toString()), version);
        }
    }
}
