package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.account.AccountEvent.AccountSuspended;
import tools.jackson.databind.JsonNode;

/** Who operates an account, who did, and in whose history what stands. */
class OperatorsIT {

    private static final Instant JANUARY = Instant.parse("2026-01-12T09:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T09:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-09T23:30:00Z");

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
                Samples.trained("ben", "before"),
                Samples.operated("harbour-x", "ben", "social-media"),
                Samples.operated("harbour-x", "carys", "social-media"),
                Samples.trained("ben", "while"),
                Samples.acknowledged("ben", "social-media", 2),
                Samples.acknowledged("ben", "another", 1),
                Samples.required("carys", "social-media", 3, LocalDate.parse("2026-02-14")));
        writer.appendAt(FEBRUARY, Samples.left("harbour-x", "ben"), Samples.trained("ben", "after"));
        writer.appendAt(
                MARCH,
                Samples.missed("carys", "social-media", 3, LocalDate.parse("2026-02-14")),
                Samples.reported("photo", "harbour-x", "ben"),
                new AccountSuspended("harbour-x", "In response to a transgression.", null, "photo"));
        // The 10th in London.
        writer.appendAt(JULY, Samples.closed("harbour-x"), Samples.trained("carys", "after"));
        await().atMost(Duration.ofSeconds(30)).until(server::hasCaughtUp);
    }

    @AfterAll
    static void stop() {
        writer.close();
        server.close();
    }

    @Test
    void anAccountTellsWhoOperatesItAndWhoDidAsAtAnyInstant() {
        assertThat(operators("?at=" + JANUARY)).containsExactly("ben 2026-01-10 ...", "carys 2026-01-10 ...");
        assertThat(operators("?at=" + FEBRUARY)).containsExactly("ben 2026-01-10 2026-01-30", "carys 2026-01-10 ...");
        assertThat(operators("?at=" + MARCH)).containsExactly("ben 2026-01-10 2026-01-30", "carys 2026-01-10 ...");
        assertThat(operators("")).containsExactly("ben 2026-01-10 2026-01-30", "carys 2026-01-10 2026-07-10");
    }

    @Test
    void anAccountTellsWhatItRestsOnThatSomeoneMayPost() {
        JsonNode ben = server.json("/api/accounts/harbour-x").get("operators").get(0);

        assertThat(ben.get("policyVersion").asInt()).isEqualTo(1);
        assertThat(ben.get("acknowledgedVersion").asInt()).isEqualTo(1);
        assertThat(ben.get("trainingId").asString()).isEqualTo("social");
        assertThat(ben.get("trainingValidUntil").asString()).isEqualTo("2027-01-10");
        assertThat(ben.get("recordedAt").asString()).isEqualTo(JANUARY.toString());
        assertThat(ben.get("recordedBy").asString()).isEqualTo("comms");
    }

    @Test
    void whatOperatorsDoInRespectOfAnAccountStandsInItsHistoryWhileTheyOperateIt() {
        assertThat(told("auditor", "/api/accounts/harbour-x/history"))
                .containsExactly(
                        "AccountRequested amina",
                        "AccountAuthorised amina",
                        "OperatorAdded ben",
                        "OperatorAdded carys",
                        "TrainingRecorded ben",
                        "PolicyAcknowledged ben",
                        "AcknowledgementRequired carys",
                        "OperatorRemoved ben",
                        "AcknowledgementMissed carys",
                        "TransgressionReported ben",
                        "AccountSuspended",
                        "AccountClosed");
    }

    @Test
    void whatHappensToAnAccountStandsInTheHistoriesOfThoseWhoOperateItThen() {
        assertThat(told("auditor", "/api/officers/ben/history"))
                .containsExactly(
                        "OfficerRegistered ben",
                        "TrainingRecorded ben",
                        "OperatorAdded ben",
                        "OperatorAdded carys",
                        "TrainingRecorded ben",
                        "PolicyAcknowledged ben",
                        "PolicyAcknowledged ben",
                        "OperatorRemoved ben",
                        "TrainingRecorded ben",
                        "TransgressionReported ben");
        assertThat(told("auditor", "/api/officers/carys/history"))
                .containsExactly(
                        "OfficerRegistered carys",
                        "OperatorAdded carys",
                        "AcknowledgementRequired carys",
                        "OperatorRemoved ben",
                        "AcknowledgementMissed carys",
                        "AccountSuspended",
                        "AccountClosed",
                        "TrainingRecorded carys");
    }

    @Test
    void whoeverSharesAnAccountLearnsNothingOfACaseAboutAnother() {
        assertThat(told("auditor", "/api/officers/amina/history")).contains("AccountSuspended");

        assertThat(server.getAs("amina", "/api/officers/amina/history").body())
                .contains("OperatorRemoved", "AccountClosed")
                .doesNotContain("photo")
                .doesNotContain("In response to a transgression");
    }

    @Test
    void anOperatorOwesAnAcknowledgementOnlyIfTheyWereOneWhenItsDayCame() {
        LocalDate due = LocalDate.parse("2026-04-30");
        writer.append(Samples.drafted("shared"), Samples.published("shared", 1, Samples.DAY, "First"));
        for (String officer : List.of("stays", "left", "back-in-time", "back-too-late")) {
            writer.append(Samples.registered(officer), Samples.required(officer, "shared", 1, due));
        }
        operated("stays", "2026-04-01", null);
        operated("left", "2026-04-01", "2026-04-20");
        operated("back-in-time", "2026-04-01", "2026-04-20");
        operated("back-in-time", "2026-04-25", null);
        operated("back-too-late", "2026-04-01", "2026-04-20");
        operated("back-too-late", "2026-05-01", null);
        await().atMost(Duration.ofSeconds(30)).until(server::hasCaughtUp);

        assertThat(server.json("/api/policies/shared/versions/1/acknowledgements")
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("officerId").asString() + " "
                                + item.get("state").asString()))
                .containsExactly(
                        "back-in-time OUTSTANDING",
                        "back-too-late NO_LONGER_REQUIRED",
                        "left NO_LONGER_REQUIRED",
                        "stays OUTSTANDING");
    }

    /** As the command side's automation keeps it. */
    private static void operated(String officer, String joinedOn, @Nullable String leftOn) {
        writer.jdbc().update("""
                        INSERT INTO eventstore.account_person (account_id, officer_id, policy_id, joined_on, left_on)
                        VALUES ('shared-x', ?, 'shared', ?::date, ?::date)
                        """, officer, joinedOn, leftOn);
    }

    @Test
    void theirSentencesSayWhoAndFromWhenOnWhatGrounds() {
        List<String> sentences = server.json("/api/accounts/harbour-x/history?kind=OperatorAdded")
                .get("items")
                .valueStream()
                .map(entry -> entry.get("happenedOn").asString() + " "
                        + entry.get("summary").asString())
                .toList();
        assertThat(sentences)
                .first()
                .isEqualTo("2026-01-10 Officer ben made an operator of the account from 2026-01-10 on: they had"
                        + " acknowledged version 1 of the policy social-media and are trained until 2027-01-10.");
        assertThat(server.json("/api/accounts/harbour-x/history?kind=OperatorRemoved")
                        .get("items")
                        .get(0)
                        .get("summary")
                        .asString())
                .isEqualTo("Officer ben is no longer an operator of the account after 2026-01-30.");
    }

    private static List<String> operators(String query) {
        return server.json("/api/accounts/harbour-x" + query)
                .get("operators")
                .valueStream()
                .map(operator -> operator.get("officerId").asString()
                        + " " + operator.get("from").asString()
                        + " " + operator.path("until").asString("..."))
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
