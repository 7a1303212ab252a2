package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ninetyten.events.policy.Category.PERSONAL_DATA;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.events.policy.PolicyEvent.PolicyDrafted;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.stored.StoredEventSerializer;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionAssessed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;
import tools.jackson.databind.JsonNode;

/** Runs that are stopped in the middle, taken over, cancelled, kept waiting, or that cannot go on. Two cases at a time. */
class ReassessmentsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CASES = 20;
    private static final int BEFORE_THE_BARRIER = 6;

    private static final String[] SMALL_PORTIONS = {
        "--ninety-ten.reassessment.lease=2s",
        "--ninety-ten.reassessment.cases-at-once=2",
        "--ninety-ten.reassessment.positions-at-once=7"
    };

    private static QueryServer server;
    private static EventWriter writer;

    /** Each test has a policy of its own. */
    private CaseStory story = new CaseStory("");

    private String policyId = "";

    @BeforeAll
    static void start() throws SQLException {
        server = QueryServer.onDatabaseOfItsOwn(SMALL_PORTIONS);
        writer = server.writer();
        putUpBarrier();
    }

    @AfterAll
    static void stop() {
        writer.close();
        server.close();
    }

    @BeforeEach
    void tellAStory(TestInfo test) {
        policyId = "policy-" + Integer.toUnsignedString(test.getDisplayName().hashCode());
        story = new CaseStory(policyId);
        tell(writer);
    }

    private void tell(EventWriter where) {
        PolicyContent mild = CaseStory.content(Map.of("people", PERSONAL_DATA), Response.ADVICE, 12);
        PolicyContent heavy = CaseStory.content(Map.of("people", PERSONAL_DATA), Response.COACHING, 12);
        where.append(
                new PolicyDrafted(policyId, "Social media", mild), story.published(1, mild), story.published(2, heavy));
        for (int i = 0; i < CASES; i++) {
            where.append(reported("case-" + i, i), breach("case-" + i));
        }
    }

    @Test
    void whatAProcessLeavesInTheMiddleAnotherGoesOnWithAndTheAnswerIsTheSame() throws SQLException {
        try (Connection barrier = barrier()) {
            String id = ask();
            awaitBarrier(barrier);
            List<Map<String, Object>> before = rows(id);
            assertThat(before).hasSize(BEFORE_THE_BARRIER);
            assertThat(report(server, id).get("read").asInt()).isEqualTo(BEFORE_THE_BARRIER);
            assertThat(report(server, id).get("of").asInt()).isEqualTo(CASES);

            server.stop();
            open(barrier);

            try (QueryServer another = server.beside()) {
                await().atMost(PATIENCE).until(() -> state(another, id).equals("DONE"));
                assertThat(report(another, id).get("read").asInt()).isEqualTo(CASES);
            }
            server.startAgain();
            assertThat(rows(id)).hasSize(CASES).startsWith(before.toArray(Map[]::new));
            String uninterrupted = ask();
            await().atMost(PATIENCE).until(() -> state(server, uninterrupted).equals("DONE"));
            assertThat(cases(id)).isEqualTo(cases(uninterrupted));
            assertThat(workRows(server)).isEmpty();
        }
    }

    @Test
    void ofTwoProcessesOneWorksOnItAndNothingIsDoneTwice() {
        try (QueryServer another = server.beside()) {
            String one = ask();
            String other = ask();

            await().atMost(PATIENCE)
                    .until(() -> state(another, one).equals("DONE")
                            && state(server, other).equals("DONE"));

            assertThat(rows(one)).hasSize(CASES);
            assertThat(cases(one)).isEqualTo(cases(other));
            assertThat(report(server, one).get("read").asInt()).isEqualTo(CASES);
        }
    }

    @Test
    void aCancelledRunStopsWhereItIsAndWhatItReadIsKept() throws SQLException {
        try (Connection barrier = barrier()) {
            String id = ask();
            awaitBarrier(barrier);

            CompletableFuture<HttpResponse<String>> cancelling = CompletableFuture.supplyAsync(
                    () -> server.postAs("comms", "/api/reassessments/" + id + "/cancellation", ""));
            // It waits for the portion under way, which is then the last one.
            await().atMost(PATIENCE).until(() -> waitingForThePortion(barrier) == 1);
            open(barrier);

            HttpResponse<String> answer = cancelling.join();
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(server.read(answer.body()).get("state").asString()).isEqualTo("CANCELLED");
            assertThat(server.read(answer.body()).get("cancelledBy").asString()).isEqualTo("comms");
            String next = ask();
            await().atMost(PATIENCE).until(() -> state(server, next).equals("DONE"));
            assertThat(state(server, id)).isEqualTo("CANCELLED");
            assertThat(report(server, id).get("read").asInt()).isEqualTo(BEFORE_THE_BARRIER + 2);
            assertThat(rows(id)).hasSize(BEFORE_THE_BARRIER + 2);
        }
    }

    @Test
    void whatWasUnderWayWhenItWasAskedForIsWaitedForAndRead() throws SQLException {
        TransgressionReported report = reported("late", 99);
        try (Connection slow = writer.connection()) {
            slow.setAutoCommit(false);
            writer.appendRaw(slow, report.stream(), "TransgressionReported", json(report));
            TransgressionAssessed assessed = breach("late");
            writer.appendRaw(slow, assessed.stream(), "TransgressionAssessed", json(assessed));
            writer.append(Samples.registered("committed-later"));

            String id = ask();
            String firstLook = await().atMost(PATIENCE).until(() -> lookedAt(id), look -> !look.equals("never"));
            await().atMost(PATIENCE).until(() -> !firstLook.equals(lookedAt(id)));
            assertThat(report(server, id).get("of").asInt()).isZero();
            assertThat(state(server, id)).isEqualTo("RUNNING");

            slow.commit();

            await().atMost(PATIENCE).until(() -> state(server, id).equals("DONE"));
            assertThat(cases(id)).contains(policyId + "late\"");
            slow.setAutoCommit(true);
        }
    }

    @Test
    void whatIsRecordedAfterwardsChangesNothingInIt() {
        String id = ask();
        await().atMost(PATIENCE).until(() -> state(server, id).equals("DONE"));
        String before = cases(id);

        writer.append(reported("afterwards", 50), breach("afterwards"));
        String later = ask();
        await().atMost(PATIENCE).until(() -> state(server, later).equals("DONE"));

        assertThat(cases(id)).isEqualTo(before);
        assertThat(report(server, later).get("of").asInt()).isEqualTo(CASES + 1);
    }

    @Test
    void anEventThatCannotBeReadFailsItInPlainWords() {
        try (QueryServer broken = QueryServer.onDatabaseOfItsOwn(SMALL_PORTIONS);
                EventWriter itsWriter = broken.writer()) {
            tell(itsWriter);
            itsWriter.appendRaw("transgression:broken", "TransgressionReported", "not JSON at all");

            String id = ask(broken);

            await().atMost(PATIENCE).until(() -> state(broken, id).equals("FAILED"));
            assertThat(report(broken, id).get("error").asString())
                    .isEqualTo("The store has an event that this release cannot read. The log has more.");
            assertThat(workRows(broken)).isEmpty();
        }
    }

    private static List<String> workRows(QueryServer where) {
        return where.jdbc().queryForList("SELECT transgression_id FROM readmodel.reassessment_report", String.class);
    }

    private TransgressionReported reported(String id, int minute) {
        String postedAt = "2026-02-10T1%d:%02d:00Z".formatted(minute / 60, minute % 60);
        return story.reported(policyId + id, policyId + "-" + minute % 3, postedAt, PERSONAL_DATA, 1, minute / 3);
    }

    private TransgressionAssessed breach(String id) {
        return story.breach(policyId + id, "people");
    }

    private String ask() {
        return ask(server);
    }

    private String ask(QueryServer where) {
        HttpResponse<String> answer = where.postAs(
                "standards",
                "/api/reassessments",
                "{\"policyId\": \"" + policyId
                        + "\", \"version\": 2, \"from\": \"2026-02-01\", \"to\": \"2026-02-28\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return where.read(answer.body()).get("id").asString();
    }

    private static JsonNode report(QueryServer where, String id) {
        return where.json("/api/reassessments/" + id);
    }

    private static String state(QueryServer where, String id) {
        return report(where, id).get("state").asString();
    }

    private String cases(String id) {
        HttpResponse<String> answer = server.get("/api/reassessments/" + id + "/cases");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** With the transaction that wrote each. */
    private List<Map<String, Object>> rows(String id) {
        return server.jdbc().queryForList("""
                SELECT xmin::text, position, transgression_id, document::text FROM readmodel.reassessed_case
                WHERE reassessment_id = ? ORDER BY position
                """, id);
    }

    /** When it was last given up for a later look; "never" before that. */
    private String lookedAt(String id) {
        return String.valueOf(server.jdbc()
                .queryForObject(
                        "SELECT coalesce(lease_until::text, 'never') FROM readmodel.reassessment WHERE id = ?",
                        String.class,
                        id));
    }

    /** Whoever writes the next case after some has to pass it. */
    private static void putUpBarrier() throws SQLException {
        try (Connection owner = server.ownerConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    CREATE FUNCTION readmodel.barrier() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
                    BEGIN
                        IF (SELECT count(*) FROM readmodel.reassessed_case
                            WHERE reassessment_id = NEW.reassessment_id) = %d THEN
                            PERFORM pg_advisory_xact_lock_shared(4711);
                        END IF;
                        RETURN NEW;
                    END $$
                    """.formatted(BEFORE_THE_BARRIER));
            statement.execute("CREATE TRIGGER barrier BEFORE INSERT ON readmodel.reassessed_case"
                    + " FOR EACH ROW EXECUTE FUNCTION readmodel.barrier()");
        }
    }

    /** Closed, until it is opened or the connection goes. */
    private static Connection barrier() throws SQLException {
        Connection owner = server.ownerConnection();
        try (Statement statement = owner.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(4711)");
        }
        return owner;
    }

    private static void awaitBarrier(Connection barrier) {
        await().atMost(PATIENCE).until(() -> waiting(barrier, "advisory") == 1);
    }

    private static void open(Connection barrier) throws SQLException {
        try (Statement statement = barrier.createStatement()) {
            statement.execute("SELECT pg_advisory_unlock(4711)");
        }
    }

    /** How many wait for the portion that stands at the barrier; others may wait for something else meanwhile. */
    private static int waitingForThePortion(Connection asker) throws SQLException {
        try (var query = asker.prepareStatement("""
                        SELECT count(*) FROM pg_locks waiting
                        WHERE NOT granted AND locktype = 'transactionid' AND EXISTS (
                            SELECT FROM pg_locks portion
                            WHERE portion.locktype = 'advisory' AND portion.objid = 4711 AND NOT portion.granted
                              AND portion.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                              AND portion.pid = ANY (pg_blocking_pids(waiting.pid)))
                        """);
                var result = query.executeQuery()) {
            result.next();
            return result.getInt(1);
        }
    }

    /** How many in this database wait for a lock of that kind. */
    private static int waiting(Connection asker, String kind) throws SQLException {
        try (var query = asker.prepareStatement("""
                SELECT count(*) FROM pg_locks lock JOIN pg_stat_activity USING (pid)
                WHERE NOT granted AND locktype = ? AND datname = current_database()
                """)) {
            query.setString(1, kind);
            try (var result = query.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }

    private static String json(Object event) {
        byte[] json =
                StoredEventSerializer.create().serialize(event, byte[].class).getData();
        return new String(json, StandardCharsets.UTF_8);
    }
}
