package org.ninetyten.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ninetyten.command.story.Story.POLICY_DRAFTED;
import static org.ninetyten.command.story.Story.version;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.ninetyten.command.running.CommandSideProcess;
import org.ninetyten.command.running.StoreDatabase;
import org.ninetyten.command.story.Story;
import org.ninetyten.database.DatabaseRole;
import org.ninetyten.database.EmbeddedDatabase;
import org.ninetyten.database.Login;
import org.ninetyten.events.account.AccountEvent.AccountAuthorised;
import org.ninetyten.events.account.AccountEvent.AccountReinstated;
import org.ninetyten.events.account.AccountEvent.AccountRequested;
import org.ninetyten.events.account.AccountEvent.AccountSuspended;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;
import org.ninetyten.events.policy.PolicyEvent.PolicyWithdrawn;
import org.ninetyten.events.policy.Significance;

/** A store that an older command side filled is brought up to date, and the duties go on where they were. */
class StoreMadeBeforeIT {

    private static final String VERSIONS =
            "SELECT policy_id || ' ' || version FROM eventstore.policy_version ORDER BY policy_id, version";

    private final Login owner = EmbeddedDatabase.shared().login(DatabaseRole.OWNER);

    @Test
    void whatTheAutomationHadTakenInOfPoliciesIsKnownAndNoMore() {
        StoreDatabase store = StoreDatabase.create("store_made_before");
        migrate(store, "3");
        store.append(List.of(
                POLICY_DRAFTED, // 1
                version(1, Significance.MAJOR, "2026-01-01"), // 2
                version(2, Significance.MINOR, "2026-02-01"), // 3
                version(3, Significance.MAJOR, "2098-01-01"), // 4: not seen yet, a gap
                new PolicyWithdrawn("another", LocalDate.parse("2026-03-01"), "Done with"), // 5
                version(4, Significance.MAJOR, "2099-01-01"), // 6: not read yet
                Story.AMINA_REGISTERED));
        automationHasReadTo(store, "{\"index\":5,\"gaps\":[4]}");

        migrate(store, "latest");

        assertThat(store.asOwner().queryForList(VERSIONS, String.class)).containsExactly("social-media 1");
        assertThat(store.asOwner().queryForList("SELECT policy_id FROM eventstore.policy_withdrawal", String.class))
                .containsExactly("another");
        try (CommandSideProcess one = CommandSideProcess.start(store)) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() ->
                            store.asOwner().queryForList(VERSIONS, String.class).size() == 3);
            store.append(List.of(
                    new AccountRequested("a-x", "X", "a", "p", "a", "amina", "social-media", LocalDate.EPOCH),
                    new AccountRequested("b-x", "X", "b", "p", "a", "amina", "another", LocalDate.EPOCH)));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> store.kinds("officer:amina").size() == 4);
            assertThat(store.payloads("officer:amina").subList(1, 4))
                    .satisfiesOnlyOnce(event -> assertThat(event).contains("social-media", "\"version\":1"))
                    .satisfiesOnlyOnce(event -> assertThat(event).contains("social-media", "\"version\":3"))
                    .satisfiesOnlyOnce(event -> assertThat(event).contains("social-media", "\"version\":4"));
        }
    }

    @Test
    void aStoreThatNoAutomationHasReadLeavesAllOfItToBeRead() {
        StoreDatabase store = StoreDatabase.create("store_made_before_unread");
        migrate(store, "3");
        store.append(List.of(POLICY_DRAFTED, version(1, Significance.MAJOR, "2026-01-01")));

        migrate(store, "latest");

        assertThat(store.asOwner().queryForList(VERSIONS, String.class)).isEmpty();
    }

    /** Nobody had set a reminder for the end of a suspension, and nobody had ever looked at an officer. */
    @Test
    void whatFellDueBeforeAnythingLookedIsMadeUpForOnce() {
        StoreDatabase store = StoreDatabase.create("store_made_before_looks");
        migrate(store, "3.4");
        LocalDate past = LocalDate.parse("2026-03-31");
        LocalDate hence = LocalDate.parse("2098-03-31");
        store.append(List.of(
                Story.AMINA_REGISTERED,
                new TrainingRecorded("amina", "t-1", "Posting well", LocalDate.parse("2025-01-01"), past),
                new AccountSuspended("to-come-x", "Lost phone", hence, null)));
        for (String account : List.of("over-y", "found-y")) {
            store.append(List.of(
                    new AccountRequested(account, "X", account, "p", "a", "amina", "social-media", LocalDate.EPOCH),
                    new AccountAuthorised(account, "amina", past, "social-media", 1, 1, "t-1", past),
                    new AccountSuspended(account, "Lost phone", past, null)));
        }
        store.append(List.of(new AccountReinstated("found-y", "Found", null)));

        migrate(store, "latest");

        try (CommandSideProcess one = CommandSideProcess.start(store)) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(store.kinds("officer:amina"))
                            .containsExactly("OfficerRegistered", "TrainingRecorded", "TrainingLapsed"));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(store.kinds("account:over-y"))
                            .containsExactly(
                                    "AccountRequested", "AccountAuthorised", "AccountSuspended", "AccountReinstated"));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> store.reminders("found-y").isEmpty());
            assertThat(store.kinds("account:found-y")).hasSize(4);
            assertThat(store.reminders()).contains("suspension/to-come-x/2098-03-31");
        }
    }

    private void migrate(StoreDatabase store, String target) {
        Flyway.configure()
                .dataSource(store.url(), owner.user(), owner.password())
                .schemas("eventstore")
                .defaultSchema("eventstore")
                .locations("classpath:org/ninetyten/events/stored/migration")
                .target(target)
                .load()
                .migrate();
    }

    private static void automationHasReadTo(StoreDatabase store, String token) {
        store.asOwner().update("""
                INSERT INTO eventstore.token_entry (processorName, segment, token, tokenType, timestamp)
                VALUES ('acknowledgement-duties', 0, convert_to(?, 'UTF8'),
                    'org.axonframework.eventhandling.GapAwareTrackingToken', '2026-01-01T00:00:00Z')
                """, token);
    }
}
