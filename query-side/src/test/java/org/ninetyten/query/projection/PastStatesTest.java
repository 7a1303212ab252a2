package org.ninetyten.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.GenericMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.Subject;
import org.ninetyten.events.officer.OfficerEvent;
import org.ninetyten.events.stored.RecordedEvent;
import org.ninetyten.query.Samples;
import org.ninetyten.query.projection.PastStates.Past;
import org.springframework.jdbc.core.JdbcTemplate;

class PastStatesTest {

    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    private final InMemoryEventStorageEngine store = new InMemoryEventStorageEngine();
    private final PastStates<String> past =
            new PastStates<>(versions(), new RecordedStreams(store), Clock.fixed(TEN.plusSeconds(60), ZoneOffset.UTC));

    /** Views that say which events they were made of. */
    private static StateProjection<OfficerEvent, String> versions() {
        return new StateProjection<>(
                "versions",
                Subject.OFFICER,
                OfficerEvent.class,
                new StateTable<>("versions", String.class, List.of(), new JdbcTemplate(), new Documents())) {

            @Override
            protected String evolve(@Nullable String view, OfficerEvent event, RecordedEvent recorded) {
                return (view == null ? "" : view + " ") + recorded.version();
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:00:00Z, 1",
        "2026-03-02T10:00:00.999999999Z, 1",
        "2026-03-02T10:00:01Z, 1 2 3",
        "2026-03-02T10:00:59Z, 1 2 3",
    })
    void whatWasRecordedAtTheInstantOrBeforeCounts(String at, String view) {
        recorded(TEN, TEN.plusSeconds(1), TEN.plusSeconds(1));

        assertThat(past.find("amina", at, null).view()).isEqualTo(view);
    }

    @Test
    void aClockThatWasSetBackLetsNothingShowBeforeWhatItFollows() {
        recorded(TEN, TEN.plusSeconds(5), TEN.plusSeconds(2), TEN.plusSeconds(6));

        assertThat(past.find("amina", "2026-03-02T10:00:03Z", null).view()).isEqualTo("1");
        assertThat(past.find("amina", "2026-03-02T10:00:05Z", null).view()).isEqualTo("1 2 3");
    }

    @Test
    void theEventsThatMadeItSoComeWithIt() {
        recorded(TEN, TEN.plusSeconds(1), TEN.plusSeconds(2));

        Past<String> found = past.find("amina", "2026-03-02T10:00:01Z", null);

        assertThat(found.version()).isEqualTo(2);
        assertThat(found.events()).extracting(RecordedEvent::version).containsExactly(1L, 2L);
        assertThat(found.at()).isEqualTo(TEN.plusSeconds(1));
    }

    @Test
    void whatNothingIsRecordedOfIsToldFromWhatIsNotRecordedYet() {
        recorded(TEN);

        assertCode("not-recorded-yet", "amina", "2026-03-02T09:59:59.999Z");
        assertCode("not-found", "ben", "2026-03-02T10:00:00Z");
        assertThat(past.at("amina", TEN.minusMillis(1))).isEmpty();
        assertThat(past.at("amina", TEN)).contains("1");
    }

    @Test
    void whatDoesNotShowNowOrDidNotShowThenIsNotThere() {
        recorded(TEN, TEN.plusSeconds(1), TEN.plusSeconds(2));

        assertThat(past.find("amina", "2026-03-02T10:00:01Z", null, view -> true, view -> view.contains("2"))
                        .view())
                .isEqualTo("1 2");
        // Hidden then.
        assertThatThrownBy(() ->
                        past.find("amina", "2026-03-02T10:00:01Z", null, view -> true, view -> view.contains("3")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("not-found"));
        // Hidden now, at whatever instant.
        for (String at : List.of("2026-03-02T10:00:01Z", "2026-03-02T09:00:00Z")) {
            assertThatThrownBy(() -> past.find("amina", at, null, view -> !view.contains("3"), view -> true))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("not-found"));
        }
    }

    @Test
    void theFutureAndAVersionToWaitForAreRefused() {
        recorded(TEN);

        assertThat(past.find("amina", "2026-03-02T10:01:00Z", null).view()).isEqualTo("1");
        assertCode("invalid", "amina", "2026-03-02T10:01:00.001Z");
        assertThatThrownBy(() -> past.find("amina", "2026-03-02T10:00:00Z", 1L))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("invalid"));
    }

    private void assertCode(String code, String id, String at) {
        assertThatThrownBy(() -> past.find(id, at, null))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private void recorded(Instant... instants) {
        for (int i = 0; i < instants.length; i++) {
            DomainEventMessage<?> message = new GenericDomainEventMessage<>(
                    "officer",
                    "officer:amina",
                    i,
                    new GenericMessage<>(Samples.registered("amina"), Map.of("position", String.valueOf(i + 1))),
                    instants[i]);
            store.appendEvents(List.of(message));
        }
    }
}
