package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.Event;
import org.ninetyten.events.account.AccountEvent.AccountTransferred;
import org.ninetyten.events.account.AccountEvent.HolderLeft;
import org.ninetyten.events.officer.AdviceDecision;
import org.ninetyten.events.officer.OfficerEvent.AdviceGiven;
import org.ninetyten.events.officer.OfficerEvent.AdviceRequested;
import org.ninetyten.events.officer.OfficerEvent.CheckInMissed;
import org.ninetyten.events.officer.OfficerEvent.CheckInRecorded;
import org.ninetyten.events.officer.OfficerEvent.OfficerDetailsChanged;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.PolicyEvent.PolicyWithdrawn;
import org.ninetyten.events.policy.Response;
import tools.jackson.databind.JsonNode;

/** What is due is found by whoever may see it, and is gone once it is done. */
class DutiesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

    private static QueryServer server;
    private static EventWriter writer;

    @BeforeAll
    static void start() {
        server = QueryServer.onDatabaseOfItsOwn();
        writer = server.writer();
        writer.append(
                Samples.drafted("social-media"), Samples.published("social-media", 1, Samples.DAY, "Do no harm."));
    }

    @AfterAll
    static void stop() {
        writer.close();
        server.close();
    }

    private static void tell(Event... events) {
        writer.append(events);
        await().atMost(PATIENCE).until(server::hasCaughtUp);
    }

    private static void register(String officer, String unit) {
        tell(new OfficerRegistered(officer, "Officer", "PC 1", unit, false));
    }

    private static List<String> kinds(String query) {
        return kindsAs("auditor", query);
    }

    private static List<String> kindsAs(String user, String query) {
        HttpResponse<String> answer = server.getAs(user, "/api/duties?limit=200&" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return server.read(answer.body())
                .get("items")
                .valueStream()
                .map(duty -> duty.get("kind").asString())
                .toList();
    }

    @Test
    void anAcknowledgementIsDueUntilThatVersionOrALaterOneIsAcknowledgedHoweverOften() {
        register("carys", "river");
        tell(
                Samples.requested("carys-x", "carys", "social-media"),
                Samples.required("carys", "social-media", 1, TODAY.plusDays(3)));
        assertThat(kinds("officerId=carys")).containsExactly("ACKNOWLEDGEMENT");

        tell(Samples.acknowledged("carys", "social-media", 2), Samples.acknowledged("carys", "social-media", 2));
        assertThat(kinds("officerId=carys")).isEmpty();

        tell(Samples.missed("carys", "social-media", 1, TODAY.minusDays(1)));
        assertThat(kinds("officerId=carys")).isEmpty();

        tell(Samples.required("carys", "social-media", 3, TODAY.plusDays(3)), Samples.closed("carys-x"));
        assertThat(kinds("officerId=carys")).isEmpty();
    }

    @Test
    void whoeverMayPostIsDueTrainingAndACheckInAndAMissedOneStandsUntilSomeoneCheckedIn() {
        register("dai", "river");
        Instant known = Instant.now().minus(Duration.ofDays(120));
        LocalDate knownOn = LocalDate.ofInstant(known, ZoneId.of("Europe/London"));
        writer.appendAt(
                known,
                Samples.requested("dai-x", "dai", "social-media"),
                Samples.authorised("dai-x", "dai", "social-media"));
        await().atMost(PATIENCE).until(server::hasCaughtUp);
        JsonNode training = server.json("/api/duties?officerId=dai&kind=TRAINING")
                .get("items")
                .get(0);
        assertThat(training.get("dueBy").asString()).isEqualTo(Samples.DAY.toString());
        assertThat(training.get("missed").asBoolean()).isTrue();
        assertThat(checkInsOf("dai")).containsExactly(knownOn.plusDays(90) + " true");

        CheckInMissed missed = new CheckInMissed("dai", "social-media", 1, knownOn.plusDays(90));
        tell(missed, missed);
        assertThat(checkInsOf("dai")).containsExactly(knownOn.plusDays(90) + " true", knownOn.plusDays(180) + " false");

        CheckInRecorded held = new CheckInRecorded("dai", "talk", TODAY, "sergeant", "Fine", null);
        tell(held, held, new CheckInRecorded("dai", "told-late", TODAY.minusDays(5), "sergeant", "Fine", null));
        assertThat(checkInsOf("dai")).containsExactly(TODAY.plusDays(90) + " false");
    }

    @Test
    void aMissedCheckInThatWasHeldInTimeAndToldLateWasNotMissed() {
        register("efa", "river");
        Instant known = Instant.now().minus(Duration.ofDays(120));
        LocalDate knownOn = LocalDate.ofInstant(known, ZoneId.of("Europe/London"));
        writer.appendAt(
                known,
                Samples.requested("efa-x", "efa", "social-media"),
                Samples.authorised("efa-x", "efa", "social-media"));
        tell(new CheckInMissed("efa", "social-media", 1, knownOn.plusDays(90)));

        tell(new CheckInRecorded("efa", "talk", knownOn.plusDays(80), "sergeant", "Fine", null));

        assertThat(checkInsOf("efa")).containsExactly(knownOn.plusDays(170) + " false");
    }

    private static List<String> checkInsOf(String officer) {
        return server.json("/api/duties?kind=CHECK_IN&officerId=" + officer)
                .get("items")
                .valueStream()
                .map(duty ->
                        duty.get("dueBy").asString() + " " + duty.get("missed").asBoolean())
                .toList();
    }

    @Test
    void adviceIsToBeAnsweredByAnInstantAndIsOverdueTheMomentItHasPassed() {
        register("eira", "river");
        Instant dueAt = Instant.now().plusSeconds(4).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        tell(new AdviceRequested("eira", "fete", "eira-x", "Come to the fête!", "May I?", dueAt));
        JsonNode advice = server.json("/api/duties?officerId=eira").get("items").get(0);
        assertThat(advice.get("dueAt").asString()).isEqualTo(dueAt.toString());

        await().atMost(PATIENCE).until(() -> kinds("officerId=eira&missed=true").contains("ADVICE_REPLY"));
        assertThat(kinds("officerId=eira&missed=false")).isEmpty();

        tell(new AdviceGiven("eira", "fete", "eira-x", AdviceDecision.GO_AHEAD, "It is kind."));
        assertThat(kinds("officerId=eira")).isEmpty();
    }

    @Test
    void anAccountWhoseHolderLeftIsToBeGivenToAnother() {
        register("ffion", "river");
        register("gwen", "dogs");
        tell(
                Samples.requested("left-x", "ffion", "social-media"),
                Samples.authorised("left-x", "ffion", "social-media"),
                new HolderLeft("left-x", "ffion", TODAY));
        assertThat(kinds("accountId=left-x")).containsExactlyInAnyOrder("ACCOUNT_HOLDER", "ACCOUNT_REVIEW");
        assertThat(kinds("officerId=ffion")).isEmpty();

        tell(new AccountTransferred(
                "left-x", "ffion", "gwen", TODAY, "Left", "social-media", 1, 1, "t", TODAY.plusYears(1)));
        assertThat(kinds("accountId=left-x")).containsExactly("ACCOUNT_REVIEW");
        assertThat(kinds("unit=dogs&officerId=gwen")).contains("TRAINING", "CHECK_IN", "ACCOUNT_REVIEW");
    }

    @Test
    void anOfficerFindsTheirOwnAndNoNoticeBeforeTheyWereTold() {
        register("amina", "harbour");
        register("ben", "harbour");
        tell(
                Samples.requested("harbour-x", "amina", "social-media"),
                Samples.authorised("harbour-x", "amina", "social-media"),
                Samples.reported("photo", "harbour-x", "amina"),
                Samples.assessed("photo", "amina", Intent.CARELESS, Response.COACHING));

        assertThat(kindsAs("sergeant", "officerId=amina")).contains("NOTICE", "TRAINING");
        assertThat(kindsAs("amina", "")).contains("TRAINING", "CHECK_IN").doesNotContain("NOTICE");
        assertThat(kindsAs("amina", "transgressionId=photo")).isEmpty();
        assertThat(kindsAs("ben", "officerId=amina")).isEmpty();
        assertThat(kindsAs("ben", "")).doesNotContain("TRAINING");
        assertThat(server.getAs("amina", "/api/duties?transgressionId=photo&at-least-version=1")
                        .statusCode())
                .isEqualTo(503);

        tell(Samples.notified("photo", "amina"));
        assertThat(kindsAs("amina", "transgressionId=photo")).containsExactly("ANSWER");
        tell(Samples.answered("photo", "amina"));
        assertThat(kindsAs("amina", "transgressionId=photo")).isEmpty();
        assertThat(server.getAs("admin", "/api/duties").statusCode()).isEqualTo(403);
    }

    @Test
    void aDutyIsInTheUnitThatItsOfficerIsOfNow() {
        register("huw", "river");
        tell(
                Samples.requested("huw-x", "huw", "social-media"),
                Samples.authorised("huw-x", "huw", "social-media"),
                Samples.reported("huw-case", "huw-x", "huw"),
                Samples.assessed("huw-case", "huw", Intent.CARELESS, Response.COACHING));
        int all = kinds("officerId=huw").size();

        tell(new OfficerDetailsChanged("huw", "Huw", "PC 2", "moved-to", false));

        assertThat(kinds("unit=moved-to")).hasSize(all).contains("NOTICE", "ACCOUNT_REVIEW");
    }

    @Test
    void aPolicyThatIsWithdrawnAsksNothingAnyMore() {
        register("ifan", "river");
        tell(
                Samples.drafted("short-lived"),
                Samples.published("short-lived", 1, Samples.DAY, "Do no harm."),
                Samples.requested("ifan-x", "ifan", "short-lived"),
                Samples.authorised("ifan-x", "ifan", "short-lived"),
                Samples.required("ifan", "short-lived", 1, TODAY.plusDays(2)));
        assertThat(kinds("officerId=ifan"))
                .containsExactlyInAnyOrder("ACKNOWLEDGEMENT", "TRAINING", "CHECK_IN", "ACCOUNT_REVIEW");
        assertThat(kinds("policyId=short-lived")).contains("POLICY_REVIEW");

        tell(new PolicyWithdrawn("short-lived", TODAY, "Over"));

        assertThat(kinds("officerId=ifan")).isEmpty();
        assertThat(kinds("policyId=short-lived")).isEmpty();
    }

    @Test
    void whoHasJustBeenToldAVersionFindsTheDutyGone() {
        register("jac", "river");
        tell(Samples.requested("jac-x", "jac", "social-media"));
        for (int version = 1; version < 20; version++) {
            writer.append(
                    Samples.required("jac", "social-media", version, TODAY.plusDays(3)),
                    Samples.acknowledged("jac", "social-media", version));

            assertThat(kinds("officerId=jac&at-least-version=" + (1 + 2 * version)))
                    .isEmpty();
        }
        assertThat(server.get("/api/duties?at-least-version=1").statusCode()).isEqualTo(400);
        assertThat(server.get("/api/duties?officerId=jac&accountId=jac-x&at-least-version=1")
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.get("/api/duties?officerId=jac&at-least-version=999").statusCode())
                .isEqualTo(503);
    }

    @Test
    void whatComesLateAsARetriedDeadLetterIsAsIfItHadComeInItsPlace() {
        register("keri", "river");
        String broken = keptOut("keri-x");
        tell(
                Samples.requested("keri-x", "keri", "social-media"),
                Samples.authorised("keri-x", "keri", "social-media"),
                Samples.trained("keri", "meanwhile"),
                new CheckInRecorded("keri", "meanwhile", TODAY.minusDays(3), "sergeant", "Fine", null));
        assertThat(kinds("officerId=keri")).isEmpty();
        letIn(broken);

        assertThat(server.postAs("admin", "/api/projections/duties/dead-letters/retry", "")
                        .statusCode())
                .isEqualTo(200);

        assertThat(kinds("officerId=keri")).containsExactlyInAnyOrder("TRAINING", "CHECK_IN", "ACCOUNT_REVIEW");
        assertThat(VerificationIT.verified(server, "duties").get("differences")).isEmpty();
    }

    /** Something that no facts can be read from stands where the account's are to go. */
    private static String keptOut(String account) {
        server.jdbc()
                .update(
                        "INSERT INTO readmodel.duty_fact (subject, id, version, document) VALUES ('account', ?, 0, '[]')",
                        account);
        return account;
    }

    private static void letIn(String account) {
        server.jdbc().update("DELETE FROM readmodel.duty_fact WHERE subject = 'account' AND id = ?", account);
    }

    @Test
    void listsArePagedInTheirOrderAsJsonAndAsCsv() {
        IntStream.range(0, 7).forEach(i -> {
            register("paged-" + i, "paged");
            tell(
                    Samples.requested("paged-x-" + i, "paged-" + i, "social-media"),
                    Samples.authorised("paged-x-" + i, "paged-" + i, "social-media"));
        });
        List<JsonNode> all = server.json("/api/duties?unit=paged&limit=200")
                .get("items")
                .valueStream()
                .toList();
        assertThat(all).hasSize(21);
        assertThat(all.stream().map(duty -> duty.get("dueBy").asString())).isSorted();
        assertThat(all.stream().map(duty -> duty.get("missed").asBoolean() ? 0 : 1))
                .isSorted();

        List<String> paged = new java.util.ArrayList<>();
        String path = "/api/duties?unit=paged&limit=4";
        String next = "";
        do {
            JsonNode page = server.json(path + next);
            page.get("items").forEach(duty -> paged.add(duty.get("id").asString()));
            next = page.has("nextCursor") ? "&cursor=" + page.get("nextCursor").asString() : "";
        } while (!next.isEmpty());
        assertThat(paged)
                .isEqualTo(all.stream().map(duty -> duty.get("id").asString()).toList());

        HttpResponse<String> csv = server.get("/api/duties?unit=paged&limit=4", "Accept", "text/csv");
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.body().lines()).hasSize(5);
        assertThat(csv.headers().firstValue("Link").orElse("")).contains("rel=\"next\"");
        assertThat(kinds("unit=paged&dueFrom=" + TODAY + "&dueTo=" + TODAY.plusDays(90)))
                .containsOnly("CHECK_IN");
        assertThat(kinds("unit=nowhere")).isEmpty();
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        for (String query : List.of(
                "kind=PARTY",
                "missed=perhaps",
                "dueFrom=yesterday",
                "dueTo=2026-02-30",
                "limit=0",
                "cursor=YWZ0ZXI6bm90aGluZw",
                "cursor=x",
                "unit=%00")) {
            HttpResponse<String> answer = server.get("/api/duties?" + query);
            assertThat(answer.statusCode()).as(query + " " + answer.body()).isEqualTo(400);
            assertThat(answer.body()).as(query).contains("\"code\"").doesNotContain("org.ninetyten");
        }
    }
}
