package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.events.LondonTime;
import tools.jackson.databind.JsonNode;

/** What integrators ask, and what they are answered. */
class QueriesIT {

    /** What a careless round trip would change: line ends, trailing blanks, quotes, accents, an emoji, a separator. */
    private static final String AWKWARD =
            "Don't \"show\"\r\n\tthe board.  \u2028 Caf\u00e9 \ud83d\ude93 \\u0041 </script> ";

    private static QueryServer server;
    private static EventWriter writer;

    @BeforeAll
    static void tellAStory() {
        server = QueryServer.onDatabaseOfItsOwn();
        writer = server.writer();
        LocalDate today = LondonTime.dayOf(java.time.Instant.now());
        writer.append(
                Samples.drafted("social-media"),
                Samples.published("social-media", 1, LocalDate.parse("2026-01-01"), AWKWARD),
                Samples.published("social-media", 2, LocalDate.parse("2026-06-01"), "Second"),
                Samples.published("social-media", 3, today.plusDays(30), "Third"),
                Samples.revised("social-media", "Fourth"),
                Samples.drafted("email"),
                Samples.registered("amina"),
                Samples.trained("amina", "social"),
                Samples.acknowledged("amina", "social-media", 1),
                Samples.registered("ben"),
                Samples.requested("harbour-x", "amina", "social-media"),
                Samples.authorised("harbour-x", "amina", "social-media"),
                Samples.requested("harbour-y", "ben", "email"),
                Samples.trained("amina", "refresher"),
                Samples.reported("photo", "harbour-x", "amina"),
                Samples.coached("amina", "harbour-x", "photo"));
        await().atMost(Duration.ofSeconds(30)).until(server::hasCaughtUp);
    }

    @AfterAll
    static void stop() {
        writer.close();
        server.close();
    }

    @Test
    void anAccountIsFoundByStatePlatformHolderAndPolicyWhateverThePlatformsLetterCase() {
        assertThat(ids("/api/accounts?platform=x&state=AUTHORISED&holderId=amina&policyId=social-media"))
                .containsExactly("harbour-x");
        assertThat(ids("/api/accounts?state=REQUESTED")).containsExactly("harbour-y");
        assertThat(ids("/api/accounts?platform=x&holderId=nobody")).isEmpty();
    }

    @Test
    void anAccountTellsWhatItsAuthorisationRestsOn() {
        JsonNode account = server.json("/api/accounts/harbour-x");

        assertThat(account.get("state").asString()).isEqualTo("AUTHORISED");
        assertThat(account.get("authorised").get("acknowledgedVersion").asInt()).isEqualTo(1);
        assertThat(account.get("authorised").get("trainingId").asString()).isEqualTo("social");
        assertThat(account.has("suspended")).isFalse();
    }

    @Test
    void aTransgressionIsFoundByCategoryOfficerAndAccountAndTellsWhatWasPinned() {
        assertThat(ids("/api/transgressions?category=OPERATIONAL_DISCLOSURE&officerId=amina&accountId=harbour-x"
                        + "&state=REPORTED"))
                .containsExactly("photo");
        assertThat(ids("/api/transgressions?category=COPYRIGHT")).isEmpty();
        JsonNode transgression = server.json("/api/transgressions/photo");
        assertThat(transgression.get("pinned").get("earlierBreaches").asInt()).isEqualTo(2);
        assertThat(transgression.get("reportedBy").get("actorId").asString()).isEqualTo("comms");
        assertThat(transgression.get("reportedBy").get("name").asString()).isEqualTo("A resident");
    }

    @Test
    void aPolicyTellsItsDraftAndVersionsAndTheOneInForceToday() {
        JsonNode policy = server.json("/api/policies/social-media");

        assertThat(policy.get("state").asString()).isEqualTo("PUBLISHED");
        assertThat(policy.get("currentVersion").asInt()).isEqualTo(2);
        assertThat(policy.get("versions")).hasSize(3);
        assertThat(policy.get("draft")
                        .get("content")
                        .get("clauses")
                        .get(0)
                        .get("text")
                        .asString())
                .isEqualTo("Fourth");
        assertThat(policy.get("draft").get("changedSincePublication").asBoolean())
                .isTrue();
        JsonNode listed = server.json("/api/policies?state=PUBLISHED").get("items");
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).get("draft").has("content")).isFalse();
        assertThat(listed.get(0).get("currentVersion").asInt()).isEqualTo(2);
    }

    @Test
    void aPolicyVersionIsReadWordForWord() {
        JsonNode version = server.json("/api/policies/social-media/versions/1");

        assertThat(version.get("content").get("clauses").get(0).get("text").asString())
                .isEqualTo(AWKWARD);
        assertThat(version.get("publishedBy").asString()).isEqualTo("comms");
        assertThat(status("/api/policies/social-media/versions/0")).isEqualTo(404);
        assertThat(status("/api/policies/social-media/versions/4")).isEqualTo(404);
        assertThat(status("/api/policies/social-media/versions/one")).isEqualTo(400);
    }

    @Test
    void theVersionInForceOnADayIsTheLatestInEffectByThen() {
        assertThat(versions("?in-force-on=2025-12-31")).isEmpty();
        assertThat(versions("?in-force-on=2026-01-01")).containsExactly(1);
        assertThat(versions("?in-force-on=2026-05-31")).containsExactly(1);
        assertThat(versions("?in-force-on=2026-06-01")).containsExactly(2);
        assertThat(versions("")).containsExactly(1, 2, 3);
        assertThat(versions("?limit=2")).containsExactly(1, 2);
        assertThat(status("/api/policies/social-media/versions?in-force-on=yesterday"))
                .isEqualTo(400);
    }

    @Test
    void historiesOfEveryKindTellWhatConcernsTheirSubject() {
        assertThat(kinds("/api/officers/amina/history"))
                .containsExactly(
                        "OfficerRegistered",
                        "TrainingRecorded",
                        "PolicyAcknowledged",
                        "AccountRequested",
                        "AccountAuthorised",
                        "TrainingRecorded",
                        "TransgressionReported",
                        "CoachingConversationRecorded");
        assertThat(kinds("/api/accounts/harbour-x/history"))
                .containsExactly(
                        "AccountRequested",
                        "AccountAuthorised",
                        "TrainingRecorded",
                        "TransgressionReported",
                        "CoachingConversationRecorded");
        assertThat(kinds("/api/transgressions/photo/history"))
                .containsExactly("TransgressionReported", "CoachingConversationRecorded");
        assertThat(kinds("/api/policies/social-media/history"))
                .containsExactly(
                        "PolicyDrafted",
                        "PolicyVersionPublished",
                        "PolicyVersionPublished",
                        "PolicyVersionPublished",
                        "PolicyRevised");
    }

    @Test
    void aHistoryIsNarrowedByKindActorAndTime() {
        String history = "/api/officers/amina/history";
        assertThat(kinds(history + "?kind=PolicyAcknowledged")).containsExactly("PolicyAcknowledged");
        assertThat(kinds(history + "?actor=nobody")).isEmpty();
        assertThat(kinds(history + "?actor=comms&to=2026-01-01")).isEmpty();
        assertThat(kinds(history + "?from=2026-01-01T00:00:00Z")).hasSize(8);
        assertThat(kinds(history + "?from=2199-01-01")).isEmpty();
    }

    @Test
    void aHistoryIsReadPageByPageByItsLinkHeaderInJsonAndInCsv() {
        for (String type : List.of("application/json", "text/csv")) {
            List<String> lines = new ArrayList<>();
            String next = "/api/officers/amina/history?from=2026-01-01&limit=3";
            int pages = 0;
            while (!next.isEmpty()) {
                HttpResponse<String> page = server.get(next, "Accept", type);
                assertThat(page.statusCode()).isEqualTo(200);
                lines.addAll(
                        type.equals("text/csv")
                                ? page.body().lines().skip(1).toList()
                                : server.read(page.body())
                                        .get("items")
                                        .valueStream()
                                        .map(JsonNode::toString)
                                        .toList());
                next = page.headers()
                        .firstValue("Link")
                        .map(link -> link.substring(1, link.indexOf('>')))
                        .orElse("");
                pages++;
            }
            assertThat(pages).isEqualTo(3);
            assertThat(lines).hasSize(8).doesNotHaveDuplicates();
        }
    }

    @Test
    void aHistoryAsCsvHasAHeaderRowAndItsMediaType() {
        HttpResponse<String> csv = server.get("/api/accounts/harbour-x/history", "Accept", "text/csv");

        assertThat(csv.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(csv.body())
                .startsWith("position,eventId,recordedAt,happenedOn,kind,summary,actorId,actorRole,officerId,accountId,"
                        + "policyId,transgressionId,policyVersion,correlationId,causationId,details\r\n");
        assertThat(csv.headers().firstValue("ETag")).contains("\"2\"");
    }

    @Test
    void whatNoPathAnswersAsIsNotAcceptable() {
        HttpResponse<String> xml = server.get("/api/accounts/harbour-x/history", "Accept", "application/xml");

        assertThat(xml.statusCode()).isEqualTo(406);
        assertThat(server.read(xml.body()).get("code").asString()).isEqualTo("not-acceptable");
        assertThat(server.get("/api/accounts", "Accept", "text/csv").statusCode())
                .isEqualTo(406);
        HttpResponse<String> missing = server.get("/api/accounts/none/history", "Accept", "text/csv");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(server.read(missing.body()).get("code").asString()).isEqualTo("not-found");
    }

    @Test
    void anUnknownKindIsRefusedWithThoseThereAre() {
        HttpResponse<String> answer = server.get("/api/officers/amina/history?kind=Painted");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("OfficerRegistered").contains("TransgressionReported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/officers?limit=0",
                "/api/officers?limit=201",
                "/api/officers?limit=many",
                "/api/officers?cursor=%21%21",
                "/api/officers?cursor=bm90IG91cnM",
                "/api/officers?unit=%00",
                "/api/officers/Amina!",
                "/api/officers/amina?at-least-version=x",
                "/api/accounts?state=PAINTED",
                "/api/accounts?platform=a%00b",
                "/api/accounts/harbour-x/history?limit=0",
                "/api/accounts/harbour-x/history?cursor=YWZ0ZXI6YW1pbmE",
                "/api/accounts/harbour-x/history?from=yesterday",
                "/api/accounts/harbour-x/history?to=2026-13-01",
                "/api/accounts/harbour-x/history?from=%2B300000-01-01T00:00:00Z",
                "/api/officers/amina/history?from=%2B999999999-01-01T00:00:00Z",
                "/api/policies/social-media/history?to=-9999-01-01",
                "/api/transgressions?from=-9999-01-01",
                "/api/transgressions?to=2201-01-01",
                "/api/accounts/harbour-x/history?actor=%00",
                "/api/policies/social-media/versions?cursor=YWZ0ZXI6YW1pbmE",
                "/api/transgressions?category=NICE",
                "/api/transgressions?intent=KIND",
                "/api/transgressions?harm=SOME",
                "/api/transgressions?overdue=maybe",
                "/api/transgressions?unit=%00",
                "/api/transgressions?from=yesterday",
                "/api/transgressions?to=2026-13-01",
                "/api/projections/officers/dead-letters?cursor=YWZ0ZXI6YW1pbmE",
                "/api/projections/officers/dead-letters?limit=-1"
            })
    void whatCannotBeMeantIsRefusedWithTheParameterAndNoClassName(String path) {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = server.read(answer.body());
        assertThat(problem.get("code").asString()).isEqualTo("invalid");
        assertThat(problem.get("violations").get(0).has("parameter")).isTrue();
        assertThat(answer.body()).doesNotContain("java.").doesNotContain("org.");
    }

    @Test
    void aListIsReadPageByPage() {
        JsonNode first = server.json("/api/officers?limit=1");
        assertThat(first.get("items").get(0).get("id").asString()).isEqualTo("amina");

        JsonNode second = server.json(
                "/api/officers?limit=1&cursor=" + first.get("nextCursor").asString());

        assertThat(second.get("items").get(0).get("id").asString()).isEqualTo("ben");
        assertThat(second.has("nextCursor")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/transgressions/photo",
                "/api/policies/social-media/versions",
                "/api/policies/social-media/versions/1"
            })
    void whoHasTheCurrentVersionIsToldSo(String path) {
        String tag = server.get(path).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> same = server.get(path, "If-None-Match", tag);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(server.get(path, "If-None-Match", "\"999\"").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/officers/amina", "/api/accounts/harbour-x"})
    void officersAndAccountsAreAlwaysAnsweredInFullAsTheirCasesChangeWithoutThem(String path) {
        String tag = server.get(path).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = server.get(path, "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(server.read(again.body()).has("cases")).isTrue();
    }

    @Test
    void aPolicyIsAlwaysAnsweredInFullAsTheVersionInForceChangesWithTheDay() {
        String tag = server.get("/api/policies/social-media")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertThat(tag).isEqualTo("\"5\"");
        assertThat(server.get("/api/policies/social-media", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoeverWroteReadsTheirWrite() {
        for (int version = 1; version <= 20; version++) {
            writer.append(version == 1 ? Samples.registered("writer") : Samples.trained("writer", "t" + version));
            assertThat(server.json("/api/officers/writer?at-least-version=" + version)
                            .get("version")
                            .asInt())
                    .isEqualTo(version);
            assertThat(server.json("/api/officers/writer/history?at-least-version=" + version)
                            .get("items"))
                    .hasSize(version);
        }
    }

    @Test
    void aVersionThatDoesNotComeIsAnsweredWithTryAgainLater() {
        HttpResponse<String> answer = server.get("/api/policies/social-media/versions?at-least-version=99");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(server.read(answer.body()).get("code").asString()).isEqualTo("not-yet-projected");
    }

    @Test
    void officersReadThemselvesAndPoliciesAndNobodyElse() {
        assertThat(server.getAs("amina", "/api/officers/amina").statusCode()).isEqualTo(200);
        assertThat(server.getAs("amina", "/api/officers/ben").statusCode()).isEqualTo(403);
        assertThat(server.getAs("amina", "/api/accounts").statusCode()).isEqualTo(403);
        assertThat(server.getAs("amina", "/api/accounts/harbour-x").statusCode())
                .isEqualTo(403);
        assertThat(server.getAs("amina", "/api/transgressions").statusCode()).isEqualTo(403);
        assertThat(server.getAs("amina", "/api/projections").statusCode()).isEqualTo(403);
        assertThat(server.getAs("amina", "/api/policies/social-media/versions/2")
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.getAs("amina", "/api/officers/amina/history", "Accept", "text/csv")
                        .body())
                .doesNotContain("photo");
    }

    @Test
    void aProjectionThatIsNotThereIsNotFound() {
        assertThat(status("/api/projections/paintings/dead-letters")).isEqualTo(404);
        assertThat(server.json("/api/projections").get("items"))
                .extracting(projection -> projection.get("name").asString())
                .containsExactlyElementsOf(QueryServer.PROJECTIONS);
    }

    @Test
    void everyOperationIsDocumentedWithAnExampleAndItsErrors() {
        JsonNode document = server.json("/v3/api-docs");

        assertThat(document.get("info").get("title").asString()).isEqualTo("Ninety Ten");
        assertThat(document.get("components")
                        .get("securitySchemes")
                        .get("basic")
                        .get("scheme")
                        .asString())
                .isEqualTo("basic");
        assertThat(document.get("paths").propertyNames())
                .contains(
                        "/api/officers",
                        "/api/officers/{id}/history",
                        "/api/policies/{id}/versions/{n}",
                        "/api/projections/{name}/dead-letters",
                        "/api/projections/{name}/rebuild",
                        "/api/projections/{name}/verification")
                .allMatch(path -> path.startsWith("/api/"));
        for (var path : document.get("paths").properties()) {
            String method = Stream.of("get", "post", "delete")
                    .filter(path.getValue()::has)
                    .findFirst()
                    .orElseThrow();
            JsonNode operation = path.getValue().get(method);
            assertThat(operation.get("summary").asString()).as(path.getKey()).isNotBlank();
            JsonNode responses = operation.get("responses");
            if (responses.has("204")) {
                continue;
            }
            JsonNode ok = (responses.has("200") ? responses.get("200") : responses.get("202")).get("content");
            for (var content : ok.properties()) {
                assertThat(content.getValue().has("example")
                                || content.getValue().has("examples"))
                        .as(path.getKey() + " as " + content.getKey())
                        .isTrue();
            }
            String main = Stream.of("text/html", "text/calendar")
                    .filter(ok::has)
                    .findFirst()
                    .orElse("application/json");
            assertThat(ok.path(main).path("schema").isEmpty()).as(path.getKey()).isFalse();
            for (String error : List.of("400", "401", "403", "404", method.equals("get") ? "406" : "415", "503")) {
                assertThat(responses
                                .path(error)
                                .path("content")
                                .path("application/problem+json")
                                .has("example"))
                        .as(path.getKey() + " " + error)
                        .isTrue();
            }
            for (JsonNode parameter :
                    operation.get("parameters") == null ? List.<JsonNode>of() : operation.get("parameters")) {
                assertThat(parameter.path("description").asString())
                        .as(path.getKey() + " " + parameter.get("name"))
                        .isNotBlank();
            }
        }
    }

    private static List<String> ids(String path) {
        return server.json(path)
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    private static List<String> kinds(String path) {
        return server.json(path)
                .get("items")
                .valueStream()
                .map(entry -> entry.get("kind").asString())
                .toList();
    }

    private static List<Integer> versions(String query) {
        return server.json("/api/policies/social-media/versions" + query)
                .get("items")
                .valueStream()
                .map(version -> version.get("version").asInt())
                .toList();
    }

    private static int status(String path) {
        return server.get(path).statusCode();
    }
}
