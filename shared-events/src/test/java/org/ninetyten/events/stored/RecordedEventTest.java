package org.ninetyten.events.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.account.AccountEvent.AccountClosed;

class RecordedEventTest {

    private static final AccountClosed EVENT = new AccountClosed("harbour-watch", "No longer needed.");
    private static final Map<String, String> METADATA =
            Map.of("position", "7", "actorId", "comms", "actorRole", "COMMS", "correlationId", "c", "causationId", "m");

    @Test
    void anEventIsToldWithItsPlaceItsTimeAndWhoItCameFrom() {
        Instant recordedAt = Instant.parse("2026-03-01T09:30:00Z");
        var message = new GenericDomainEventMessage<>("Account", EVENT.stream(), 3, EVENT, METADATA, "e-1", recordedAt);

        assertThat(RecordedEvent.of(message))
                .isEqualTo(
                        new RecordedEvent(7, "e-1", 4, recordedAt, EVENT, new Provenance("comms", "COMMS", "c", "m")));
    }

    @Test
    void aPayloadThatThisProgramDoesNotKnowIsNoticed() {
        var unknown = new UnknownSerializedType(
                StoredEventSerializer.create(), new SimpleSerializedObject<>(new byte[0], byte[].class, "Later", "1"));

        assertThatExceptionOfType(UnreadableEventException.class)
                .isThrownBy(
                        () -> RecordedEvent.of(new GenericDomainEventMessage<>("Account", "s", 0, unknown, METADATA)));
    }

    @Test
    void anEventThatWasNotReadFromTheStoreIsNotTakenForARecordedOne() {
        assertThatExceptionOfType(UnreadableEventException.class)
                .isThrownBy(() -> RecordedEvent.of(new GenericDomainEventMessage<>("Account", "s", 0, EVENT)));
        assertThatExceptionOfType(UnreadableEventException.class)
                .isThrownBy(() -> RecordedEvent.of(new GenericEventMessage<>(EVENT, METADATA)));
    }
}
