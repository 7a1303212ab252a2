package org.ninetyten.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ninetyten.command.officer.RequireAcknowledgement;
import org.ninetyten.command.running.Bodies;
import org.ninetyten.command.running.CommandSideProcess;
import org.ninetyten.command.running.SettableClock;
import org.ninetyten.command.running.StoreDatabase;
import org.ninetyten.events.LondonTime;

/** What falls due, by the real scheduler, with two processes on one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemindersIT {

    private static final LocalDate LONG_AGO = LocalDate.parse("2026-01-31");
    private static final LocalDate LONG_HENCE = LocalDate.parse("2099-06-30");
    private static final Duration SOON = Duration.ofSeconds(30);

    private final StoreDatabase store = StoreDatabase.create("reminders");
    private final CommandSideProcess one = CommandSideProcess.start(store);
    private final CommandSideProcess two = CommandSideProcess.start(store);

    @BeforeAll
    void aPolicy() {
        done(one.put("comms", "/api/policies/social-media", Bodies.draft()).status());
        done(one.post("comms", "/api/policies/social-media/versions", Bodies.version("2026-01-01"))
                .status());
    }

    @AfterAll
    void stop() {
        one.close();
        two.close();
    }

    @Test
    void whoDidNotAcknowledgeInTimeMissedItExactlyOnceWithTwoProcessesRunning() {
        List<String> late = IntStream.range(0, 20).mapToObj(i -> "late-" + i).toList();

        for (String officer : late) {
            register(officer);
            hasAnAccount(store, officer);
            one.giveAsSystem(new RequireAcknowledgement(officer, "social-media", 1, LONG_AGO));
        }

        // A reminder's row goes once its command is done: after that there is nothing left to go off twice.
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(store.reminders())
                        .noneMatch(reminder -> reminder.startsWith("acknowledgement/late-")));
        assertThat(late)
                .allSatisfy(officer -> assertThat(store.kinds("officer:" + officer))
                        .containsExactly("OfficerRegistered", "AcknowledgementRequired", "AcknowledgementMissed"));
        assertThat(store.payloads("officer:late-7").getLast())
                .isEqualTo("{\"officerId\":\"late-7\",\"policyId\":\"social-media\",\"version\":1,"
                        + "\"dueBy\":\"2026-01-31\"}");
        assertThat(store.metadata("officer:late-7").getLast())
                .contains("\"actorId\":\"system\"", "\"correlationId\":\"a-test\"");
    }

    @Test
    void whoAcknowledgedInTimeIsNoLongerReminded() {
        register("timely");
        one.giveAsSystem(new RequireAcknowledgement("timely", "social-media", 1, LONG_HENCE));
        assertThat(store.asOwner()
                        .queryForObject(
                                "SELECT execution_time FROM eventstore.scheduled_tasks WHERE task_instance = ?",
                                OffsetDateTime.class,
                                "acknowledgement/timely/social-media:1"))
                .isNotNull()
                .satisfies(time -> assertThat(time.toInstant()).isEqualTo(LondonTime.endOf(LONG_HENCE)));

        done(two.post("comms", "/api/officers/timely/acknowledgements", Bodies.acknowledgement("social-media", 1))
                .status());

        assertThat(store.reminders()).doesNotContain("acknowledgement/timely/social-media:1");
        assertThat(store.kinds("officer:timely"))
                .containsExactly("OfficerRegistered", "AcknowledgementRequired", "PolicyAcknowledged");
    }

    /** In another year than the machine's, on a night whose midnight in London is not that of UTC. */
    @Test
    void aDayIsOverByTheClockThatCommandsGoBy() {
        SettableClock clock = new SettableClock(Instant.parse("2031-06-01T12:00:00Z"));
        StoreDatabase own = StoreDatabase.create("reminders_clock");
        try (CommandSideProcess process = CommandSideProcess.start(own, clock)) {
            for (String officer : List.of("amina", "ben")) {
                done(process.put("comms", "/api/officers/" + officer, Bodies.officer(officer))
                        .status());
                hasAnAccount(own, officer);
            }
            process.giveAsSystem(new RequireAcknowledgement("amina", "social-media", 1, LocalDate.parse("2031-06-30")));

            // London has ten minutes left of that day.
            clock.set(Instant.parse("2031-06-30T22:50:00Z"));
            process.giveAsSystem(new RequireAcknowledgement("ben", "social-media", 1, LONG_AGO));
            await().atMost(SOON).until(() -> own.kinds("officer:ben").contains("AcknowledgementMissed"));
            assertThat(own.reminders()).contains("acknowledgement/amina/social-media:1");

            clock.set(Instant.parse("2031-06-30T23:00:00Z"));
            await().atMost(SOON).until(() -> own.kinds("officer:amina").contains("AcknowledgementMissed"));
        }
    }

    @Test
    void aReminderThatGoesOffBeforeItsDayIsOverGoesOffAgain() {
        register("early");
        hasAnAccount(store, "early");
        String reminder = "acknowledgement/early/social-media:1";
        one.giveAsSystem(new RequireAcknowledgement("early", "social-media", 1, LONG_HENCE));

        store.bringForward(reminder);

        await().atMost(SOON)
                .until(() -> store.number("SELECT coalesce(max(consecutive_failures), 0)"
                                + " FROM eventstore.scheduled_tasks WHERE task_instance = '" + reminder + "'")
                        > 0);
        assertThat(store.reminders()).contains(reminder);
        assertThat(store.kinds("officer:early")).containsExactly("OfficerRegistered", "AcknowledgementRequired");
    }

    @Test
    void aReminderOutlivesTheProcessThatSetIt() {
        StoreDatabase own = StoreDatabase.create("reminders_restart");
        try (CommandSideProcess first = CommandSideProcess.start(
                own,
                own.url(),
                "--db-scheduler.polling-interval=1h",
                "--db-scheduler.immediate-execution-enabled=false")) {
            done(first.put("comms", "/api/officers/amina", Bodies.officer("Amina"))
                    .status());
            hasAnAccount(own, "amina");
            first.giveAsSystem(new RequireAcknowledgement("amina", "social-media", 1, LONG_AGO));
        }
        assertThat(own.reminders()).containsExactly("acknowledgement/amina/social-media:1");
        assertThat(own.kinds("officer:amina")).containsExactly("OfficerRegistered", "AcknowledgementRequired");

        try (CommandSideProcess second = CommandSideProcess.start(own)) {
            await().atMost(SOON).until(() -> own.reminders().isEmpty());
        }

        assertThat(own.kinds("officer:amina"))
                .containsExactly("OfficerRegistered", "AcknowledgementRequired", "AcknowledgementMissed");
    }

    @Test
    void aReviewThatNobodyDidIsMissedExactlyOnce() {
        done(one.put("comms", "/api/policies/stale", Bodies.draft()).status());

        done(one.post(
                        "comms",
                        "/api/policies/stale/versions",
                        Bodies.version("2025-01-01").replace("2090-01-01", "2026-01-01"))
                .status());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(store.reminders())
                        .noneMatch(reminder -> reminder.startsWith("policy-review/stale/")));
        assertThat(store.kinds("policy:stale"))
                .containsExactly("PolicyDrafted", "PolicyVersionPublished", "PolicyReviewMissed");
    }

    @Test
    void aReviewSetsTheNextDayAndWithdrawalCallsItOff() {
        done(one.put("comms", "/api/policies/fresh", Bodies.draft()).status());
        done(one.post("comms", "/api/policies/fresh/versions", Bodies.version("2026-01-01"))
                .status());
        assertThat(remindersOf("fresh")).containsExactly("policy-review/fresh/1:2090-01-01");

        done(two.post("comms", "/api/policies/fresh/reviews", Bodies.review("2091-01-01"))
                .status());
        assertThat(remindersOf("fresh")).containsExactly("policy-review/fresh/1:2091-01-01");

        done(one.post("comms", "/api/policies/fresh/withdrawal", Bodies.reason("Done with"))
                .status());
        assertThat(remindersOf("fresh")).isEmpty();
    }

    @Test
    void aCommandThatIsRolledBackNeitherSetsNorCallsOff() {
        done(one.put("comms", "/api/policies/rolled-back", Bodies.draft()).status());
        done(one.post("comms", "/api/policies/rolled-back/versions", Bodies.version("2026-01-01"))
                .status());
        done(one.post("comms", "/api/policies/rolled-back/revisions", Bodies.revision("another"))
                .status());
        String next = Bodies.version("2026-02-01").replace("2090-", "2091-");

        store.refuse("domain_event", "NEW.stream = 'policy:rolled-back'");
        try {
            assertThat(one.post("comms", "/api/policies/rolled-back/versions", next)
                            .status())
                    .isEqualTo(500);
            assertThat(remindersOf("rolled-back")).containsExactly("policy-review/rolled-back/1:2090-01-01");
        } finally {
            store.allow("domain_event");
        }

        done(one.post("comms", "/api/policies/rolled-back/versions", next).status());
        assertThat(remindersOf("rolled-back")).containsExactly("policy-review/rolled-back/2:2091-01-01");
    }

    @Test
    void aReminderThatFailsGoesOffAgainAndKeepsNoOtherWaiting() {
        register("failing");
        register("other");
        hasAnAccount(store, "failing");
        hasAnAccount(store, "other");
        String reminder = "acknowledgement/failing/social-media:1";
        store.refuse("domain_event", "NEW.stream = 'officer:failing' AND NEW.event_type = 'AcknowledgementMissed'");
        try {
            one.giveAsSystem(new RequireAcknowledgement("failing", "social-media", 1, LONG_AGO));
            await().atMost(SOON)
                    .until(() -> store.number("SELECT coalesce(max(consecutive_failures), 0)"
                                    + " FROM eventstore.scheduled_tasks WHERE task_instance = '" + reminder + "'")
                            > 0);
            one.giveAsSystem(new RequireAcknowledgement("other", "social-media", 1, LONG_AGO));
            await().atMost(SOON).until(() -> store.kinds("officer:other").contains("AcknowledgementMissed"));
            assertThat(store.reminders()).contains(reminder);
        } finally {
            store.allow("domain_event");
        }

        await().atMost(SOON).until(() -> !store.reminders().contains(reminder));
        assertThat(store.kinds("officer:failing"))
                .containsExactly("OfficerRegistered", "AcknowledgementRequired", "AcknowledgementMissed");
    }

    @Test
    void whoOwesNothingAnyMoreWhenTheDayIsOverMissesNothing() {
        done(one.put("comms", "/api/policies/given-up", Bodies.draft()).status());
        done(one.post("comms", "/api/policies/given-up/versions", Bodies.version("2026-01-01"))
                .status());
        register("of-given-up");
        register("without-account");
        hasAnAccount(store, "of-given-up", "given-up");
        String ofGivenUp = "acknowledgement/of-given-up/given-up:1";
        one.giveAsSystem(new RequireAcknowledgement("of-given-up", "given-up", 1, LONG_HENCE));
        done(two.post("comms", "/api/policies/given-up/withdrawal", Bodies.reason("Done with"))
                .status());
        assertThat(store.reminders()).contains(ofGivenUp);

        store.bringForward(ofGivenUp);
        one.giveAsSystem(new RequireAcknowledgement("without-account", "social-media", 1, LONG_AGO));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(store.reminders())
                        .doesNotContain(ofGivenUp, "acknowledgement/without-account/social-media:1"));
        assertThat(store.kinds("officer:of-given-up")).containsExactly("OfficerRegistered", "AcknowledgementRequired");
        assertThat(store.kinds("officer:without-account"))
                .containsExactly("OfficerRegistered", "AcknowledgementRequired");
    }

    private static void hasAnAccount(StoreDatabase store, String officer) {
        hasAnAccount(store, officer, "social-media");
    }

    private static void hasAnAccount(StoreDatabase store, String officer, String policy) {
        store.asOwner()
                .update(
                        "INSERT INTO eventstore.account_person (account_id, officer_id, policy_id) VALUES (?, ?, ?)",
                        officer + "-x",
                        officer,
                        policy);
    }

    private List<String> remindersOf(String policyId) {
        return store.reminders().stream()
                .filter(reminder -> reminder.startsWith("policy-review/" + policyId + "/"))
                .toList();
    }

    private void register(String officer) {
        done(one.put("comms", "/api/officers/" + officer, Bodies.officer(officer))
                .status());
    }

    private static void done(int status) {
        assertThat(status).isIn(200, 201);
    }
}
