package org.ninetyten.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ninetyten.command.story.Story.day;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.ninetyten.command.running.Bodies;
import org.ninetyten.command.running.CommandSideProcess;
import org.ninetyten.command.running.Reply;
import org.ninetyten.command.running.SettableClock;
import org.ninetyten.command.running.StoreDatabase;
import org.ninetyten.events.account.AccountEvent.OperatorAdded;

/**
 * What falls due by the day for those who post, with two processes on one database and one clock that only goes forward.
 * The policy asks for a check-in every 30 days; training counts for 24 months.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SupportIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<String> FORCE =
            IntStream.range(0, 12).mapToObj(i -> "officer-" + i).toList();

    private final StoreDatabase store = StoreDatabase.create("support");
    private final SettableClock clock = new SettableClock(Instant.parse("2031-06-01T12:00:00Z"));
    private final CommandSideProcess one = CommandSideProcess.start(store, clock);
    private final CommandSideProcess two = CommandSideProcess.start(store, clock);

    @BeforeAll
    void aForceThatPosts() {
        done(one.put("comms", "/api/policies/social-media", Bodies.draft()));
        done(one.post("comms", "/api/policies/social-media/versions", Bodies.version("2026-01-01")));
        FORCE.forEach(officer -> posts(officer));
    }

    @AfterAll
    void stop() {
        one.close();
        two.close();
    }

    @Test
    @Order(1)
    void whoWasCheckedInWithLongAgoMissedOneSinceExactlyOnce() {
        done(two.post(
                "sergeant",
                "/api/officers/officer-0/check-ins",
                Bodies.checkIn("long-ago", "2030-11-13", "officer-0-x")));

        awaitKinds("officer-0", "CheckInRecorded", "CheckInMissed");
        assertThat(store.payloads("officer:officer-0").getLast())
                .isEqualTo("{\"officerId\":\"officer-0\",\"policyId\":\"social-media\",\"policyVersion\":1,"
                        + "\"dueBy\":\"2030-12-13\"}");
        assertThat(store.metadata("officer:officer-0").getLast()).contains("\"actorId\":\"system\"");
    }

    @Test
    @Order(2)
    void everyoneMissesTheirPeriodOnceAndNobodyBeforeItsDayIsOver() {
        done(one.post("sergeant", "/api/officers/officer-1/check-ins", Bodies.checkIn("in-time", "2031-06-01")));

        // London has ten minutes left of the 30th day; whoever was brought in with an old check-in is due on another.
        clock.set(Instant.parse("2031-07-01T22:50:00Z"));
        posts("marker");
        done(one.post("sergeant", "/api/officers/marker/check-ins", Bodies.checkIn("long-ago", "2030-11-13")));
        awaitKinds("marker", "CheckInRecorded", "CheckInMissed");
        assertThat(missed("officer-2")).isEmpty();

        clock.set(Instant.parse("2031-07-01T23:00:00Z"));

        for (String officer : FORCE.subList(1, 12)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(missed(officer)).containsExactly("2031-07-01"));
        }
    }

    @Test
    @Order(3)
    void aShorterCadenceIsMissedFromItsOwnFirstDayOn() {
        done(one.post(
                "comms",
                "/api/policies/social-media/revisions",
                Bodies.revision("sooner").replace("\"checkInEveryDays\":30", "\"checkInEveryDays\":7")));
        done(two.post("comms", "/api/policies/social-media/versions", Bodies.version("2031-07-10")));
        store.awaitDuties();
        assertThat(missed("officer-3")).containsExactly("2031-07-01");

        clock.set(Instant.parse("2031-07-10T23:00:01Z"));

        for (String officer : FORCE.subList(1, 12)) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(missed(officer)).containsExactly("2031-07-01", "2031-07-10"));
        }
    }

    @Test
    @Order(4)
    void trainingLapsesOnceItsDayIsOverAndTheNextOneAfterIt() {
        register("trainee");
        done(one.post("comms", "/api/officers/trainee/training", training("t-1", "2031-01-01", "2031-07-31")));

        clock.set(Instant.parse("2031-08-01T08:00:00Z"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(store.kinds("officer:trainee"))
                        .containsExactly("OfficerRegistered", "TrainingRecorded", "TrainingLapsed"));
        done(two.post("comms", "/api/officers/trainee/training", training("t-2", "2031-08-01", "2031-08-15")));
        done(two.post("comms", "/api/officers/trainee/training", training("t-0", "2029-01-01", "2030-01-01")));
        store.awaitDuties();

        clock.set(Instant.parse("2031-08-16T08:00:00Z"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(store.kinds("officer:trainee"))
                        .containsExactly(
                                "OfficerRegistered",
                                "TrainingRecorded",
                                "TrainingLapsed",
                                "TrainingRecorded",
                                "TrainingRecorded",
                                "TrainingLapsed"));
        assertThat(store.payloads("officer:trainee").getLast()).contains("\"t-2\"", "2031-08-15");
    }

    @Test
    @Order(5)
    void whoLeavesOperatesNothingAnyMoreAndWhatTheyHeldHasNoHolder() {
        posts("leaver");
        posts("stays");
        done(one.post("comms", "/api/accounts/stays-x/operators", Bodies.operator("leaver", "2031-05-02")));

        done(two.post("comms", "/api/officers/leaver/leaving", Bodies.leaving("2031-08-10")));

        awaitLast("account:leaver-x", "HolderLeft");
        awaitLast("account:stays-x", "OperatorRemoved");
        assertThat(store.payloads("account:leaver-x").getLast())
                .isEqualTo("{\"accountId\":\"leaver-x\",\"holderId\":\"leaver\",\"leftOn\":\"2031-08-10\"}");
        assertThat(store.payloads("account:stays-x").getLast())
                .isEqualTo("{\"accountId\":\"stays-x\",\"officerId\":\"leaver\",\"removedOn\":\"2031-08-10\"}");
        assertThat(one.post("comms", "/api/accounts/stays-x/transfer", Bodies.transfer("leaver"))
                        .code())
                .isEqualTo("officer-left");

        done(two.post("comms", "/api/accounts/leaver-x/transfer", Bodies.transfer("stays")));
        store.awaitDuties();
        assertThat(store.kinds("account:leaver-x"))
                .containsExactly("AccountRequested", "AccountAuthorised", "HolderLeft", "AccountTransferred");
    }

    /** As if they had been added a moment before they left, by another process that committed after. */
    @Test
    @Order(6)
    void whoIsAddedWhileTheyLeaveIsRemovedAllTheSame() {
        posts("racer");
        posts("host");
        OperatorAdded added =
                new OperatorAdded("host-x", "racer", day("2031-08-16"), "social-media", 1, 1, "t-1", day("2033-01-01"));
        try (StoreDatabase.Open adding = store.appendOpen(List.of(added))) {
            done(one.post("comms", "/api/officers/racer/leaving", Bodies.leaving("2031-08-16")));
            awaitLast("account:racer-x", "HolderLeft");
            adding.commit();
        }

        awaitLast("account:host-x", "OperatorRemoved");
    }

    @Test
    @Order(7)
    void aSuspensionEndsOnceItsLastDayIsOverUnlessItEndedBefore() {
        posts("suspended");
        posts("found");
        for (String account : List.of("suspended-x", "found-x")) {
            done(one.post("comms", "/api/accounts/" + account + "/suspension", Bodies.suspension("2031-08-20")));
        }
        done(two.post("comms", "/api/accounts/found-x/reinstatement", Bodies.reason("found")));
        assertThat(store.reminders("found-x")).isEmpty();
        assertThat(store.reminders("suspended-x")).containsExactly("suspension/suspended-x/2031-08-20");

        clock.set(Instant.parse("2031-08-20T23:00:00Z"));

        await().atMost(SOON).until(() -> store.reminders("suspended-x").isEmpty());
        assertThat(store.kinds("account:suspended-x"))
                .containsExactly("AccountRequested", "AccountAuthorised", "AccountSuspended", "AccountReinstated");
        assertThat(store.payloads("account:suspended-x").getLast()).contains("The suspension was until 2031-08-20.");
        assertThat(store.kinds("account:found-x"))
                .containsExactly("AccountRequested", "AccountAuthorised", "AccountSuspended", "AccountReinstated");
    }

    /** What a process had claimed when it died is looked at by another once the claim is over. */
    @Test
    @Order(8)
    void anOfficerWhoWasClaimedByAProcessThatDiedIsLookedAtLater() {
        register("claimed");
        store.awaitDuties();
        store.asOwner().update("""
                INSERT INTO eventstore.officer_to_look_at
                    (officer_id, look_at, correlation_id, causation_id, claimed_until)
                VALUES ('claimed', 'infinity', 'c', 'c', now() + interval '1 second')
                """);
        done(one.post("comms", "/api/officers/claimed/training", training("t-1", "2030-01-01", "2031-01-01")));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(store.kinds("officer:claimed"))
                        .containsExactly("OfficerRegistered", "TrainingRecorded", "TrainingLapsed"));
    }

    /** Last, when everything has had the time to happen twice. */
    @Test
    @Order(9)
    void nothingWasNotedTwice() {
        store.awaitDuties();
        assertThat(store.asOwner().queryForList("""
                                SELECT stream || ' ' || convert_from(payload, 'UTF8') FROM eventstore.domain_event
                                WHERE event_type IN ('CheckInMissed', 'TrainingLapsed', 'HolderLeft', 'OperatorRemoved')
                                """, String.class)).isNotEmpty().doesNotHaveDuplicates();
    }

    private void posts(String officer) {
        register(officer);
        done(one.post("comms", "/api/officers/" + officer + "/training", training("t-1", "2031-01-01", "2033-01-01")));
        done(two.post(
                "comms",
                "/api/officers/" + officer + "/acknowledgements",
                Bodies.acknowledgement("social-media", 1).replace("2026-01-05", "2031-05-02")));
        if (clock.instant().isAfter(Instant.parse("2031-07-10T00:00:00Z"))) {
            done(two.post(
                    "comms",
                    "/api/officers/" + officer + "/acknowledgements",
                    Bodies.acknowledgement("social-media", 2).replace("2026-01-05", "2031-07-10")));
        }
        done(one.put(
                "comms",
                "/api/accounts/" + officer + "-x",
                Bodies.account(officer, officer, "social-media").replace("2026-02-01", "2030-02-01")));
        done(one.post("comms", "/api/accounts/" + officer + "-x/authorisation", "{}"));
    }

    private void register(String officer) {
        done(one.put("comms", "/api/officers/" + officer, Bodies.officer(officer)));
    }

    private static String training(String id, String completedOn, String validUntil) {
        return """
                {"trainingId": "%s", "course": "Posting well", "completedOn": "%s", "validUntil": "%s"}""".formatted(id, completedOn, validUntil);
    }

    /** The days of the check-ins that someone missed. */
    private List<String> missed(String officer) {
        return store.asOwner().queryForList("""
                        SELECT convert_from(payload, 'UTF8')::jsonb ->> 'dueBy' FROM eventstore.domain_event
                        WHERE stream = ? AND event_type = 'CheckInMissed' ORDER BY sequence_number
                        """, String.class, "officer:" + officer);
    }

    private void awaitKinds(String officer, String... last) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(store.kinds("officer:" + officer)).endsWith(last));
    }

    private void awaitLast(String stream, String kind) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(store.kinds(stream)).last().isEqualTo(kind));
    }

    private static void done(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isIn(200, 201);
    }
}
