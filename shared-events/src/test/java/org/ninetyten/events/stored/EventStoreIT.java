package org.ninetyten.events.stored;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.INSTANT;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.database.DatabaseRole;
import org.ninetyten.database.EmbeddedDatabase;
import org.ninetyten.database.Login;
import org.ninetyten.events.account.AccountEvent.AccountSuspended;
import org.ninetyten.events.officer.OfficerEvent.AgreedActionCompleted;
import org.ninetyten.events.officer.OfficerEvent.ConversationNoteAdded;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.transgression.TransgressionEvent.ResponseCompleted;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionRestricted;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionUnrestricted;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The store on a real PostgreSQL, as the command side has it. */
class EventStoreIT {

    private static StoreOnPostgres store;

    @BeforeAll
    static void migrate() {
        store = StoreOnPostgres.create("event_store_it");
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void theOwnerMigratesOnceAndAgainChangesNothing() {
        Login owner = EmbeddedDatabase.shared().login(DatabaseRole.OWNER);
        String url = EmbeddedDatabase.shared().createDatabase("event_store_it_migration");
        var properties = new DatabaseProperties(url, owner.user(), owner.password(), true);

        assertThat(migrate(properties).applied()).isPositive();
        assertThat(migrate(properties).applied()).isZero();
    }

    @Test
    void aProgramThatIsNotToMigrateLeavesItToOthers() {
        Login owner = EmbeddedDatabase.shared().login(DatabaseRole.OWNER);
        String url = EmbeddedDatabase.shared().createDatabase("event_store_it_unmigrated");

        assertThat(migrate(new DatabaseProperties(url, owner.user(), owner.password(), false))
                        .applied())
                .isZero();
        assertThat(migrate(new DatabaseProperties(url, null, null, true)).applied())
                .isZero();
    }

    @Test
    void anAuditorReadsWhatHappenedInPlainSql() throws SQLException {
        store.append(0, registered("audited"));
        store.append(1, new TrainingRecorded("audited", "sm", "Social media", LocalDate.of(2026, 1, 12), null));

        List<Map<String, Object>> log = queryAsAuditor("""
                SELECT position, recorded_at, subject, subject_id, version, kind, revision, event_id,
                       details->>'unit' AS unit, details->>'completedOn' AS completed_on,
                       jsonb_typeof(details) AS details_type, unreadable_details,
                       metadata->>'actorId' AS actor_id, metadata->>'actorRole' AS actor_role,
                       metadata->>'correlationId' AS correlation_id, metadata->>'causationId' AS causation_id
                FROM eventstore.event_log WHERE subject_id = 'audited' ORDER BY position""");

        assertThat(log).hasSize(2);
        assertThat(log.get(0))
                .containsEntry("subject", "officer")
                .containsEntry("subject_id", "audited")
                .containsEntry("version", 1L)
                .containsEntry("kind", "OfficerRegistered")
                .containsEntry("revision", "1")
                .containsEntry("unit", "harbour")
                .containsEntry("details_type", "object")
                .containsEntry("unreadable_details", null)
                .containsEntry("actor_id", "comms")
                .containsEntry("actor_role", "COMMS")
                .containsEntry("correlation_id", "c-1")
                .containsEntry("causation_id", "m-1");
        assertThat(log.get(0).get("recorded_at"))
                .asInstanceOf(type(Timestamp.class))
                .extracting(Timestamp::toInstant, as(INSTANT))
                .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(log.get(1))
                .containsEntry("version", 2L)
                .containsEntry("kind", "TrainingRecorded")
                .containsEntry("completed_on", "2026-01-12");
        assertThat((Long) log.get(1).get("position"))
                .isGreaterThan((Long) log.get(0).get("position"));
    }

    @Test
    void whenItWasRecordedIsKeptInIso8601Utc() {
        store.append(0, registered("timed"));

        String recordedAt = store.sql()
                .queryForObject(
                        "SELECT recorded_at FROM eventstore.domain_event WHERE stream = 'officer:timed'", String.class);

        assertThat(recordedAt).endsWith("Z");
        assertThat(OffsetDateTime.parse(recordedAt).toInstant())
                .isEqualTo(only("officer:timed").getTimestamp());
    }

    @Test
    void theLogThatAuditorsReadIsWithoutWhatWasSaidInReflectivePractice() throws SQLException {
        store.append(
                0,
                new ResponseCompleted(
                        "walled",
                        "amina",
                        "harbour-x",
                        Response.REFLECTIVE_PRACTICE,
                        LocalDate.of(2026, 3, 6),
                        "Reflective practice completed.",
                        null,
                        "I was tired"));

        List<Map<String, Object>> log = queryAsAuditor("""
                SELECT jsonb_exists(details, 'note') AS noted, jsonb_exists(details, 'reflectiveAccount') AS walled
                FROM eventstore.event_log WHERE subject_id = 'walled'""");

        assertThat(log).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("noted", true).containsEntry("walled", false);
        });
    }

    @Test
    void theLogIsWithoutWhatWasNotedOfAConversationInReflectivePracticeAndWithWhatWasNotedOtherwise()
            throws SQLException {
        store.append(0, new ConversationNoteAdded("noted", "c", "n-1", "I was tired", null, "case", true));
        store.append(1, new ConversationNoteAdded("noted", "c", "n-2", "I was on leave", null, "case", false));
        LocalDate day = LocalDate.of(2026, 3, 6);
        store.append(2, new AgreedActionCompleted("noted", "c", 1, day, "They were tired", null, "case", true));
        store.append(3, new AgreedActionCompleted("noted", "c", 2, day, "They went on leave", null, "case", false));

        List<Map<String, Object>> log = queryAsAuditor("""
                SELECT jsonb_exists(details, 'note') AS noted
                FROM eventstore.event_log WHERE subject_id = 'noted' ORDER BY position""");

        assertThat(log).extracting(row -> row.get("noted")).containsExactly(false, true, false, true);
    }

    @Test
    void theLogIsWithoutACaseWhileItIsRestrictedAndWithoutWhatNamesIt() throws SQLException {
        List<String> callers = List.of("standards");
        store.append(0, new TransgressionRestricted("covert", "hidden-a", "hidden-x", callers, "A secret"));
        store.append(0, new TransgressionRestricted("over", "hidden-a", "hidden-x", callers, "A secret"));
        store.append(1, new TransgressionUnrestricted("over", "hidden-a", "hidden-x", "It is known"));
        store.append(0, new AccountSuspended("hidden-x", "By standards", null, "covert"));
        store.append(0, new ConversationNoteAdded("hidden-a", "c", "n-1", "Of it", null, "covert", false));
        store.append(1, new ConversationNoteAdded("hidden-a", "c", "n-2", "Of another", null, "over", false));

        List<Map<String, Object>> log = queryAsAuditor("""
                SELECT kind, event_log::text AS whole FROM eventstore.event_log
                WHERE subject_id IN ('covert', 'over', 'hidden-x', 'hidden-a') ORDER BY position""");

        assertThat(log)
                .extracting(row -> row.get("kind"))
                .containsExactly(
                        "TransgressionRestricted",
                        "TransgressionUnrestricted",
                        "AccountSuspended",
                        "ConversationNoteAdded");
        assertThat(log).noneMatch(row -> String.valueOf(row.get("whole")).contains("covert"));
    }

    /** What a fault or an attack left in one row must not take the whole log from an auditor. */
    @Test
    void aRowThatIsNoJsonIsShownAsItsBytesAmongTheOthers() throws SQLException {
        try (var broken = StoreOnPostgres.create("event_store_it_broken");
                Connection command = broken.connect(DatabaseRole.COMMAND)) {
            byte[] good = "{\"name\":\"Ben\"}".getBytes(UTF_8);
            byte[][] bad = {
                "{\"name\":".getBytes(UTF_8),
                new byte[] {'"', (byte) 0xC3, (byte) 0x28, '"'},
                "{\"name\":\"\\u0000\"}".getBytes(UTF_8),
                {0},
                {},
                "[".repeat(200_000).getBytes(UTF_8)
            };
            StoreOnPostgres.insertRow(command, "officer:good", "Kind", "2026-03-01T09:30:00Z", good, good);
            for (int i = 0; i < bad.length; i++) {
                StoreOnPostgres.insertRow(command, "officer:bad-" + i, "Kind", "yesterday-ish", bad[i], bad[i]);
            }

            List<Map<String, Object>> log =
                    queryAsAuditor(broken, "SELECT * FROM eventstore.event_log ORDER BY position");

            assertThat(log).hasSize(1 + bad.length);
            assertThat(log.get(0)).containsEntry("unreadable_details", null);
            assertThat(String.valueOf(log.get(0).get("details"))).isEqualTo("{\"name\": \"Ben\"}");
            for (int i = 0; i < bad.length; i++) {
                assertThat(log.get(1 + i))
                        .containsEntry("subject_id", "bad-" + i)
                        .containsEntry("details", null)
                        .containsEntry("metadata", null)
                        .containsEntry("recorded_at", null)
                        .containsEntry("unreadable_details", bad[i]);
            }
        }
    }

    /** The first place too: of two who make the same thing, the second has to see what the first one made. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1})
    void ofTwoWritersOfTheSamePlaceOneHasToDecideAgain(long sequenceNumber) throws Exception {
        String id = "contended-" + sequenceNumber;
        var together = new CyclicBarrier(2);
        try (ExecutorService writers = Executors.newFixedThreadPool(2)) {
            List<Future<?>> attempts = Stream.of("First", "Second")
                    .<Future<?>>map(name -> writers.submit(() -> {
                        store.transaction().executeWithoutResult(status -> {
                            meet(together);
                            store.engine()
                                    .appendEvents(StoreOnPostgres.message(
                                            sequenceNumber, new OfficerRegistered(id, name, "1", "harbour", false)));
                        });
                    }))
                    .toList();

            List<Throwable> failures = attempts.stream()
                    .map(EventStoreIT::failureOf)
                    .flatMap(Stream::ofNullable)
                    .toList();

            assertThat(failures).hasSize(1);
            assertThat(failures.get(0)).isInstanceOf(ConcurrencyException.class);
        }
        assertThat(streamLength("officer:" + id)).isEqualTo(1);
    }

    @Test
    void anEventIsReadBackWithItsOwnPositionAlsoWhereItFillsAGap() throws Exception {
        try (var gaps = StoreOnPostgres.create("event_store_it_gaps");
                ExecutorService slow = Executors.newSingleThreadExecutor()) {
            var inserted = new CountDownLatch(1);
            var mayCommit = new CountDownLatch(1);
            Future<?> late = slow.submit(() -> gaps.transaction().executeWithoutResult(status -> {
                gaps.engine().appendEvents(StoreOnPostgres.message(0, registered("late")));
                inserted.countDown();
                wait(mayCommit);
            }));
            wait(inserted);
            gaps.append(0, registered("prompt"));

            List<? extends TrackedEventMessage<?>> first = gaps.readAfter(null);
            mayCommit.countDown();
            late.get(30, TimeUnit.SECONDS);
            List<? extends TrackedEventMessage<?>> second =
                    gaps.readAfter(first.get(0).trackingToken());

            assertThat(first).hasSize(1);
            assertThat(RecordedEvent.of(first.get(0)).position()).isEqualTo(2);
            assertThat(RecordedEvent.of(first.get(0)).event()).isEqualTo(registered("prompt"));
            assertThat(second).hasSize(1);
            assertThat(((GapAwareTrackingToken) second.get(0).trackingToken()).getIndex())
                    .isEqualTo(2);
            assertThat(RecordedEvent.of(second.get(0)).position()).isEqualTo(1);
            assertThat(RecordedEvent.of(second.get(0)).event()).isEqualTo(registered("late"));
            assertThat(RecordedEvent.of(second.get(0)).provenance()).isEqualTo(StoreOnPostgres.PROVENANCE);
        }
    }

    @Test
    void anEventOfAnotherProgramIsNoticedNotSkipped() throws SQLException {
        try (Connection command = store.connect(DatabaseRole.COMMAND)) {
            StoreOnPostgres.insertRow(command, "officer:later", "java.lang.String", "\"owned\"");
        }

        var read = store.engine().readEvents("officer:later", 0).asStream().toList();

        assertThat(read).hasSize(1);
        assertThatExceptionOfType(UnreadableEventException.class).isThrownBy(() -> RecordedEvent.of(read.get(0)));
    }

    /** No commit may land behind a reader's token: a transaction that stays open is ended, not waited for. */
    @Test
    void aTransactionThatStaysOpenTooLongIsEndedAndLeavesNothing() throws SQLException {
        try (Connection command = store.connect(DatabaseRole.COMMAND)) {
            command.createStatement().execute("SET transaction_timeout = '200ms'");
            command.setAutoCommit(false);
            StoreOnPostgres.insertRow(command, "officer:too-late", "OfficerRegistered", "{}");
            int process = command.unwrap(org.postgresql.PGConnection.class).getBackendPID();

            try (Connection watcher = store.connectAsSuperuser()) {
                await().atMost(Duration.ofSeconds(20))
                        .until(() ->
                                count(watcher, "SELECT count(*) FROM pg_stat_activity WHERE pid = " + process) == 0);
            }

            assertThatThrownBy(command::commit).isInstanceOf(SQLException.class);
        }
        assertThat(streamLength("officer:too-late")).isZero();
    }

    @Test
    void anUpcasterInTheChainIsAppliedToWhatIsRead() throws SQLException {
        try (var old = StoreOnPostgres.create(
                        "event_store_it_upcast",
                        context -> context.registerBean(
                                "oldShapes",
                                EventUpcasterChain.class,
                                () -> new EventUpcasterChain(new NameWasInTwoParts()),
                                definition -> definition.setPrimary(true)));
                Connection command = old.connect(DatabaseRole.COMMAND)) {
            StoreOnPostgres.insertRow(command, "officer:amina", "OfficerEnrolled", """
                    {"officerId":"amina","first":"Amina","last":"Yusuf","collarNumber":"4471","unit":"harbour","staff":false}""");

            var tracked = old.readAfter(null);
            var stream = old.engine().readEvents("officer:amina", 0).asStream().toList();

            assertThat(RecordedEvent.of(tracked.get(0)).event()).isEqualTo(registered("amina"));
            assertThat(RecordedEvent.of(tracked.get(0)).position()).isEqualTo(1);
            assertThat(stream.get(0).getPayload()).isEqualTo(registered("amina"));
        }
    }

    /** A shape that never was, to show that the engine reads through the chain. */
    private static final class NameWasInTwoParts extends SingleEventUpcaster {

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(new SimpleSerializedType("OfficerEnrolled", "1"));
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(
                    new SimpleSerializedType("OfficerRegistered", "1"), JsonNode.class, NameWasInTwoParts::joined);
        }

        private static JsonNode joined(JsonNode old) {
            var officer = (ObjectNode) old.deepCopy();
            String name = officer.remove("first").asString() + " "
                    + officer.remove("last").asString();
            return officer.put("name", name);
        }
    }

    private static Migration migrate(DatabaseProperties properties) {
        return Migration.run(properties, EventStoreTables.SCHEMA, "org/ninetyten/events/stored/migration");
    }

    private static OfficerRegistered registered(String id) {
        return new OfficerRegistered(id, "Amina Yusuf", "4471", "harbour", false);
    }

    private static org.axonframework.eventhandling.DomainEventMessage<?> only(String stream) {
        var events = store.engine().readEvents(stream, 0).asStream().toList();
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private static int streamLength(String stream) {
        Integer length = store.sql()
                .queryForObject("SELECT count(*) FROM eventstore.domain_event WHERE stream = ?", Integer.class, stream);
        return length == null ? 0 : length;
    }

    private static List<Map<String, Object>> queryAsAuditor(String sql) throws SQLException {
        return queryAsAuditor(store, sql);
    }

    private static List<Map<String, Object>> queryAsAuditor(StoreOnPostgres of, String sql) throws SQLException {
        try (Connection auditor = of.connect(DatabaseRole.AUDITOR)) {
            return new org.springframework.jdbc.core.JdbcTemplate(
                            new org.springframework.jdbc.datasource.SingleConnectionDataSource(auditor, true))
                    .queryForList(sql);
        }
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static @org.jspecify.annotations.Nullable Throwable failureOf(Future<?> attempt) {
        try {
            attempt.get(30, TimeUnit.SECONDS);
            return null;
        } catch (java.util.concurrent.ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void wait(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
