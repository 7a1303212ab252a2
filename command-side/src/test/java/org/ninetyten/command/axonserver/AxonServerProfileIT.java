package org.ninetyten.command.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.updates.UpdateChecker;
import org.axonframework.updates.configuration.UsagePropertyProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ninetyten.command.running.Bodies;
import org.ninetyten.command.running.CommandSideProcess;
import org.ninetyten.command.running.Reply;
import org.ninetyten.command.running.StoreDatabase;
import org.ninetyten.events.Event;
import org.ninetyten.events.account.AccountEvent.AccountRequested;
import org.ninetyten.events.stored.Provenance;

/**
 * The profile {@code axonserver}: how it is wired, on a server that nobody can reach; and what becomes of events, with
 * Axon's own store in memory in the place of the server's.
 */
class AxonServerProfileIT {

    private static final String PROFILE = "--spring.profiles.active=axonserver";
    private static final Duration SOON = Duration.ofSeconds(60);

    private static StoreDatabase database;
    private static RoutingServer routing;
    private static EventStore server;
    private static CommandSideProcess running;

    @BeforeAll
    static void start() throws IOException {
        routing = new RoutingServer();
        database = StoreDatabase.create("axon_server");
        server = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        running = CommandSideProcess.start(
                database,
                beans -> beans.registerBean("eventBus", EventStore.class, () -> server),
                PROFILE,
                "--axon.axonserver.ssl-enabled=false",
                "--axon.axonserver.servers=127.0.0.1:" + routing.port());
        await().atMost(SOON).until(() -> routing.everyCommandIsTakenBy(1));
    }

    @AfterAll
    static void stop() {
        running.close();
        routing.close();
    }

    private static String[] reachingNobody() {
        return new String[] {PROFILE, "--axon.axonserver.servers=127.0.0.1:1"};
    }

    // --- wiring

    @Test
    void aSideWhoseServerIsAwayStartsWithAxonServersStoreAndRefusesCommandsForNow() {
        StoreDatabase own = StoreDatabase.create("axon_server_away");
        try (CommandSideProcess side = CommandSideProcess.start(
                own,
                own.url(),
                PROFILE,
                "--axon.axonserver.servers=127.0.0.1:1,127.0.0.1:2",
                "--axon.axonserver.context=ninety-ten",
                "--axon.axonserver.token=a-token")) {
            assertThat(side.beans(EventStore.class).values()).singleElement().isInstanceOf(AxonServerEventStore.class);
            assertThat(side.beans(EmbeddedEventStore.class))
                    .as("nothing writes events to the table but the copy")
                    .isEmpty();
            assertThat(side.beans(CommandBus.class).values())
                    .as("a command goes by way of Axon Server, but for one within another")
                    .hasExactlyElementsOfTypes(AxonServerCommandBus.class, SimpleCommandBus.class);
            assertThat(side.beans(AxonServerConfiguration.class).values())
                    .singleElement()
                    .satisfies(settings -> {
                        assertThat(settings.getServers()).isEqualTo("127.0.0.1:1,127.0.0.1:2");
                        assertThat(settings.getContext()).isEqualTo("ninety-ten");
                        assertThat(settings.getToken()).isEqualTo("a-token");
                        assertThat(settings.isSslEnabled()).isTrue();
                        assertThat(settings.isForceReadFromLeader()).isTrue();
                    });
            assertThat(side.beans(UpdateChecker.class)).isEmpty();
            assertThat(side.beans(UsagePropertyProvider.class).values())
                    .singleElement()
                    .satisfies(usage -> assertThat(usage.getDisabled()).isTrue());

            Reply reply = side.put("comms", "/api/officers/too-early", Bodies.officer("Too Early"));

            assertThat(reply.status()).as(reply.body()).isEqualTo(503);
            assertThat(reply.body()).contains("store-unavailable");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(side.get("/actuator/health").body())
                            .contains("\"logCopy\":{\"status\":\"DOWN\"}"));
            assertThat(side.get("/actuator/health/readiness").status()).isEqualTo(200);
        }
    }

    // --- events

    @Test
    void eventsAreKeptThereAndTheTableIsTheirCopyFromWhichDutiesFollow() {
        running.put("comms", "/api/officers/copied", Bodies.officer("Copied"));
        running.put("comms", "/api/policies/copied", Bodies.draft());
        running.post("comms", "/api/policies/copied/versions", Bodies.version("2026-01-01"));
        Reply account =
                running.put("comms", "/api/accounts/copied", Bodies.account("copiedhandle", "copied", "copied"));
        assertThat(account.status()).as(account.body()).isEqualTo(201);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(database.kinds("officer:copied"))
                        .containsExactly("OfficerRegistered", "AcknowledgementRequired"));

        List<? extends DomainEventMessage<?>> kept =
                server.readEvents("officer:copied").asStream().toList();
        assertThat(kept).hasSize(2);
        assertThat(database.asOwner()
                        .queryForList(
                                "SELECT event_id FROM eventstore.domain_event WHERE stream = 'officer:copied'"
                                        + " ORDER BY position",
                                String.class))
                .containsExactlyElementsOf(
                        kept.stream().map(DomainEventMessage::getIdentifier).toList());
        assertThat(database.asOwner()
                        .queryForObject(
                                "SELECT details ->> 'unit' || ' ' || (metadata ->> 'actorId') || ' ' || recorded_at"
                                        + " FROM eventstore.event_log WHERE event_id = ?",
                                String.class,
                                kept.getFirst().getIdentifier()))
                .startsWith("harbour comms 20");
        assertThat(running.get("/actuator/health").body()).contains("\"logCopy\":{\"status\":\"UP\"}");
        assertThat(running.put("comms", "/api/officers/copied", Bodies.officer("Copied"))
                        .status())
                .as("a retry is answered from what is kept there")
                .isEqualTo(201);
    }

    @Test
    void aHandleWhoseReservationDiedWithItsProcessIsTakenAllTheSame() {
        server.publish(message(
                0,
                new AccountRequested(
                        "survivor", "X", "SurvivingHandle", "p", "a", "nobody", "copied", LocalDate.of(2026, 2, 1))));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(database.accountsWith("x", "survivinghandle"))
                        .containsExactly("survivor"));
        running.put("comms", "/api/officers/late", Bodies.officer("Late"));
        running.put("comms", "/api/policies/handles", Bodies.draft());
        running.post("comms", "/api/policies/handles/versions", Bodies.version("2026-01-01"));
        Reply late = running.put("comms", "/api/accounts/late", Bodies.account("survivinghandle", "late", "handles"));
        assertThat(late.status()).as(late.body()).isEqualTo(409);
        assertThat(late.body()).contains("handle-taken");
    }

    // --- one place, not two

    @Test
    void aDatabaseThatHasACopyIsNotWrittenToAsIfItWereTheStore() {
        await().atMost(SOON)
                .until(() -> database.number(
                                "SELECT count(*) FROM eventstore.token_entry" + " WHERE processorName = 'log-copy'")
                        == 1);

        assertThatThrownBy(() -> CommandSideProcess.start(database))
                .hasStackTraceContaining("This database has a copy of events that Axon Server keeps.");
    }

    @Test
    void aDatabaseThatKeepsEventsItselfIsNotMadeACopy() {
        StoreDatabase own = StoreDatabase.create("axon_server_too_late");
        CommandSideProcess.start(own).close();
        own.append(List.of(new org.ninetyten.events.officer.OfficerEvent.OfficerRegistered(
                "early", "Early", "1", "harbour", false)));

        assertThatThrownBy(() -> CommandSideProcess.start(own, own.url(), reachingNobody()))
                .hasStackTraceContaining("This database keeps events itself.");
    }

    private static DomainEventMessage<Event> message(long sequenceNumber, Event event) {
        return new GenericDomainEventMessage<>(
                "Account",
                event.stream(),
                sequenceNumber,
                event,
                Provenance.system("a-test", "a-test").asMetaData());
    }
}
