package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.events.account.AccountEvent.AccountRefused;
import org.ninetyten.events.account.AccountEvent.AccountReinstated;
import org.ninetyten.events.account.AccountEvent.AccountSuspended;
import org.ninetyten.events.account.AccountEvent.HolderLeft;
import org.ninetyten.events.account.AccountEvent.OperatorRemoved;
import org.ninetyten.events.officer.OfficerEvent.CheckInMissed;
import org.ninetyten.events.officer.OfficerEvent.CheckInRecorded;
import org.ninetyten.events.officer.OfficerEvent.OfficerLeft;
import org.ninetyten.events.officer.OfficerEvent.TrainingLapsed;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;
import tools.jackson.databind.JsonNode;

/** An account from holder to holder, until one leaves; who could post when, and in whose history what stands. */
class PeopleIT {

    private static final Instant JANUARY = Instant.parse("2026-01-12T09:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-02T09:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-02T09:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-02T09:00:00Z");

    private static QueryServer server;
    private static EventWriter writer;

    @BeforeAll
    static void tellAStory() {
        server = QueryServer.onDatabaseOfItsOwn();
        writer = server.writer();
        writer.appendAt(
                JANUARY,
                Samples.registered("amina"),
                Samples.registered("ben"),
                Samples.registered("carys"),
                Samples.requested("harbour-x", "amina", "social-media"),
                Samples.authorised("harbour-x", "amina", "social-media"),
                Samples.operated("harbour-x", "ben", "social-media"),
                Samples.operated("harbour-x", "carys", "social-media"),
                checkIn("amina", "c-1"),
                checkIn("carys", "elsewhere"),
                new CheckInMissed("amina", "social-media", 1, LocalDate.parse("2026-02-11")),
                new CheckInMissed("amina", "another", 1, LocalDate.parse("2026-02-11")));
        writer.appendAt(
                MARCH,
                Samples.transferred("harbour-x", "amina", "ben", LocalDate.parse("2026-03-02")),
                Samples.trained("amina", "after"),
                Samples.required("ben", "social-media", 1, LocalDate.parse("2026-03-16")),
                new TrainingLapsed("ben", "b-1", LocalDate.parse("2026-03-01"), "social-media", 1));
        writer.appendAt(APRIL, new AccountSuspended("harbour-x", "Phone lost", LocalDate.parse("2026-04-10"), null));
        writer.appendAt(
                Instant.parse("2026-04-11T08:00:00Z"),
                new AccountReinstated("harbour-x", "The suspension was until 2026-04-10.", null));
        writer.appendAt(
                MAY,
                new OfficerLeft("ben", LocalDate.parse("2026-04-30")),
                new HolderLeft("harbour-x", "ben", LocalDate.parse("2026-04-30")),
                Samples.trained("carys", "while"),
                new OfficerLeft("carys", LocalDate.parse("2026-05-01")),
                Samples.requested("refused-x", "amina", "social-media"),
                new AccountRefused("refused-x", "No purpose"),
                Samples.requested("waits-x", "amina", "social-media"));
        await().atMost(Duration.ofSeconds(30)).until(server::hasCaughtUp);
    }

    @AfterAll
    static void stop() {
        writer.close();
        server.close();
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "2026-01-09T12:00:00Z, '', The account was opened on 2026-01-10 only.",
        "2026-01-11T12:00:00Z, HOLDER amina 2026-01-10 OPERATOR ben 2026-01-10 OPERATOR carys 2026-01-10, ''",
        "2026-03-02T08:59:59Z, HOLDER amina 2026-01-10 OPERATOR ben 2026-01-10 OPERATOR carys 2026-01-10, ''",
        "2026-03-02T09:00:00Z, HOLDER ben 2026-03-02 OPERATOR carys 2026-01-10, ''",
        "2026-04-05T12:00:00Z, '', The account was suspended on 2026-04-02: Phone lost",
        "2026-04-11T07:00:00Z, HOLDER ben 2026-03-02 OPERATOR carys 2026-01-10, ''",
        "2026-05-01T12:00:00Z, OPERATOR carys 2026-01-10, ''",
        "2026-06-01T12:00:00Z, '', 'Nobody answered for the account, and it had no operators.'",
    })
    void whoCouldPostIsAnsweredForAnyInstantByWhenThingsHappened(String at, String who, String reason) {
        JsonNode answer = server.json("/api/accounts/harbour-x/could-post?at=" + at);

        assertThat(answer.get("accountId").asString()).isEqualTo("harbour-x");
        assertThat(answer.get("at").asString()).isEqualTo(at);
        assertThat(String.join(
                        " ",
                        answer.get("officers")
                                .valueStream()
                                .map(one -> one.get("as").asString() + " "
                                        + one.get("officerId").asString() + " "
                                        + one.get("since").asString())
                                .toList()))
                .isEqualTo(who);
        assertThat(answer.path("reason").asString("")).isEqualTo(reason);
    }

    @Test
    void nobodyPostsWithWhatWasNeverAuthorised() {
        assertThat(reason("refused-x", "")).isEqualTo("The account was refused.");
        assertThat(reason("waits-x", "")).isEqualTo("The account was requested, and not authorised yet.");
        assertThat(reason("waits-x", "?at=2026-01-20T00:00:00Z"))
                .isEqualTo("The account was requested, and not authorised yet.");
    }

    @Test
    void whatIsNoInstantThatHasComeOrNoAccountIsSaidSo() {
        assertThat(server.get("/api/accounts/no-such/could-post").statusCode()).isEqualTo(404);
        for (String at : List.of("2099-01-01T00:00:00Z", "yesterday", "2026-01-01", "")) {
            assertThat(server.get("/api/accounts/harbour-x/could-post?at=" + at).statusCode())
                    .as(at)
                    .isEqualTo(400);
        }
        assertThat(server.getAs("amina", "/api/accounts/harbour-x/could-post").statusCode())
                .isEqualTo(403);
    }

    @Test
    void anAccountTellsWhoHeldItWhenAsAtAnyInstant() {
        assertThat(holders("?at=" + JANUARY)).containsExactly("amina 2026-01-10 ...");
        assertThat(holders("?at=" + MARCH)).containsExactly("amina 2026-01-10 2026-03-02", "ben 2026-03-02 ...");
        assertThat(holders("")).containsExactly("amina 2026-01-10 2026-03-02", "ben 2026-03-02 2026-04-30");
        JsonNode now = server.json("/api/accounts/harbour-x");
        assertThat(now.has("holderId")).isFalse();
        assertThat(now.get("withoutHolderSince").asString()).isEqualTo("2026-04-30");
    }

    @Test
    void accountsThatNobodyAnswersForAreFound() {
        assertThat(ids("?withoutHolder=true")).containsExactly("harbour-x");
        assertThat(ids("?withoutHolder=false")).containsExactly("refused-x", "waits-x");
        assertThat(ids("?withoutHolder=true&state=SUSPENDED")).isEmpty();
        assertThat(ids("?holderId=ben")).isEmpty();
        assertThat(server.get("/api/accounts?withoutHolder=perhaps").statusCode())
                .isEqualTo(400);
    }

    @Test
    void anAccountsHistoryFollowsItsHolders() {
        assertThat(told("auditor", "/api/accounts/harbour-x/history"))
                .containsExactly(
                        "AccountRequested amina",
                        "AccountAuthorised amina",
                        "OperatorAdded ben",
                        "OperatorAdded carys",
                        "CheckInRecorded amina",
                        "CheckInMissed amina",
                        "AccountTransferred ben",
                        "AcknowledgementRequired ben",
                        "TrainingLapsed ben",
                        "AccountSuspended",
                        "AccountReinstated",
                        "HolderLeft ben",
                        "TrainingRecorded carys");
    }

    @Test
    void whoNoLongerHoldsItHasNothingMoreOfItInTheirHistory() {
        assertThat(told("auditor", "/api/officers/amina/history"))
                .contains("AccountTransferred ben")
                .doesNotContain("AccountSuspended", "HolderLeft ben");
        assertThat(told("auditor", "/api/officers/ben/history"))
                .contains("AccountTransferred ben", "AccountSuspended", "HolderLeft ben", "OfficerLeft ben");
    }

    @Test
    void anOfficerTellsHowTheyAreSupported() {
        JsonNode amina = server.json("/api/officers/amina");
        assertThat(amina.get("checkIns").get(0).get("checkInId").asString()).isEqualTo("c-1");
        assertThat(amina.get("checkInsMissed")
                        .valueStream()
                        .map(one -> one.get("policyId").asString()))
                .containsExactly("social-media", "another");
        assertThat(amina.get("trainingLapsed").asBoolean()).isFalse();
        JsonNode ben = server.json("/api/officers/ben");
        assertThat(ben.get("trainingLapsed").asBoolean()).isTrue();
        assertThat(ben.get("trainingValidUntil").asString()).isEqualTo("2026-03-01");
        assertThat(ben.get("leftOn").asString()).isEqualTo("2026-04-30");
        assertThat(server.json("/api/officers/ben?at=" + MARCH).has("leftOn")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"officers", "accounts", "histories"})
    void aRebuildWouldMakeTheSameOfIt(String projection) {
        server.postAs("auditor", "/api/projections/" + projection + "/verification", "{}");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> !verification(projection).get("state").asString().equals("RUNNING"));
        assertThat(verification(projection).get("equal").asBoolean())
                .as(verification(projection).toString())
                .isTrue();
    }

    /** Rows that an earlier release wrote are made what a rebuild would make of them. */
    @Test
    void rowsOfAnEarlierReleaseAreBroughtUpToDateByTheMigration() throws SQLException, IOException {
        try (QueryServer other = QueryServer.onDatabaseOfItsOwn();
                EventWriter events = other.writer()) {
            events.appendAt(
                    JULY,
                    Samples.registered("amina"),
                    Samples.registered("ben"),
                    Samples.trained("ben", "b-1"),
                    Samples.trained("ben", "b-2"),
                    new TrainingRecorded("ben", "b-3", "Posting well", Samples.DAY, null),
                    Samples.requested("open-x", "amina", "social-media"),
                    Samples.requested("refused-x", "amina", "social-media"),
                    new AccountRefused("refused-x", "No purpose"),
                    Samples.requested("closed-x", "amina", "social-media"),
                    Samples.authorised("closed-x", "amina", "social-media"));
            // The 10th in London.
            events.appendAt(Instant.parse("2026-07-09T23:30:00Z"), Samples.closed("closed-x"));
            await().atMost(Duration.ofSeconds(30)).until(other::hasCaughtUp);
            try (Connection owner = other.ownerConnection();
                    Statement statement = owner.createStatement()) {
                statement.execute("SET search_path TO readmodel");
                statement.execute("UPDATE account SET document = (document::jsonb - 'holders' - 'reviews')::json");
                statement.execute(
                        "UPDATE officer SET document = (document::jsonb - 'trainingValidUntil' - 'trainingLapsed'"
                                + " - 'checkIns' - 'checkInsMissed')::json");
                statement.execute(
                        "UPDATE officer SET document = replace(document::text, ', \"lapsed\": false', '')::json");
                for (String change : updatesOf("V9__people.sql")) {
                    statement.execute(change);
                }
            }

            for (String projection : List.of("officers", "accounts")) {
                String path = "/api/projections/" + projection + "/verification";
                other.postAs("auditor", path, "");
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> !other.json(path).get("state").asString().equals("RUNNING"));
                assertThat(other.json(path).get("equal").asBoolean())
                        .as(other.json(path).toString())
                        .isTrue();
            }
        }
    }

    private static List<String> updatesOf(String migration) throws IOException {
        try (InputStream script = PeopleIT.class.getResourceAsStream("/org/ninetyten/query/migration/" + migration)) {
            String text = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split(";\\s*\n"))
                    .map(String::strip)
                    .filter(statement -> statement.startsWith("UPDATE"))
                    .toList();
        }
    }

    /** A transfer whose row shows after those of later events is placed as if it had come in its turn. */
    @Test
    void whoOperatedAndThenHeldItIsOneAndTheOther() {
        writer.appendAt(
                JULY,
                Samples.registered("dana"),
                Samples.requested("late-x", "dana", "social-media"),
                Samples.authorised("late-x", "dana", "social-media"),
                Samples.operated("late-x", "amina", "social-media"),
                Samples.transferred("late-x", "dana", "amina", LocalDate.parse("2026-07-02")),
                new OperatorRemoved("late-x", "nobody", LocalDate.parse("2026-07-02")),
                Samples.trained("amina", "as-holder"),
                Samples.trained("dana", "no-longer"));
        await().atMost(Duration.ofSeconds(30)).until(server::hasCaughtUp);

        assertThat(told("auditor", "/api/accounts/late-x/history"))
                .contains("TrainingRecorded amina")
                .doesNotContain("TrainingRecorded dana");
    }

    private static CheckInRecorded checkIn(String officer, String id) {
        String account = id.equals("c-1") ? "harbour-x" : null;
        return new CheckInRecorded(officer, id, LocalDate.parse("2026-01-11"), "sergeant", "Going well", account);
    }

    private static JsonNode verification(String projection) {
        return server.json("/api/projections/" + projection + "/verification");
    }

    private static String reason(String account, String query) {
        return server.json("/api/accounts/" + account + "/could-post" + query)
                .get("reason")
                .asString();
    }

    private static List<String> ids(String query) {
        return server.json("/api/accounts" + query)
                .get("items")
                .valueStream()
                .map(one -> one.get("id").asString())
                .filter(id -> !id.equals("late-x"))
                .toList();
    }

    private static List<String> holders(String query) {
        return server.json("/api/accounts/harbour-x" + query)
                .get("holders")
                .valueStream()
                .map(holder -> holder.get("officerId").asString()
                        + " " + holder.get("from").asString()
                        + " " + holder.path("until").asString("..."))
                .toList();
    }

    /** The kind of each entry, and the officer whom it names. */
    private static List<String> told(String user, String path) {
        return server.read(server.getAs(user, path).body())
                .get("items")
                .valueStream()
                .map(entry -> (entry.get("kind").asString() + " "
                                + entry.path("subject").path("officerId").asString(""))
                        .strip())
                .toList();
    }
}
