package org.ninetyten.command.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ninetyten.command.running.Bodies;
import org.ninetyten.command.running.CommandSideProcess;
import org.ninetyten.command.running.Reply;
import org.ninetyten.command.running.StoreDatabase;

/**
 * Two command sides with the profile {@code axonserver}, whose commands go over gRPC by way of a server that routes
 * them as Axon Server does; with Axon's own store in memory in the place of the events'.
 */
class AxonServerCommandsIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private static RoutingServer server;
    private static EventStore events;
    private static CommandSideProcess one;
    private static CommandSideProcess other;

    @BeforeAll
    static void start() throws IOException {
        server = new RoutingServer();
        StoreDatabase database = StoreDatabase.create("axon_server_commands");
        events = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        one = side(database, "one");
        other = side(database, "other");
        // They say what they take once they have started; the policy is the last that anyone is asked for below.
        await().atMost(SOON).until(() -> server.everyCommandIsTakenBy(2));
        done(one.put("comms", "/api/policies/routed", Bodies.draft()));
        done(other.post("comms", "/api/policies/routed/versions", Bodies.version("2026-01-01")));
    }

    private static CommandSideProcess side(StoreDatabase database, String name) {
        return CommandSideProcess.start(
                database,
                beans -> beans.registerBean("eventBus", EventStore.class, () -> events),
                "--spring.profiles.active=axonserver",
                "--axon.axonserver.client-id=" + name,
                "--axon.axonserver.ssl-enabled=false",
                "--axon.axonserver.servers=127.0.0.1:" + server.port());
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        server.close();
    }

    @Test
    void allCommandsOfOneOfficerGoToOneProcessWhicheverIsAsked() {
        assertThat(one.beans(CommandBus.class).values()).hasAtLeastOneElementOfType(AxonServerCommandBus.class);
        List<String> officers =
                IntStream.range(0, 12).mapToObj(number -> "routed-" + number).toList();

        for (String officer : officers) {
            done(one.put("comms", "/api/officers/" + officer, Bodies.officer("Routed")));
            done(other.post("comms", "/api/officers/" + officer + "/training", Bodies.training("course")));
            done(one.post("sergeant", "/api/officers/" + officer + "/conversations", Bodies.conversation("talk")));
        }

        assertThat(officers)
                .allSatisfy(officer -> assertThat(server.takersOf("officer:" + officer))
                        .as("who was given the commands of %s", officer)
                        .hasSize(3)
                        .containsOnly(server.takersOf("officer:" + officer).getFirst()));
        assertThat(officers)
                .flatExtracting(officer -> server.takersOf("officer:" + officer))
                .contains("one", "other");
    }

    @Test
    void aRefusalKeepsItsStatusItsCodeAndItsFactsOnItsWay() {
        done(one.put("comms", "/api/officers/refused", Bodies.officer("Refused")));
        for (CommandSideProcess asked : List.of(one, other)) {
            Reply conflict = asked.put("comms", "/api/officers/refused", Bodies.officer("Somebody Else"));
            assertThat(conflict.status()).as(conflict.body()).isEqualTo(409);
            assertThat(conflict.body()).contains("id-conflict");

            Reply stale =
                    asked.post("comms", "/api/officers/refused/details", Bodies.officer("New"), "If-Match", "\"7\"");
            assertThat(stale.status()).as(stale.body()).isEqualTo(412);
            assertThat(stale.body()).contains("stale-version", "\"version\":1");

            Reply missing = asked.post("comms", "/api/officers/nobody/training", Bodies.training("course"));
            assertThat(missing.status()).as(missing.body()).isEqualTo(404);
            assertThat(missing.body()).contains("There is no officer 'nobody'.");
        }
    }

    @Test
    void whatACommandMadeInsideAnAggregateHasItsLocation() {
        done(one.put("comms", "/api/policies/located", Bodies.draft()));
        Reply first = one.post("comms", "/api/policies/located/versions", Bodies.version("2026-01-01"));
        done(other.post("comms", "/api/policies/located/revisions", Bodies.revision("Another purpose")));
        Reply second = other.post("comms", "/api/policies/located/versions", Bodies.version("2026-02-01"));

        assertThat(List.of(first, second))
                .extracting(reply -> reply.header("Location"))
                .containsExactly("/api/policies/located/versions/1", "/api/policies/located/versions/2");
    }

    /** A case that suspends an account gives that command within its own: both happen in the process that has the case. */
    @Test
    void aCommandWithinACommandStaysInItsUnitOfWork() {
        done(one.put("comms", "/api/officers/amina", Bodies.officer("Amina")));
        done(other.post("comms", "/api/officers/amina/training", Bodies.training("t-1")));
        done(one.post("amina", "/api/officers/amina/acknowledgements", Bodies.acknowledgement("routed", 1)));
        done(other.put("comms", "/api/accounts/within", Bodies.account("@within", "amina", "routed")));
        done(one.send("comms", "POST", "/api/accounts/within/authorisation", null));
        String path = "/api/transgressions/within";
        done(other.put("sergeant", path, Bodies.transgression("within", "amina")));
        done(one.post("standards", path + "/assessment", Bodies.assessment("CARELESS", "HIGH", "SUSPEND_ACCESS")));
        done(other.post("sergeant", path + "/notice", Bodies.notice()));
        done(one.post("amina", path + "/answer", Bodies.answer("sorry")));

        assertThat(events.readEvents("account:within").asStream())
                .extracting(event -> event.getPayloadType().getSimpleName())
                .containsExactly("AccountRequested", "AccountAuthorised", "AccountSuspended");
        assertThat(server.takersOf("account:within")).hasSize(2);
    }

    private static void done(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isBetween(200, 201);
    }
}
