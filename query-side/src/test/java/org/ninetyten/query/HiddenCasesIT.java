package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.events.account.AccountEvent.AccountSuspended;
import org.ninetyten.events.officer.OfficerEvent.LegalHoldLifted;
import org.ninetyten.events.officer.OfficerEvent.LegalHoldPlaced;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionRestricted;
import tools.jackson.databind.JsonNode;

/**
 * Where a restricted case could show besides the views of cases: the case covert is there for standards alone, the case
 * watched for the auditor too, and the case plain for all who see cases.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HiddenCasesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final QueryServer server = QueryServer.onDatabaseOfItsOwn();
    private final EventWriter writer = server.writer();
    private String covertLetter = "";

    @BeforeAll
    void write() {
        writer.append(
                Samples.registered("amina"),
                Samples.requested("harbour-x", "amina", "social-media"),
                Samples.reported("plain", "harbour-x", "amina"),
                Samples.noBreach("plain", "amina"),
                Samples.reported("covert", "harbour-x", "amina"),
                Samples.noBreach("covert", "amina"),
                Samples.reported("watched", "harbour-x", "amina"),
                new AccountSuspended("harbour-x", "Suspended by professional standards.", null, "covert"),
                restricted("covert", "standards"),
                restricted("watched", "auditor", "standards"),
                new LegalHoldPlaced("amina", "claim", "The covert inquiry needs it"),
                new LegalHoldLifted("amina", "claim", "The covert inquiry is over"),
                new LegalHoldPlaced("amina", "second", "Another covert inquiry"));
        writer.appendRaw("transgression:plain", "TransgressionClosed", "{");
        covertLetter = writer.appendRaw("transgression:covert", "TransgressionClosed", "{");
        writer.appendRaw("transgression:covert", "TransgressionReopened", "{");
        writer.appendRaw("transgression:watched", "TransgressionClosed", "{");
        writer.appendRaw("transgression:unborn", "TransgressionReported", "{");
        await().atMost(PATIENCE).until(server::hasCaughtUp);
    }

    @AfterAll
    void stop() {
        writer.close();
        server.close();
    }

    private static TransgressionRestricted restricted(String id, String... allowed) {
        return new TransgressionRestricted(id, "amina", "harbour-x", List.of(allowed), "covert");
    }

    @Test
    void deadLettersNameNoCaseThatIsNotThereForTheirReader() {
        assertThat(sequencesTo("admin"))
                .containsExactly(
                        "transgression:", "transgression:", "transgression:plain", "transgression:", "transgression:");
        assertThat(sequencesTo("auditor"))
                .containsExactly(
                        "transgression:",
                        "transgression:",
                        "transgression:plain",
                        "transgression:",
                        "transgression:watched");
    }

    private List<String> sequencesTo(String user) {
        HttpResponse<String> answer = server.getAs(user, "/api/projections/transgressions/dead-letters");
        assertThat(answer.body()).doesNotContain("covert", "unborn");
        return items(answer)
                .valueStream()
                .map(letter -> letter.path("sequence").asString())
                .toList();
    }

    @Test
    void norDoTheirCursorsAndTheyGoOnWhereTheyWere() {
        StringBuilder seen = new StringBuilder();
        String path = "/api/projections/transgressions/dead-letters?limit=1";
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page = server.read(server.getAs("admin", path + cursor).body());
            seen.append(page.path("items"));
            String next = page.path("nextCursor").asString("");
            assertThat(new String(Base64.getUrlDecoder().decode(next), StandardCharsets.UTF_8))
                    .doesNotContain("covert", "watched", "unborn");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
            pages++;
        } while (!cursor.isEmpty());

        assertThat(pages).isEqualTo(5);
        assertThat(seen.toString()).containsOnlyOnce(covertLetter).containsOnlyOnce("transgression:plain");
    }

    @Test
    void whatIsNotNamedIsRetriedAllTheSame() {
        JsonNode letters = items(server.getAs("admin", "/api/projections/histories/dead-letters"));
        String waiting = letters.get(1).path("eventId").asString();

        HttpResponse<String> behind = retry("/" + waiting);
        assertThat(behind.statusCode()).isEqualTo(409);
        assertThat(behind.body()).contains("waits-behind-another", covertLetter).doesNotContain("covert");

        HttpResponse<String> first = retry("/" + covertLetter);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(server.read(first.body()).path("finished").asBoolean()).isTrue();
        assertThat(retry("").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> retry(String letter) {
        return server.postAs("admin", "/api/projections/histories/dead-letters" + letter + "/retry", "");
    }

    @Test
    void aVerificationSaysThatSomethingDiffersAndNotInWhichCase() {
        server.jdbc().update("UPDATE readmodel.duty_fact SET document = '{}' WHERE subject = 'transgression'");
        server.jdbc().update("UPDATE readmodel.history_entry SET summary = 'x' WHERE subject_id = 'covert'");
        for (String projection : List.of("duties", "histories")) {
            server.postAs("auditor", "/api/projections/" + projection + "/verification", "");
            await().atMost(PATIENCE)
                    .until(() -> verification("auditor", projection).contains("\"DONE\""));
        }

        assertThat(verification("admin", "duties"))
                .contains("\"plain\"", "\"id\":{}")
                .doesNotContain("covert", "watched");
        assertThat(verification("auditor", "duties")).contains("\"watched\"").doesNotContain("covert");
        assertThat(verification("admin", "histories")).doesNotContain("covert", "watched");
    }

    private String verification(String user, String projection) {
        return server.getAs(user, "/api/projections/" + projection + "/verification")
                .body();
    }

    @Test
    void aLegalHoldShowsToThoseWhoKeepRecordsAndNeitherToTheOfficerNorToTheirSupervisor() {
        assertThat(server.getAs("standards", "/api/officers/amina/history").body())
                .contains("The covert inquiry needs it", "LegalHoldLifted");
        for (String user : List.of("amina", "sergeant")) {
            for (String asked : List.of("", "?kind=LegalHoldPlaced")) {
                for (String as : List.of("application/json", "text/csv")) {
                    HttpResponse<String> answer =
                            server.getAs(user, "/api/officers/amina/history" + asked, "Accept", as);
                    assertThat(answer.statusCode()).isEqualTo(200);
                    assertThat(answer.body()).doesNotContain("LegalHold", "covert", "claim");
                }
            }
        }
    }

    @Test
    void aSuspensionForACaseSaysNoMoreOfWhatItCameOfThanOneByHand() {
        String path = "/api/accounts/harbour-x/history?kind=AccountSuspended";
        JsonNode known = items(server.getAs("standards", path)).get(0);
        assertThat(known.path("causationId").asString())
                .isNotEqualTo(known.path("correlationId").asString());
        assertThat(known.path("details").path("transgressionId").asString()).isEqualTo("covert");

        JsonNode shown = items(server.getAs("comms", path)).get(0);
        assertThat(shown.path("causationId").asString())
                .isEqualTo(shown.path("correlationId").asString());
        assertThat(shown.toString()).doesNotContain("covert");
        assertThat(server.jdbc()
                        .queryForObject(
                                "SELECT metadata::text FROM eventstore.event_log WHERE kind = 'AccountSuspended'",
                                String.class))
                .contains("\"causationId\": \"correlation\"", "\"actorId\": \"comms\"");
    }

    @Test
    void theAccessLogTellsOfReadsOfARestrictedCaseToThoseOnItsListOnly() {
        for (String id : List.of("covert", "watched", "plain")) {
            assertThat(read("standards", "/api/transgressions/" + id)).isEqualTo(200);
            read("standards", "/api/duties?transgressionId=" + id);
        }
        read("standards", "/api/duties?transgressionId=%63overt");
        awaitLogged("standards", "/api/officers/amina");

        String log = log("caller=standards");
        assertThat(log).contains("\"watched\"", "\"plain\"", "transgressionId=watched", "transgressionId=plain");
        assertThat(log).doesNotContain("covert", "%63overt");
        assertThat(log("subjectId=covert&caller=standards")).isEqualTo("[]");
        assertThat(log("officerId=amina&subjectId=watched")).contains("standards");
        assertThat(server.jdbc()
                        .queryForObject(
                                "SELECT count(*) FROM accesslog.entry WHERE subject_id = 'covert' AND status = 200",
                                Integer.class))
                .as("what is not shown is kept")
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "reviewer"})
    void whoeverAsksForOneInVainIsLoggedAsForOneThatNeverWas(String user) {
        for (String id : List.of("covert", "never")) {
            assertThat(read(user, "/api/transgressions/" + id)).isEqualTo(404);
            read(user, "/api/duties?transgressionId=" + id);
        }
        awaitLogged(user, "/api/officers/amina");

        String covert = log("caller=" + user + "&subjectId=covert");
        assertThat(covert).contains("\"status\":404").doesNotContain("officerId", "amina");
        assertThat(withoutPlace(covert)).isEqualTo(withoutPlace(log("caller=" + user + "&subjectId=never")));
        assertThat(log("caller=" + user)).contains("transgressionId=covert", "transgressionId=never");
        assertThat(log("caller=" + user + "&subjectId=covert&officerId=amina")).isEqualTo("[]");
    }

    private static String withoutPlace(String entries) {
        return entries.replaceAll("\"(id|readAt|correlationId)\":(\\d+|\"[^\"]*\")", "");
    }

    @Test
    void anOfficerSeesNoReadOfARestrictedCaseAboutThemEvenOnceItIsExplained() {
        read("standards", "/api/transgressions/covert");
        read("standards", "/api/transgressions/plain");
        awaitLogged("standards", "/api/officers/amina");

        String log = items(server.getAs("amina", "/api/access-log?limit=200")).toString();
        assertThat(log).contains("\"plain\"").doesNotContain("covert");
    }

    private int read(String user, String path) {
        return server.getAs(user, path, "X-Purpose", "To test").statusCode();
    }

    /** Lines are written in the order in which they were answered. */
    private void awaitLogged(String user, String path) {
        String purpose = "the last of " + System.nanoTime();
        server.getAs(user, path, "X-Purpose", purpose);
        await().atMost(PATIENCE)
                .until(() -> Boolean.TRUE.equals(server.jdbc()
                        .queryForObject(
                                "SELECT EXISTS (SELECT FROM accesslog.entry WHERE purpose = ?)",
                                Boolean.class,
                                purpose)));
    }

    private String log(String filters) {
        return items(server.get("/api/access-log?limit=200&" + filters)).toString();
    }

    private JsonNode items(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return server.read(answer.body()).path("items");
    }
}
