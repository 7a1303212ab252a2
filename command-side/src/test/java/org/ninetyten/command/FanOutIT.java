package org.ninetyten.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ninetyten.command.running.Bodies;
import org.ninetyten.command.running.CommandSideProcess;
import org.ninetyten.command.running.Reply;
import org.ninetyten.command.running.StoreDatabase;
import org.ninetyten.command.story.Story;
import org.ninetyten.database.DatabaseRole;
import org.ninetyten.events.Event;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.account.AccountEvent.AccountClosed;
import org.ninetyten.events.account.AccountEvent.AccountRefused;
import org.ninetyten.events.account.AccountEvent.AccountRequested;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.Significance;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A major version must be acknowledged by everyone with an open account: told in the background, each once. With {@code
 * -Dfan-out.officers=20000} it is a whole force.
 */
class FanOutIT {

    private static final Logger log = (Logger) LoggerFactory.getLogger(FanOutIT.class);

    private static final int OFFICERS = Integer.getInteger("fan-out.officers", 400);
    private static final int JOINERS = 20;
    private static final Duration LONG = Duration.ofMinutes(2).plusMillis(OFFICERS * 50L);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(5);

    private static final String REQUIRED_OF = """
            SELECT split_part(stream, ':', 2) FROM eventstore.domain_event WHERE event_type = 'AcknowledgementRequired'
            """;
    private static final String REQUIRED =
            "SELECT count(*) FROM eventstore.domain_event WHERE event_type = 'AcknowledgementRequired'";
    private static final String LISTED = "SELECT count(*) FROM eventstore.acknowledgement_to_require";
    private static final String TOLD = LISTED + " WHERE done";
    private static final String WITH_AN_ACCOUNT =
            "SELECT count(*) FROM eventstore.account_person WHERE left_on IS NULL";

    @Test
    void everyHolderOfAnOpenAccountIsToldOnceWhileCommandsAreAnsweredAndOthersJoin() {
        StoreDatabase store = StoreDatabase.create("fan_out");
        try (CommandSideProcess one = CommandSideProcess.start(store);
                CommandSideProcess two = CommandSideProcess.start(store)) {
            store.append(aForce());
            await().atMost(LONG).until(() -> store.number(WITH_AN_ACCOUNT) == OFFICERS + 1);

            Instant published = Instant.now();
            assertThat(one.post(
                                    "comms",
                                    "/api/policies/social-media/versions",
                                    Bodies.version(LondonTime.dayOf(published).toString()))
                            .status())
                    .isEqualTo(201);
            Duration slowest = Duration.ZERO;
            JdbcTemplate querySide = new JdbcTemplate(store.dataSource(DatabaseRole.QUERY));
            List<Long> progress = new ArrayList<>();
            for (int i = 0; i < JOINERS; i++) {
                CommandSideProcess process = i % 2 == 0 ? one : two;
                slowest = max(slowest, joinAs("joiner-" + i, process));
                progress.add(querySide.queryForObject(TOLD, Long.class));
            }
            store.awaitDuties();
            log.warn(
                    "{} officers were told within {}; of two commands a joiner meanwhile the slowest took {}; told by then: {}",
                    OFFICERS,
                    Duration.between(published, Instant.now()),
                    slowest,
                    progress);

            List<String> expected = new ArrayList<>(holders());
            expected.add("two-accounts");
            IntStream.range(0, JOINERS).forEach(i -> expected.add("joiner-" + i));
            assertThat(requiredOf(store)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(store.number(LISTED)).isEqualTo(expected.size());
            assertThat(store.reminders())
                    .filteredOn(reminder -> reminder.startsWith("acknowledgement/"))
                    .hasSize(expected.size());
            assertThat(store.payloads("officer:holder-7").getLast())
                    .isEqualTo("{\"officerId\":\"holder-7\",\"policyId\":\"social-media\",\"version\":1,\"dueBy\":\""
                            + LondonTime.dayOf(published).plusDays(14) + "\"}");
            assertThat(progress).isSorted();
            assertThat(slowest).isLessThan(ANSWERED_WITHIN);

            assertMinorVersionIsRequiredOfNobody(one, store, expected.size());
        }
    }

    private static void assertMinorVersionIsRequiredOfNobody(CommandSideProcess one, StoreDatabase store, int before) {
        assertThat(one.post("comms", "/api/policies/social-media/revisions", Bodies.revision("another"))
                        .status())
                .isEqualTo(200);
        assertThat(one.post(
                                "comms",
                                "/api/policies/social-media/versions",
                                Bodies.version("2090-01-01").replace("MAJOR", "MINOR"))
                        .status())
                .isEqualTo(201);
        store.awaitDuties();
        assertThat(store.number(LISTED)).isEqualTo(before);
    }

    @Test
    void anOperatorIsAskedLikeTheHolderFromJoiningUntilTheyLeave() {
        StoreDatabase store = StoreDatabase.create("fan_out_operators");
        try (CommandSideProcess one = CommandSideProcess.start(store)) {
            LocalDate today = LondonTime.dayOf(Instant.now());
            store.append(List.of(Story.POLICY_DRAFTED, version(1, today.minusDays(30))));
            for (String officer : List.of("amina", "ben", "cara")) {
                store.append(List.of(
                        officer(officer),
                        new TrainingRecorded(officer, "t-1", "Posting well", today.minusDays(30), null),
                        new PolicyAcknowledged(officer, "social-media", 1, today.minusDays(30), false)));
            }
            done(one.put("comms", "/api/accounts/harbour-x", Bodies.account("Harbour", "amina", "social-media")));
            done(one.post("comms", "/api/accounts/harbour-x/authorisation", "{}"));
            done(one.post("comms", "/api/accounts/harbour-x/operators", operator("ben")));
            publish(one, today.plusDays(20));
            done(one.post("comms", "/api/accounts/harbour-x/operators", operator("cara")));
            awaitRequired(store, "amina 2", "ben 2", "cara 2");

            done(one.send("comms", "DELETE", "/api/accounts/harbour-x/operators/ben", null));
            publish(one, today.plusDays(40));

            awaitRequired(store, "amina 2", "amina 3", "ben 2", "cara 2", "cara 3");
        }
    }

    private static String operator(String officer) {
        return "{\"officerId\": \"%s\"}".formatted(officer);
    }

    private static void publish(CommandSideProcess process, LocalDate effectiveFrom) {
        done(process.post("comms", "/api/policies/social-media/revisions", Bodies.revision("From " + effectiveFrom)));
        done(process.post("comms", "/api/policies/social-media/versions", Bodies.version(effectiveFrom.toString())));
    }

    private static void done(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isIn(200, 201);
    }

    private static void awaitRequired(StoreDatabase store, String... officersAndVersions) {
        store.awaitDuties();
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(store.asOwner().queryForList("""
                        SELECT split_part(stream, ':', 2) || ' ' || (eventstore.as_json(payload) ->> 'version')
                        FROM eventstore.domain_event WHERE event_type = 'AcknowledgementRequired'
                        """, String.class))
                        .containsExactlyInAnyOrder(officersAndVersions));
    }

    @Test
    void aProcessThatIsKilledInTheMiddleLosesAndDoublesNobody() throws Exception {
        StoreDatabase store = StoreDatabase.create("fan_out_killed");
        Process killed = CommandSideProcess.startApart(store);
        try {
            await().atMost(LONG)
                    .ignoreExceptions()
                    .until(() -> store.number("SELECT count(*) FROM eventstore.token_entry") == 1);
            store.append(aForce());
            store.append(List.of(Story.version(1, Significance.MAJOR, "2026-01-01")));

            await().atMost(LONG).pollInterval(Duration.ofMillis(5)).until(() -> store.number(REQUIRED) > 20);
        } finally {
            killed.destroyForcibly().waitFor();
        }
        long told = store.number(REQUIRED);
        assertThat(told).as("told when it was killed").isLessThan(OFFICERS);
        // What it had claimed is free again after a while; no test need wait for that.
        store.asOwner().update("UPDATE eventstore.acknowledgement_to_require SET claimed_until = now() WHERE NOT done");

        try (CommandSideProcess next = CommandSideProcess.start(store)) {
            store.awaitDuties();
        }

        List<String> expected = new ArrayList<>(holders());
        expected.add("two-accounts");
        assertThat(requiredOf(store)).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** The row of whoever joins is there first and shows last: its lower position must not hide the version from them. */
    @Test
    void whoJoinsWhileAVersionIsPublishedIsAskedAlsoWhereTheirJoiningShowsLast() {
        StoreDatabase store = StoreDatabase.create("fan_out_gap");
        try (CommandSideProcess one = CommandSideProcess.start(store)) {
            store.append(List.of(officer("early"), officer("joiner"), Story.POLICY_DRAFTED));
            store.append(List.of(account("early-x", "early")));
            await().atMost(LONG).until(() -> store.number(WITH_AN_ACCOUNT) == 1);
            try (StoreDatabase.Open joining = store.appendOpen(List.of(account("joiner-x", "joiner")))) {
                assertThat(one.post("comms", "/api/policies/social-media/versions", Bodies.version("2026-01-01"))
                                .status())
                        .isEqualTo(201);
                await().atMost(LONG)
                        .untilAsserted(() -> assertThat(requiredOf(store)).containsExactly("early"));

                joining.commit();
            }

            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(requiredOf(store)).containsExactlyInAnyOrder("early", "joiner"));
        }
    }

    @Test
    void whoJoinedIsAskedForTheVersionsOfThatMomentHoweverLateItIsRead() {
        StoreDatabase store = StoreDatabase.create("fan_out_late");
        try (CommandSideProcess one = CommandSideProcess.start(store)) {
            LocalDate today = LondonTime.dayOf(Instant.now());
            store.append(List.of(
                    officer("early"),
                    officer("late"),
                    Story.POLICY_DRAFTED,
                    version(1, today.minusDays(30)),
                    account("early-x", "early"),
                    version(2, today.minusDays(20)),
                    account("late-x", "late")));
            await().atMost(LONG).until(() -> store.number(WITH_AN_ACCOUNT) == 2);
            store.awaitDuties();
        }

        assertThat(store.asOwner()
                        .queryForList(
                                "SELECT officer_id || ' ' || version FROM eventstore.acknowledgement_to_require",
                                String.class))
                .containsExactlyInAnyOrder("early 1", "early 2", "late 2");
    }

    @Test
    void anEventThatNobodyCanReadStopsNeitherTheAutomationNorTheOthers() {
        StoreDatabase store = StoreDatabase.create("fan_out_unreadable");
        try (CommandSideProcess one = CommandSideProcess.start(store)) {
            store.appendUnreadable("nobody:1", "NobodyKnowsThis", "{\"a\": 1}", "{}");
            store.appendUnreadable("officer:damaged", "TrainingRecorded", "not json", "{}");
            store.appendUnreadable("officer:damaged", "TrainingRecorded", "{}", "not json");
            store.appendUnreadable("policy:damaged", "PolicyVersionPublished", "not json", "{}");
            store.appendUnreadable("policy:damaged", "PolicyVersionPublished", "{\"content\": {}}", "{}");
            store.appendUnreadable("policy:damaged", "PolicyWithdrawn", "[]", "{}");
            store.appendUnreadable("account:damaged", "AccountRequested", "not json", "{}");
            store.append(List.of(officer("amina"), officer("ben"), officer("broken"), Story.POLICY_DRAFTED));
            store.append(List.of(account("a-x", "amina"), account("b-x", "broken"), account("c-x", "ben")));
            store.appendUnreadable("officer:broken", "TrainingRecorded", "not json", "{}");
            store.append(List.of(Story.version(1, Significance.MAJOR, "2026-01-01")));

            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(requiredOf(store)).containsExactlyInAnyOrder("amina", "ben"));
            await().atMost(LONG).until(() -> store.number(TOLD) == 2);
            assertThat(store.number(LISTED)).isEqualTo(3);
        }
    }

    @Test
    void anAutomationThatFailsSaysSoAndGoesOnTrying() {
        StoreDatabase store = StoreDatabase.create("fan_out_failing");
        try (CommandSideProcess one = CommandSideProcess.start(store);
                Log log = new Log("org.axonframework.eventhandling")) {
            store.append(List.of(
                    officer("amina"), Story.POLICY_DRAFTED, Story.version(1, Significance.MAJOR, "2026-01-01")));
            store.refuse("acknowledgement_to_require", "NEW.officer_id = 'amina'");
            try {
                store.append(List.of(account("a-x", "amina")));

                await().atMost(LONG)
                        .untilAsserted(() -> assertThat(log.lines())
                                .anySatisfy(line -> assertThat(line).contains("acknowledgement-duties")));
                assertThat(store.number(WITH_AN_ACCOUNT)).isZero();
            } finally {
                store.allow("acknowledgement_to_require");
            }

            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(requiredOf(store)).containsExactly("amina"));
            assertThat(store.number(WITH_AN_ACCOUNT)).isEqualTo(1);
        }
    }

    /** Officers with an account each, one with two, and some whose account was refused or closed; the policy a draft. */
    private static List<Event> aForce() {
        List<Event> events = new ArrayList<>();
        events.add(Story.POLICY_DRAFTED);
        for (String holder : holders()) {
            events.add(officer(holder));
            events.add(account(holder + "-x", holder));
        }
        events.add(officer("two-accounts"));
        events.add(account("two-1", "two-accounts"));
        events.add(account("two-2", "two-accounts"));
        events.add(new AccountClosed("two-1", "One is enough"));
        for (String who : List.of("refused", "closed")) {
            events.add(officer(who));
            events.add(account(who + "-x", who));
        }
        events.add(new AccountRefused("refused-x", "No purpose"));
        events.add(new AccountClosed("closed-x", "Left"));
        return events;
    }

    private static List<String> holders() {
        return IntStream.range(0, OFFICERS).mapToObj(i -> "holder-" + i).toList();
    }

    private static OfficerRegistered officer(String id) {
        return new OfficerRegistered(id, "Someone", "1234", "harbour", false);
    }

    private static AccountRequested account(String id, String holder) {
        return new AccountRequested(id, "X", id, "p", "a", holder, "social-media", LocalDate.EPOCH);
    }

    private static PolicyVersionPublished version(int number, LocalDate effectiveFrom) {
        return Story.version(number, Significance.MAJOR, effectiveFrom.toString());
    }

    /** @return how long the slower of the two commands took */
    private static Duration joinAs(String officer, CommandSideProcess process) {
        Duration registered = timed(() -> process.put("comms", "/api/officers/" + officer, Bodies.officer(officer)));
        Duration joined = timed(() ->
                process.put("comms", "/api/accounts/" + officer, Bodies.account(officer, officer, "social-media")));
        return max(registered, joined);
    }

    private static Duration timed(Supplier<Reply> command) {
        Instant start = Instant.now();
        assertThat(command.get().status()).isEqualTo(201);
        return Duration.between(start, Instant.now());
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static List<String> requiredOf(StoreDatabase store) {
        return store.asOwner().queryForList(REQUIRED_OF, String.class);
    }

    /** What a part of the program logs at warn and above. */
    private static final class Log extends ListAppender<ILoggingEvent> implements AutoCloseable {

        private final Logger logger;

        private Log(String name) {
            list = new CopyOnWriteArrayList<>();
            logger = (Logger) LoggerFactory.getLogger(name);
            logger.addAppender(this);
            start();
        }

        private List<String> lines() {
            return list.stream()
                    .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                    .map(ILoggingEvent::getFormattedMessage)
                    .toList();
        }

        @Override
        public void close() {
            logger.detachAppender(this);
            stop();
        }
    }
}
