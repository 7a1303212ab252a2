package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

/** Who read what about whom: kept of every read, answered or refused, and told to those who may know. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessLogIT {

    private final QueryServer server = QueryServer.onDatabaseOfItsOwn();

    @BeforeAll
    void write() {
        server.writer()
                .append(
                        Samples.registered("amina"),
                        Samples.registered("ben"),
                        Samples.requested("harbour-x", "amina", "social-media"),
                        Samples.reported("told", "harbour-x", "amina"),
                        Samples.noBreach("told", "amina"),
                        Samples.reported("untold", "harbour-x", "amina"));
        await().atMost(Duration.ofSeconds(60)).until(server::hasCaughtUp);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aReadIsKeptWithWhoseItWasOfWhomAndWhy() {
        server.get("/api/officers/amina/history?kind=TrainingRecorded", "X-Purpose", "Annual inspection");

        JsonNode entry = kept("caller=auditor&subjectKind=officer&subjectId=amina");
        assertThat(entry.path("role").asString()).isEqualTo("AUDITOR");
        assertThat(entry.path("query").asString()).isEqualTo("GET /api/officers/{id}/history");
        assertThat(entry.path("subject").path("officerId").asString()).isEqualTo("amina");
        assertThat(entry.path("filters").asString()).isEqualTo("kind=TrainingRecorded");
        assertThat(entry.path("purpose").asString()).isEqualTo("Annual inspection");
        assertThat(entry.path("status").asInt()).isEqualTo(200);
        assertThat(entry.path("correlationId").asString()).isNotBlank();
    }

    @Test
    void whatIsRefusedIsKeptToo() {
        assertThat(server.getAs("ben", "/api/officers/amina").statusCode()).isEqualTo(403);
        assertThat(server.getAs("sergeant", "/api/officers/nobody-here").statusCode())
                .isEqualTo(404);

        assertThat(kept("caller=ben&subjectId=amina").path("status").asInt()).isEqualTo(403);
        assertThat(kept("caller=sergeant&subjectId=nobody-here").path("status").asInt())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/officers",
                "/api/officers/amina",
                "/api/officers/amina/history",
                "/api/accounts",
                "/api/advice",
                "/api/transgressions",
                "/api/duties",
                "/api/overview/entries?entry=postsFine",
                "/api/access-log"
            })
    void anAuditorSaysWhatFor(String path) {
        HttpResponse<String> unsaid = server.getAs("auditor", path, "X-Purpose", " ");
        assertThat(unsaid.statusCode()).as(unsaid.body()).isEqualTo(400);

        HttpResponse<String> missing = server.getWithoutPurpose(path);
        assertThat(missing.statusCode()).as(missing.body()).isEqualTo(400);
        assertThat(server.read(missing.body()).path("code").asString()).isEqualTo("purpose-required");
    }

    @Test
    void aPurposeIsOneLineOfAtMostTwoHundredCharacters() {
        assertThat(server.getAs("auditor", "/api/officers", "X-Purpose", "x".repeat(200))
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.getAs("auditor", "/api/officers", "X-Purpose", "x".repeat(201))
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.getAs("comms", "/api/officers", "X-Purpose", "x".repeat(201))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatConcernsNobodyTakesNoPurpose() {
        assertThat(server.getWithoutPurpose("/api/policies").statusCode()).isEqualTo(200);
        assertThat(server.getWithoutPurpose("/api/projections").statusCode()).isEqualTo(200);
    }

    @Test
    void anOfficerSeesWhoReadAboutThemAndNotWhy() {
        server.getAs("standards", "/api/officers/amina", "X-Purpose", "Not for amina to know");
        server.getAs("standards", "/api/officers/ben");
        kept("caller=standards&subjectId=ben");

        JsonNode items = items(server.getAs("amina", "/api/access-log?limit=200"));

        assertThat(items).isNotEmpty();
        assertThat(items).allSatisfy(entry -> {
            assertThat(entry.path("subject").path("officerId").asString()).isEqualTo("amina");
            assertThat(entry.has("purpose")).isFalse();
            assertThat(entry.has("filters")).isFalse();
        });
        assertThat(items)
                .anySatisfy(entry -> assertThat(entry.path("caller").asString()).isEqualTo("standards"));
        assertThat(items(server.getAs("amina", "/api/access-log?officerId=ben")))
                .isEmpty();
    }

    @Test
    void aCaseShowsToItsOfficerOnceTheyWereTold() {
        List<CaseRow> cases = server.jdbc()
                .query(
                        "SELECT id, officer_id, officer_told FROM readmodel.transgression",
                        (row, n) -> new CaseRow(row.getString(1), row.getString(2), row.getBoolean(3)));
        for (CaseRow one : cases) {
            server.getAs("standards", "/api/transgressions/" + one.id());
            assertThat(kept("caller=standards&subjectId=" + one.id())
                            .path("subject")
                            .path("officerId")
                            .asString())
                    .isEqualTo(one.officerId());
            if (List.of("amina", "ben").contains(one.officerId())) {
                JsonNode shown = items(server.getAs(one.officerId(), "/api/access-log?subjectId=" + one.id()));
                assertThat(shown.isEmpty()).as(one.toString()).isEqualTo(!one.told());
            }
        }
        assertThat(cases).extracting(CaseRow::told).contains(true, false);
    }

    record CaseRow(String id, String officerId, boolean told) {}

    @Test
    void nobodyElseReadsTheAccessLog() {
        for (String user : List.of("sergeant", "comms", "standards", "admin")) {
            assertThat(server.getAs(user, "/api/access-log").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void itIsReadPageByPageAndAsCsvAndThatIsKeptToo() {
        for (int i = 0; i < 5; i++) {
            server.getAs("comms", "/api/officers/amina");
        }
        await().until(() -> items(server.get("/api/access-log?caller=comms&subjectId=amina"))
                        .size()
                >= 5);

        JsonNode page = server.json("/api/access-log?caller=comms&subjectId=amina&limit=3");
        JsonNode next = server.json("/api/access-log?caller=comms&subjectId=amina&limit=3&cursor="
                + page.path("nextCursor").asString());
        assertThat(page.path("items")).hasSize(3);
        assertThat(next.path("items").get(0).path("id").asLong())
                .isLessThan(page.path("items").get(2).path("id").asLong());
        assertThat(server.get("/api/access-log?caller=comms", "Accept", "text/csv")
                        .body())
                .startsWith("id,readAt,caller,role,query,");
        assertThat(kept("caller=auditor&subjectKind=access-log").path("status").asInt())
                .isEqualTo(200);
    }

    @Test
    void nobodyChangesALineNotEvenTheOwner() throws SQLException {
        server.getAs("comms", "/api/officers/amina");
        kept("caller=comms");

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> server.jdbc().update("DELETE FROM accesslog.entry"));
        try (Connection owner = server.ownerConnection();
                Statement statement = owner.createStatement()) {
            String month = "accesslog.entry_"
                    + YearMonth.now(ZoneOffset.UTC).toString().replace('-', '_');
            for (String change : List.of(
                    "UPDATE accesslog.entry SET caller = 'x'",
                    "DELETE FROM accesslog.entry",
                    "TRUNCATE accesslog.entry",
                    "DELETE FROM " + month,
                    "TRUNCATE " + month)) {
                assertThatExceptionOfType(SQLException.class)
                        .as(change)
                        .isThrownBy(() -> statement.execute(change))
                        .withMessageContaining("append-only");
            }
        }
    }

    @Test
    void monthsAreMadeAheadAndWhatHasNoneIsKeptAllTheSame() {
        Integer months = server.jdbc()
                .queryForObject(
                        "SELECT count(*) FROM pg_inherits WHERE inhparent = 'accesslog.entry'::regclass",
                        Integer.class);
        assertThat(months).isEqualTo(5);

        server.jdbc().update("""
                INSERT INTO accesslog.entry (read_at, caller, role, query, subject_kind, status, correlation_id)
                VALUES (now() + interval '4 months', 'x', 'x', 'x', 'x', 200, 'x')""");
        assertThat(server.jdbc().queryForObject("SELECT accesslog.make_partitions(4)", Integer.class))
                .as("the month that has a line already")
                .isZero();
        assertThat(server.jdbc().queryForObject("SELECT accesslog.make_partitions(5)", Integer.class))
                .isEqualTo(1);
    }

    /** The latest that fits, once it is written. */
    private JsonNode kept(String filters) {
        return await().atMost(Duration.ofSeconds(10))
                .until(() -> items(server.get("/api/access-log?" + filters)), items -> !items.isEmpty())
                .get(0);
    }

    private JsonNode items(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return server.read(answer.body()).path("items");
    }
}
