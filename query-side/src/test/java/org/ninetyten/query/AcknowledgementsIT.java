package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninetyten.events.officer.OfficerEvent.OfficerDetailsChanged;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.PolicyEvent.PolicyWithdrawn;
import org.ninetyten.events.policy.Significance;
import tools.jackson.databind.JsonNode;

/** Who has acknowledged a version, and who has not. */
class AcknowledgementsIT {

    private static final LocalDate DUE = LocalDate.parse("2026-02-01");

    private static QueryServer server;
    private static EventWriter writer;

    @BeforeAll
    static void tellAStory() {
        server = QueryServer.onDatabaseOfItsOwn();
        writer = server.writer();
        // 1 major, 2 minor, 3 major
        writer.append(
                Samples.drafted("p"),
                published(1, Significance.MAJOR),
                published(2, Significance.MINOR),
                published(3, Significance.MAJOR));
        writer.append(
                officer("amina", "harbour"),
                Samples.required("amina", "p", 1, DUE),
                acknowledged("amina", 1, DUE, false),
                Samples.required("amina", "p", 3, DUE.plusDays(60)),
                new OfficerDetailsChanged("amina", "Amina Khan", "PC 4711", "dogs", false));
        writer.append(
                officer("ben", "harbour"),
                Samples.required("ben", "p", 1, DUE),
                Samples.missed("ben", "p", 1, DUE),
                acknowledged("ben", 2, DUE.plusDays(3), true),
                Samples.required("ben", "p", 3, DUE.plusDays(60)),
                acknowledged("ben", 3, DUE.plusDays(50), false));
        writer.append(
                officer("carys", "harbour"),
                Samples.required("carys", "p", 1, DUE),
                Samples.missed("carys", "p", 1, DUE),
                Samples.required("carys", "p", 3, DUE.plusDays(60)));
        writer.append(officer("dai", "dogs"), Samples.required("dai", "p", 1, DUE));
        // acknowledged the amendment before anyone could ask
        writer.append(officer("ewa", "dogs"), acknowledged("ewa", 2, DUE, false));
        // met the first by the third, of another policy nothing
        writer.append(
                officer("finn", "dogs"),
                Samples.required("finn", "p", 1, DUE),
                acknowledged("finn", 3, DUE.minusDays(1), false),
                Samples.acknowledged("finn", "other", 7));
        for (String officer : List.of("amina", "ben", "carys", "dai")) {
            hasAnAccount(officer, "p", null);
        }
        await().atMost(Duration.ofSeconds(30)).until(server::hasCaughtUp);
    }

    /** As the command side's automation keeps it. */
    private static void hasAnAccount(String officer, String policy, @Nullable LocalDate leftOn) {
        writer.jdbc()
                .update(
                        "INSERT INTO eventstore.account_person (account_id, officer_id, policy_id, left_on)"
                                + " VALUES (?, ?, ?, ?)",
                        officer + "-" + policy,
                        officer,
                        policy,
                        leftOn);
    }

    @AfterAll
    static void stop() {
        writer.close();
        server.close();
    }

    @Test
    void everyoneOfWhomItWasRequiredIsOnTheListAsTheyStand() {
        JsonNode first = server.json("/api/policies/p/versions/1/acknowledgements");

        assertThat(states(first))
                .containsExactly(
                        "amina ACKNOWLEDGED",
                        "ben ACKNOWLEDGED_LATE",
                        "carys MISSED",
                        "dai OUTSTANDING",
                        "ewa ACKNOWLEDGED",
                        "finn ACKNOWLEDGED");
        assertThat(first.get("counts").toString())
                .isEqualTo("{\"required\":5,\"acknowledged\":3,\"outstanding\":1,\"overdue\":1,\"missed\":2,"
                        + "\"acknowledgedLate\":1,\"unasked\":1,\"noLongerRequired\":0}");
        assertThat(first.get("items").get(1).toString())
                .isEqualTo(
                        "{\"officerId\":\"ben\",\"name\":\"Officer ben\",\"unit\":\"harbour\",\"dueBy\":\"2026-02-01\","
                                + "\"state\":\"ACKNOWLEDGED_LATE\",\"acknowledgedOn\":\"2026-02-04\",\"acknowledgedVersion\":2,"
                                + "\"onPaper\":true,\"missed\":true,\"lastAcknowledgedVersion\":3}");
        assertThat(first.get("items").get(3).toString())
                .isEqualTo("{\"officerId\":\"dai\",\"name\":\"Officer dai\",\"unit\":\"dogs\",\"dueBy\":\"2026-02-01\","
                        + "\"state\":\"OUTSTANDING\",\"missed\":false}");
        assertThat(first.get("items").get(4).has("dueBy")).isFalse();
    }

    @Test
    void whoAcknowledgedAnOlderVersionIsStillSaidToHaveDoneSoWhenANewerIsOutstanding() {
        assertThat(states(server.json("/api/policies/p/versions/1/acknowledgements")))
                .contains("amina ACKNOWLEDGED");
        JsonNode third = server.json("/api/policies/p/versions/3/acknowledgements");
        assertThat(states(third))
                .containsExactly("amina OUTSTANDING", "ben ACKNOWLEDGED", "carys OUTSTANDING", "finn ACKNOWLEDGED");
        assertThat(third.get("items").get(0).get("name").asString()).isEqualTo("Amina Khan");
        assertThat(third.get("items").get(0).get("unit").asString()).isEqualTo("dogs");
    }

    @Test
    void whoReadAnEarlierVersionIsToldFromWhoNeverReadAny() {
        JsonNode third = server.json("/api/policies/p/versions/3/acknowledgements?state=OUTSTANDING");

        assertThat(officers(third)).containsExactly("amina", "carys");
        assertThat(third.get("items").get(0).get("lastAcknowledgedVersion").asInt())
                .isEqualTo(1);
        assertThat(third.get("items").get(1).has("lastAcknowledgedVersion")).isFalse();
    }

    @Test
    void whatWasMissedStaysMissedAlsoWhereAnEarlierDayIsRecordedLater() {
        writer.append(Samples.drafted("backdated"), Samples.published("backdated", 1, Samples.DAY, "Ask first."));
        writer.append(
                officer("gwen", "dogs"),
                Samples.required("gwen", "backdated", 1, DUE),
                Samples.missed("gwen", "backdated", 1, DUE),
                new PolicyAcknowledged("gwen", "backdated", 1, DUE.minusDays(3), true));
        await().atMost(Duration.ofSeconds(30)).until(server::hasCaughtUp);

        JsonNode answer = server.json("/api/policies/backdated/versions/1/acknowledgements");

        assertThat(states(answer)).containsExactly("gwen ACKNOWLEDGED");
        assertThat(answer.get("items").get(0).get("missed").asBoolean()).isTrue();
        assertThat(answer.get("counts").get("missed").asInt()).isEqualTo(1);
        assertThat(answer.get("counts").get("overdue").asInt()).isZero();
    }

    @Test
    void whoOwesNothingAnyMoreIsNeitherOutstandingNorRequired() {
        for (String policy : List.of("left", "given-up")) {
            writer.append(Samples.drafted(policy), Samples.published(policy, 1, Samples.DAY, "Ask first."));
        }
        writer.append(
                officer("hugh", "dogs"),
                Samples.required("hugh", "left", 1, DUE),
                Samples.required("hugh", "given-up", 1, DUE));
        writer.append(
                officer("ida", "dogs"),
                Samples.required("ida", "left", 1, DUE),
                Samples.required("ida", "given-up", 1, DUE.minusDays(9)),
                Samples.missed("ida", "given-up", 1, DUE.minusDays(9)));
        hasAnAccount("hugh", "left", DUE);
        hasAnAccount("ida", "left", DUE.plusDays(1));
        hasAnAccount("hugh", "given-up", null);
        hasAnAccount("ida", "given-up", null);
        writer.append(new PolicyWithdrawn("given-up", DUE, "Done with"));
        await().atMost(Duration.ofSeconds(30)).until(server::hasCaughtUp);

        JsonNode left = server.json("/api/policies/left/versions/1/acknowledgements");
        assertThat(states(left)).containsExactly("hugh NO_LONGER_REQUIRED", "ida OUTSTANDING");
        assertThat(left.get("counts").get("required").asInt()).isEqualTo(1);
        assertThat(left.get("counts").get("noLongerRequired").asInt()).isEqualTo(1);
        assertThat(officers(server.json("/api/policies/left/versions/1/acknowledgements?state=NO_LONGER_REQUIRED")))
                .containsExactly("hugh");
        assertThat(states(server.json("/api/policies/given-up/versions/1/acknowledgements")))
                .containsExactly("hugh NO_LONGER_REQUIRED", "ida MISSED");
    }

    @Test
    void theETagIsThePolicysVersionAndTheAnswerIsAlwaysWhole() {
        String path = "/api/policies/p/versions/1/acknowledgements";
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.headers().firstValue("ETag")).contains("\"4\"");
        assertThat(server.get(path, "If-None-Match", "\"4\"").statusCode()).isEqualTo(200);
    }

    @Test
    void aMinorVersionTellsOfTheMajorOneItAmends() {
        JsonNode first = server.json("/api/policies/p/versions/1/acknowledgements");
        JsonNode second = server.json("/api/policies/p/versions/2/acknowledgements");

        assertThat(second.get("version").asInt()).isEqualTo(2);
        assertThat(second.get("requiredByVersion").asInt()).isEqualTo(1);
        assertThat(second.get("counts")).isEqualTo(first.get("counts"));
        assertThat(second.get("items")).isEqualTo(first.get("items"));
    }

    @ParameterizedTest
    @CsvSource({
        "state=ACKNOWLEDGED, 'amina,ben,ewa,finn'",
        "state=ACKNOWLEDGED_LATE, ben",
        "state=MISSED, carys",
        "state=OUTSTANDING, dai",
        "unit=dogs, 'amina,dai,ewa,finn'",
        "unit=dogs&state=OUTSTANDING, dai",
        "unit=nowhere, ''",
    })
    void theListIsNarrowedByStateAndUnitAndTheCountsAreNot(String query, String expected) {
        JsonNode narrowed = server.json("/api/policies/p/versions/1/acknowledgements?" + query);

        assertThat(String.join(",", officers(narrowed))).isEqualTo(expected);
        assertThat(narrowed.get("counts").get("required").asInt()).isEqualTo(5);
    }

    @Test
    void theListIsReadPageByPage() {
        List<String> read = new ArrayList<>();
        String next = "/api/policies/p/versions/1/acknowledgements?limit=4";
        while (!next.isEmpty()) {
            HttpResponse<String> page = server.get(next);
            read.addAll(officers(server.read(page.body())));
            next = page.headers()
                    .firstValue("Link")
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .orElse("");
        }
        assertThat(read).containsExactly("amina", "ben", "carys", "dai", "ewa", "finn");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/policies/p/versions/4/acknowledgements, 404",
        "/api/policies/p/versions/0/acknowledgements, 404",
        "/api/policies/nothing/versions/1/acknowledgements, 404",
        "/api/policies/p/versions/1/acknowledgements?state=ASLEEP, 400",
        "/api/policies/p/versions/1/acknowledgements?unit=%00, 400",
        "/api/policies/p/versions/1/acknowledgements?limit=0, 400",
        "/api/policies/p/versions/1/acknowledgements?at-least-version=99, 503",
    })
    void whatCannotBeAnsweredIsRefused(String path, int status) {
        assertThat(server.get(path).statusCode()).isEqualTo(status);
    }

    @Test
    void onlyThoseWhoLookAfterOthersMayAsk() {
        String path = "/api/policies/p/versions/1/acknowledgements";
        for (String user : List.of("sergeant", "comms", "standards", "auditor")) {
            assertThat(server.getAs(user, path).statusCode()).as(user).isEqualTo(200);
        }
        assertThat(server.getAs("amina", path).statusCode()).isEqualTo(403);
        assertThat(server.getAs("admin", path).statusCode()).isEqualTo(403);
    }

    @Test
    void requiringIsDoneOnceTheAutomationHasTakenInThePublicationAndEveryoneIsTold() {
        String path = "/api/policies/q/versions/1/acknowledgements";
        writer.append(Samples.drafted("q"), Samples.published("q", 1, Samples.DAY, "Ask first."));
        await().atMost(Duration.ofSeconds(30)).until(() -> server.get(path).statusCode() == 200);
        assertThat(server.json(path).get("requiring").toString())
                .isEqualTo("{\"state\":\"RUNNING\",\"done\":0,\"of\":0}");

        automationHasReadTo(Integer.MAX_VALUE);
        assertThat(server.json(path).get("requiring").toString()).isEqualTo("{\"state\":\"DONE\",\"done\":0,\"of\":0}");

        writer.jdbc().update("""
                INSERT INTO eventstore.acknowledgement_to_require
                    (policy_id, version, officer_id, due_by, correlation_id, causation_id, done)
                VALUES ('q', 1, 'amina', now(), 'c', 'c', true), ('q', 1, 'ben', now(), 'c', 'c', false)
                """);
        assertThat(server.json(path).get("requiring").toString())
                .isEqualTo("{\"state\":\"RUNNING\",\"done\":1,\"of\":2}");

        writer.jdbc().update("UPDATE eventstore.acknowledgement_to_require SET done = true WHERE policy_id = 'q'");
        assertThat(server.json(path).get("requiring").get("state").asString()).isEqualTo("DONE");

        automationHasReadTo(1);
        assertThat(server.json(path).get("requiring").get("state").asString()).isEqualTo("RUNNING");
    }

    private static void automationHasReadTo(int position) {
        writer.jdbc().update("""
                        INSERT INTO eventstore.token_entry (processorName, segment, token, tokenType, timestamp)
                        VALUES ('acknowledgement-duties', 0, convert_to(?, 'UTF8'),
                            'org.axonframework.eventhandling.GapAwareTrackingToken', '2026-01-01T00:00:00Z')
                        ON CONFLICT (processorName, segment) DO UPDATE SET token = excluded.token
                        """, "{\"index\":%d,\"gaps\":[]}".formatted(position));
    }

    @Test
    void twentyThousandOfficersAreCountedAndListed() {
        writer.append(Samples.drafted("wide"), Samples.published("wide", 1, Samples.DAY, "Ask first."));
        String path = "/api/policies/wide/versions/1/acknowledgements";
        await().atMost(Duration.ofSeconds(30)).until(() -> server.get(path).statusCode() == 200);
        server.jdbc().update("""
                INSERT INTO readmodel.acknowledgement (policy_id, officer_id, version, due_by, missed, acknowledged_on,
                    acknowledged_version, on_paper)
                SELECT 'wide', 'w-' || lpad(n::text, 6, '0'), 1, '2026-02-01', n % 4 = 0,
                    CASE WHEN n % 2 = 1 THEN '2026-01-15'::date END, CASE WHEN n % 2 = 1 THEN 1 END,
                    CASE WHEN n % 2 = 1 THEN false END
                FROM generate_series(1, 20000) n
                """);
        server.jdbc().update("""
                INSERT INTO readmodel.acknowledgement_officer (officer_id, version, name, unit)
                SELECT 'w-' || lpad(n::text, 6, '0'), 1, 'Officer ' || n, 'unit-' || n % 40
                FROM generate_series(1, 20000) n
                """);

        writer.jdbc().update("""
                INSERT INTO eventstore.account_person (account_id, officer_id, policy_id)
                SELECT 'w-' || n, 'w-' || lpad(n::text, 6, '0'), 'wide' FROM generate_series(1, 20000) n
                """);

        JsonNode page = server.json(path + "?state=MISSED&unit=unit-4&limit=200");

        assertThat(page.get("counts").toString())
                .isEqualTo(
                        "{\"required\":20000,\"acknowledged\":10000,\"outstanding\":5000,\"overdue\":5000,\"missed\":5000,"
                                + "\"acknowledgedLate\":0,\"unasked\":0,\"noLongerRequired\":0}");
        assertThat(page.get("items").size()).isEqualTo(200);
        JsonNode next = server.json(path + "?state=MISSED&unit=unit-4&limit=200&cursor="
                + page.get("nextCursor").asString());
        assertThat(officers(next)).hasSize(200).doesNotContainAnyElementsOf(officers(page));
    }

    private static List<String> states(JsonNode answer) {
        return answer.get("items")
                .valueStream()
                .map(item -> item.get("officerId").asString() + " "
                        + item.get("state").asString())
                .toList();
    }

    private static List<String> officers(JsonNode answer) {
        return answer.get("items")
                .valueStream()
                .map(item -> item.get("officerId").asString())
                .toList();
    }

    private static OfficerRegistered officer(String id, String unit) {
        return new OfficerRegistered(id, "Officer " + id, "PC 1", unit, false);
    }

    private static PolicyAcknowledged acknowledged(String officer, int version, LocalDate on, boolean onPaper) {
        return new PolicyAcknowledged(officer, "p", version, on, onPaper);
    }

    private static PolicyVersionPublished published(int version, Significance significance) {
        return new PolicyVersionPublished(
                "p",
                version,
                significance,
                Samples.content("Version " + version),
                "Version " + version,
                Samples.DAY,
                Samples.DAY.plusYears(1));
    }
}
