package org.ninetyten.command.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninetyten.command.story.Story.AMINA_REGISTERED;
import static org.ninetyten.command.story.Story.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.Event;
import org.ninetyten.events.Subject;
import org.ninetyten.events.stored.RecordedEvent;

class StoredStreamsTest {

    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    private final List<String> readStreams = new ArrayList<>();
    private final EventStore store =
            new EmbeddedEventStore(EmbeddedEventStore.builder().storageEngine(engine)) {
                @Override
                public DomainEventStream readEvents(String stream) {
                    readStreams.add(stream);
                    return super.readEvents(stream);
                }
            };
    private final StoredStreams streams = new StoredStreams(store);

    private record Length(int events) {}

    private record Last(Event event) {}

    @Test
    void whetherThereIsSomethingIsKnownWithoutReadingIt() {
        append(0, AMINA_REGISTERED);

        assertThat(streams.has(Subject.OFFICER, "amina")).isTrue();
        assertThat(streams.has(Subject.OFFICER, "ben")).isFalse();
        assertThat(readStreams).isEmpty();
    }

    @Test
    void whatWasFoldedIsReadAgainOnlyOnceMoreHasHappened() {
        append(0, AMINA_REGISTERED);

        assertThat(length()).isEqualTo(1);
        assertThat(length()).isEqualTo(1);
        assertThat(readStreams).containsExactly("officer:amina");

        append(1, training("t-1", "2026-01-01"));

        assertThat(length()).isEqualTo(2);
        assertThat(length()).isEqualTo(2);
        assertThat(readStreams).containsExactly("officer:amina", "officer:amina");
    }

    @Test
    void eachTypeIsFoldedForItself() {
        append(0, AMINA_REGISTERED);

        assertThat(length()).isEqualTo(1);
        assertThat(streams.fold(
                        Subject.OFFICER,
                        "amina",
                        Last.class,
                        events -> new Last(events.getLast().event())))
                .contains(new Last(AMINA_REGISTERED));
    }

    @Test
    void ofNobodyNothingIsFolded() {
        assertThat(streams.fold(Subject.OFFICER, "ben", Length.class, events -> new Length(events.size())))
                .isEmpty();
    }

    @Test
    void whatManyOthersCameAfterIsForgottenAndReadAgain() {
        append(0, AMINA_REGISTERED);
        assertThat(length()).isEqualTo(1);
        for (int i = 0; i < 100; i++) {
            String id = "officer-" + i;
            engine.appendEvents(message(id, 0, AMINA_REGISTERED));
            assertThat(streams.fold(Subject.OFFICER, id, Length.class, StoredStreamsTest::lengthOf))
                    .isPresent();
        }
        readStreams.clear();

        assertThat(length()).isEqualTo(1);
        assertThat(readStreams).containsExactly("officer:amina");
    }

    private int length() {
        return streams.fold(Subject.OFFICER, "amina", Length.class, StoredStreamsTest::lengthOf)
                .orElseThrow()
                .events();
    }

    private static Length lengthOf(List<RecordedEvent> events) {
        return new Length(events.size());
    }

    private void append(long sequenceNumber, Event event) {
        engine.appendEvents(message("amina", sequenceNumber, event));
    }

    private static DomainEventMessage<?> message(String id, long sequenceNumber, Event event) {
        return new GenericDomainEventMessage<>(
                "Officer",
                Subject.OFFICER.stream(id),
                sequenceNumber,
                event,
                Map.of(
                        "position",
                        "1",
                        "actorId",
                        "comms",
                        "actorRole",
                        "COMMS",
                        "correlationId",
                        "c",
                        "causationId",
                        "c"));
    }
}
