package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Response;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A projection is made anew while the old one answers, and then takes its place. */
class RebuildIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static QueryServer server;
    private static EventWriter writer;

    @BeforeAll
    static void start() {
        server = QueryServer.onDatabaseOfItsOwn();
        writer = server.writer();
        writer.append(
                Samples.drafted("social-media"),
                Samples.published("social-media", 1, Samples.DAY, "Do no harm."),
                Samples.registered("amina"),
                Samples.trained("amina", "before-the-account"),
                Samples.acknowledged("amina", "social-media", 1),
                Samples.requested("harbour-x", "amina", "social-media"),
                Samples.authorised("harbour-x", "amina", "social-media"),
                Samples.trained("amina", "while-they-hold-it"),
                Samples.reported("photo", "harbour-x", "amina"),
                Samples.assessed("photo", "amina", Intent.CARELESS, Response.REFLECTIVE_PRACTICE),
                Samples.completed("photo", "amina", Response.REFLECTIVE_PRACTICE),
                Samples.coached("amina", "harbour-x", "photo"),
                Samples.closed("harbour-x"),
                Samples.trained("amina", "after-it-was-closed"));
    }

    @AfterAll
    static void stop() {
        writer.close();
        server.close();
    }

    @Test
    void everyProjectionIsMadeAnewWithTheSameRowsIndexesAndRights() {
        awaitCaughtUp();
        for (String projection : QueryServer.PROJECTIONS) {
            List<String> tables = tablesOf(projection);
            Map<String, List<String>> rows = rowsOf(tables);
            List<String> shape = shapeOf(tables);
            List<Long> files = filesOf(tables);

            JsonNode done = rebuilt(projection);

            assertThat(rowsOf(tables)).as(projection).isEqualTo(rows);
            assertThat(shapeOf(tables)).as(projection).isEqualTo(shape);
            assertThat(filesOf(tables)).as(projection).doesNotContainAnyElementsOf(files);
            assertThat(done.get("read").asLong()).isPositive();
            assertThat(done.get("of").asLong()).isEqualTo(done.get("read").asLong());
            assertThat(copiesLeftOf(tables)).isEmpty();
        }
        writer.append(Samples.registered("after-all-rebuilds"));
        await().atMost(PATIENCE)
                .until(() ->
                        server.get("/api/officers/after-all-rebuilds/history").statusCode() == 200);
    }

    @Test
    void whoReadsMeanwhileNeverMissesARowAndWhatIsRecordedMeanwhileIsInTheNewOne() throws Exception {
        writer.append(Samples.registered("steady"));
        awaitCaughtUp();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService others = Executors.newFixedThreadPool(2);
        try {
            Future<Integer> recorded = others.submit(() -> {
                int count = 0;
                while (!done.get()) {
                    writer.append(Samples.registered("meanwhile-" + count), Samples.trained("steady", "t-" + count));
                    count++;
                }
                return count;
            });
            Future<Integer> read = others.submit(() -> {
                long version = 0;
                long entries = 0;
                int count = 0;
                while (!done.get()) {
                    HttpResponse<String> officer = server.get("/api/officers/steady");
                    assertThat(officer.statusCode()).isEqualTo(200);
                    long seen = server.read(officer.body()).get("version").asLong();
                    assertThat(seen).isGreaterThanOrEqualTo(version);
                    version = seen;
                    long told = count("SELECT count(*) FROM readmodel.history_subject JOIN readmodel.history_entry"
                            + " USING (position)");
                    assertThat(told).isGreaterThanOrEqualTo(entries);
                    entries = told;
                    count++;
                }
                return count;
            });
            for (int i = 0; i < 3; i++) {
                rebuilt("officers");
                rebuilt("histories");
            }
            done.set(true);
            assertThat(read.get(30, TimeUnit.SECONDS)).isPositive();
            int count = recorded.get(30, TimeUnit.SECONDS);
            assertThat(count).isPositive();
            awaitCaughtUp();
            assertThat(count("SELECT count(*) FROM readmodel.officer WHERE id LIKE 'meanwhile-%'"))
                    .isEqualTo(count);
            assertThat(count("SELECT count(*) FROM readmodel.history_entry"))
                    .isEqualTo(count("SELECT count(*) FROM eventstore.domain_event"));
        } finally {
            done.set(true);
            others.shutdownNow();
        }
    }

    @Test
    void aSecondIsRefusedAndACancelledOneLeavesNothingBehind() throws SQLException {
        awaitCaughtUp();
        try (Connection reader = queryConnection()) {
            // Someone who reads the old rows for long: the switch has to wait for them.
            read(reader, "SELECT count(*) FROM readmodel.account");
            assertThat(post("/api/projections/accounts/rebuild").statusCode()).isEqualTo(202);
            await().atMost(PATIENCE)
                    .until(() -> rebuildOf("accounts").get("read").asLong() > 0);

            HttpResponse<String> second = post("/api/projections/accounts/rebuild");
            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(server.read(second.body()).get("code").asString()).isEqualTo("rebuild-running");
            HttpResponse<String> verification = post("/api/projections/accounts/verification");
            assertThat(verification.statusCode()).isEqualTo(409);
            assertThat(server.get("/api/accounts/harbour-x").statusCode()).isEqualTo(200);
            List<Long> files = filesOf(tablesOf("accounts"));

            HttpResponse<String> cancelled = post("/api/projections/accounts/rebuild/cancellation");

            assertThat(cancelled.statusCode()).isEqualTo(200);
            assertThat(server.read(cancelled.body()).get("state").asString()).isEqualTo("CANCELLED");
            assertThat(post("/api/projections/accounts/rebuild/cancellation").statusCode())
                    .isEqualTo(409);
            assertThat(copiesLeftOf(tablesOf("accounts"))).isEmpty();
            assertThat(filesOf(tablesOf("accounts"))).isEqualTo(files);
            assertThat(rebuildOf("accounts").get("state").asString()).isEqualTo("CANCELLED");
            reader.rollback();
        }
        rebuilt("accounts");
    }

    @Test
    void aSwitchWaitsForALongReaderWhileOthersAreAnsweredAndTakesInWhatCameMeanwhile() throws SQLException {
        awaitCaughtUp();
        try (Connection reader = queryConnection()) {
            read(reader, "SELECT count(*) FROM readmodel.transgression");
            post("/api/projections/transgressions/rebuild");
            await().atMost(PATIENCE)
                    .until(() -> rebuildOf("transgressions").get("read").asLong() > 0);
            writer.append(Samples.reported("meanwhile", "harbour-x", "amina"));
            await().atMost(PATIENCE)
                    .until(() -> server.get("/api/transgressions/meanwhile").statusCode() == 200);
            assertThat(rebuildOf("transgressions").get("state").asString()).isEqualTo("RUNNING");
            reader.rollback();
        }
        awaitDone("transgressions");
        assertThat(server.get("/api/transgressions/meanwhile").statusCode()).isEqualTo(200);
    }

    @Test
    void anEventCommittedBehindWhereTheCopyIsIsNotSkipped() throws SQLException {
        awaitCaughtUp();
        try (Connection early = writer.connection();
                Connection late = writer.connection();
                Connection reader = queryConnection()) {
            early.setAutoCommit(false);
            late.setAutoCommit(false);
            writer.appendRaw(early, "officer:gap-early", "OfficerRegistered", registered("gap-early"));
            writer.appendRaw(late, "officer:gap-late", "OfficerRegistered", registered("gap-late"));
            writer.append(Samples.registered("gap-after"));
            await().atMost(PATIENCE).until(() -> isThere("gap-after"));
            awaitCaughtUp();
            read(reader, "SELECT count(*) FROM readmodel.officer");
            post("/api/projections/officers/rebuild");
            await().atMost(PATIENCE)
                    .until(() -> count("SELECT count(*) FROM readmodel_copy.officer WHERE id = 'gap-after'") == 1);

            // One fills its gap while the copy is past it and not yet switched to, and begets a next event.
            early.commit();
            writer.append(Samples.trained("gap-early", "first"));
            await().atMost(PATIENCE).until(() -> isThere("gap-early") && versionOf("gap-early") == 2);
            reader.rollback();
            awaitDone("officers");
            assertThat(versionOf("gap-early")).isEqualTo(2);
            assertThat(isThere("gap-late")).isFalse();

            // The other when the new one is in its place.
            late.commit();
            writer.append(Samples.trained("gap-late", "first"));
            await().atMost(PATIENCE).until(() -> isThere("gap-late") && versionOf("gap-late") == 2);
        }
        assertThat(server.json("/api/projections/officers/dead-letters")
                        .get("items")
                        .valueStream()
                        .filter(letter -> letter.get("sequence").asString().contains("gap-")))
                .isEmpty();
        assertThat(VerificationIT.verified(server, "officers").get("equal").asBoolean())
                .isTrue();
    }

    @Test
    void whatIsAskedForWrongIsRefused() {
        for (String name :
                List.of("nothing", "officers%00", "Officers", "officers;", "..%2Fofficers", "a".repeat(300))) {
            for (String what : List.of(
                    "/rebuild",
                    "/rebuild/cancellation",
                    "/verification",
                    "/verification/cancellation",
                    "/dead-letters/retry",
                    "/dead-letters/x/retry")) {
                assertThat(post("/api/projections/" + name + what).statusCode())
                        .as(name + what)
                        .isIn(400, 404);
            }
        }
        assertThat(code(post("/api/projections/policies/rebuild/cancellation"))).isEqualTo("no-rebuild");
        assertThat(code(post("/api/projections/policies/verification/cancellation")))
                .isEqualTo("no-verification");
        assertThat(code(post("/api/projections/policies/dead-letters/none/retry")))
                .isEqualTo("not-found");
        assertThat(code(post("/api/projections/policies/dead-letters/" + "x".repeat(100) + "/retry")))
                .isEqualTo("invalid");
        for (String user : List.of("amina", "sergeant", "comms", "standards", "auditor")) {
            assertThat(server.postAs(user, "/api/projections/policies/rebuild", "")
                            .statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
    }

    private static JsonNode rebuilt(String projection) {
        HttpResponse<String> begun = post("/api/projections/" + projection + "/rebuild");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        assertThat(begun.headers().firstValue("Location")).contains("/api/projections/" + projection);
        return awaitDone(projection);
    }

    private static JsonNode awaitDone(String projection) {
        await().atMost(PATIENCE)
                .until(() -> !rebuildOf(projection).get("state").asString().equals("RUNNING"));
        JsonNode rebuild = rebuildOf(projection);
        assertThat(rebuild.get("state").asString()).as(rebuild.toString()).isEqualTo("DONE");
        return rebuild;
    }

    private static JsonNode rebuildOf(String projection) {
        return server.json("/api/projections/" + projection).get("rebuild");
    }

    private static HttpResponse<String> post(String path) {
        return server.postAs("admin", path, "");
    }

    private static String code(HttpResponse<String> answer) {
        return server.read(answer.body()).get("code").asString();
    }

    private static String registered(String officer) {
        return "{\"officerId\":\"" + officer
                + "\",\"name\":\"L\",\"collarNumber\":\"1\",\"unit\":\"u\",\"staff\":false}";
    }

    private static boolean isThere(String officer) {
        return server.get("/api/officers/" + officer).statusCode() == 200;
    }

    private static long versionOf(String officer) {
        return server.json("/api/officers/" + officer).get("version").asLong();
    }

    private static Connection queryConnection() throws SQLException {
        Connection connection =
                Objects.requireNonNull(server.jdbc().getDataSource()).getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void read(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
        }
    }

    private static List<String> tablesOf(String projection) {
        return jdbc().queryForList(
                        "SELECT table_name::text FROM readmodel.projection_table WHERE projection = ? ORDER BY 1",
                        String.class,
                        projection);
    }

    private static Map<String, List<String>> rowsOf(List<String> tables) {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : tables) {
            rows.put(
                    table,
                    jdbc().queryForList(
                                    "SELECT t::text FROM readmodel." + table + " t ORDER BY t::text", String.class));
        }
        return rows;
    }

    /** Columns, indexes, constraints and rights, by their names. */
    private static List<String> shapeOf(List<String> tables) {
        return jdbc().queryForList(
                        """
                        SELECT attrelid::regclass || '.' || attname || ' ' || format_type(atttypid, atttypmod) || ' '
                            || attnotnull || ' ' || attnum || ' ' || coalesce(pg_get_expr(adbin, adrelid), '')
                        FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
                        WHERE attrelid = ANY (?::regclass[]) AND attnum > 0 AND NOT attisdropped
                        UNION ALL SELECT pg_get_indexdef(indexrelid) FROM pg_index
                        WHERE indrelid = ANY (?::regclass[])
                        UNION ALL SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
                        WHERE conrelid = ANY (?::regclass[])
                        UNION ALL SELECT oid::regclass || ' ' || relacl::text || ' ' || relowner::regrole FROM pg_class
                        WHERE oid = ANY (?::regclass[]) ORDER BY 1
                        """, String.class, qualified(tables), qualified(tables), qualified(tables), qualified(tables));
    }

    private static String qualified(List<String> tables) {
        return "{readmodel." + String.join(",readmodel.", tables) + "}";
    }

    private static List<Long> filesOf(List<String> tables) {
        return jdbc().queryForList(
                        "SELECT oid::bigint FROM pg_class WHERE oid = ANY (?::regclass[]) ORDER BY relname",
                        Long.class,
                        qualified(tables));
    }

    private static List<String> copiesLeftOf(List<String> tables) {
        return jdbc().queryForList(
                        "SELECT relname::text FROM pg_class WHERE relnamespace = 'readmodel_copy'::regnamespace"
                                + " AND relname = ANY (?::text[])",
                        String.class,
                        "{" + String.join(",", tables) + "}");
    }

    private static long count(String sql) {
        Long counted = jdbc().queryForObject(sql, Long.class);
        return counted == null ? 0 : counted;
    }

    private static JdbcTemplate jdbc() {
        return server.jdbc();
    }

    private static void awaitCaughtUp() {
        await().atMost(PATIENCE).until(server::hasCaughtUp);
    }
}
