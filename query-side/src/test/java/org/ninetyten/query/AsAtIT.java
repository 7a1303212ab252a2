package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.officer.OfficerEvent.OfficerDetailsChanged;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Response;
import tools.jackson.databind.JsonNode;

/** What stood at an instant is what was answered at that instant. */
class AsAtIT {

    private static final Instant FEBRUARY = Instant.parse("2025-02-01T10:00:00Z");
    private static final Instant MARCH = Instant.parse("2025-03-01T10:00:00Z");
    private static final Instant APRIL = Instant.parse("2025-04-01T10:00:00Z");

    private static @Nullable QueryServer running;
    private static @Nullable EventWriter writing;
    private static final LegalLives LIVES = new LegalLives("amina", "ben");

    @BeforeContainer
    static void start() {
        QueryServer server = QueryServer.onDatabaseOfItsOwn();
        EventWriter writer = server.writer();
        running = server;
        writing = writer;
        writer.appendAt(FEBRUARY.minusSeconds(60), Samples.registered("amina"), Samples.registered("ben"));
        writer.appendAt(FEBRUARY, Samples.registered("nia"), Samples.reported("late", "old-x", "amina"));
        writer.appendAt(
                MARCH,
                new OfficerDetailsChanged("nia", "Nia Khan", "PS 12", "river", false),
                Samples.assessed("late", "amina", Intent.CARELESS, Response.COACHING),
                Samples.coached("amina", "old-x", "late"));
        writer.appendAt(APRIL, Samples.notified("late", "amina"));
        writer.appendAt(FEBRUARY, Samples.drafted("rules"));
        writer.appendAt(MARCH, Samples.published("rules", 1, LocalDate.parse("2024-01-01"), "First"));
        writer.appendAt(
                APRIL,
                Samples.published("rules", 2, LocalDate.parse("2025-01-01"), "Second"),
                Samples.revised("rules", "Third"));
        writer.appendAt(FEBRUARY, Samples.requested("old-x", "amina", "rules"));
        caughtUp();
    }

    @AfterContainer
    static void stop() {
        writer().close();
        server().close();
    }

    private static QueryServer server() {
        return Objects.requireNonNull(running);
    }

    private static EventWriter writer() {
        return Objects.requireNonNull(writing);
    }

    private static void caughtUp() {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> server().hasCaughtUp());
    }

    /** What someone asked, and was answered while that was how things stood. */
    private record Answered(String user, String path, Instant at, int status, String tag, String body) {}

    @Property(tries = 3, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void whateverHappenedEveryViewAsAtAnInstantIsWhatWasShownThen(
            @ForAll @Size(14) List<@IntRange(max = 9_999) Integer> choices) {
        List<Answered> answers = new ArrayList<>();
        for (int choice : choices) {
            Instant recorded = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            writer().appendAt(recorded, LIVES.next(choice));
            caughtUp();
            // At the very instant of the event, or at one between it and the next.
            Instant at = choice % 2 == 0 ? recorded : recorded.plusNanos(999_999);
            answers.addAll(answersNow(at));
        }

        // Each event changed at least what is said of its own subject.
        assertThat(answers.stream().map(Answered::body).distinct().count()).isGreaterThan(choices.size());
        assertThat(answers).allSatisfy(then -> {
            HttpResponse<String> again = server().getAs(then.user(), then.path() + "?at=" + then.at());
            assertThat(again.statusCode()).isEqualTo(then.status());
            if (then.status() == 200) {
                assertThat(again.body()).isEqualTo(then.body());
                assertThat(tagOf(again)).isEqualTo(then.tag());
            } else {
                assertThat(codeOf(again)).isEqualTo("not-found");
            }
        });
    }

    private static List<Answered> answersNow(Instant at) {
        List<Answered> answers = new ArrayList<>();
        for (String officer : LIVES.officers()) {
            answers.add(answer("auditor", "/api/officers/" + officer, at));
        }
        answers.add(answer("amina", "/api/officers/amina", at));
        answers.add(answer("ben", "/api/officers/ben", at));
        for (String account : LIVES.accounts()) {
            answers.add(answer("auditor", "/api/accounts/" + account, at));
        }
        for (String policy : LIVES.policies()) {
            answers.add(answer("auditor", "/api/policies/" + policy, at));
            answers.add(answer("amina", "/api/policies/" + policy + "/versions", at));
        }
        for (String transgression : LIVES.cases()) {
            for (String user : List.of("auditor", "amina", "ben")) {
                answers.add(answer(user, "/api/transgressions/" + transgression, at));
            }
        }
        return answers;
    }

    private static Answered answer(String user, String path, Instant at) {
        HttpResponse<String> answer = server().getAs(user, path);
        return new Answered(user, path, at, answer.statusCode(), tagOf(answer), answer.body());
    }

    @Example
    void aNameIsTheOneThatWasRecordedThen() {
        assertThat(nameAt(MARCH.minusMillis(1))).isEqualTo("Amina Rahman");
        assertThat(nameAt(FEBRUARY)).isEqualTo("Amina Rahman");
        assertThat(nameAt(MARCH)).isEqualTo("Nia Khan");
        assertThat(tagOf(at("auditor", "/api/officers/nia", FEBRUARY))).isEqualTo("\"1\"");
    }

    private static String nameAt(Instant at) {
        return server().json("/api/officers/nia?at=" + at).get("name").asString();
    }

    @Example
    void whatWasNotRecordedYetIsToldFromWhatIsNotThere() {
        for (String path : List.of(
                "/api/officers/nia",
                "/api/accounts/old-x",
                "/api/policies/rules",
                "/api/policies/rules/versions",
                "/api/transgressions/late")) {
            HttpResponse<String> early = at("auditor", path, FEBRUARY.minusMillis(1));
            assertThat(early.statusCode()).as(path).isEqualTo(404);
            assertThat(codeOf(early)).as(path).isEqualTo("not-recorded-yet");
            assertThat(server().get(path + "?at=1900-01-01T00:00:00Z").statusCode())
                    .isEqualTo(404);

            HttpResponse<String> none = at("auditor", path.replaceFirst("(nia|old-x|rules|late)", "no-one"), MARCH);
            assertThat(none.statusCode()).as(path).isEqualTo(404);
            assertThat(codeOf(none)).as(path).isEqualTo("not-found");
        }
    }

    @Example
    void anOfficerSeesNothingOfACaseAsAtAnInstantBeforeTheyWereTold() {
        String path = "/api/transgressions/late";
        assertThat(at("amina", path, APRIL).statusCode()).isEqualTo(200);
        assertThat(at("auditor", path, MARCH).statusCode()).isEqualTo(200);
        HttpResponse<String> hidden = at("amina", path, MARCH);
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(codeOf(hidden)).isEqualTo("not-found");
        for (Instant at : List.of(FEBRUARY.minusSeconds(1), MARCH, APRIL)) {
            assertThat(codeOf(at("ben", path, at))).isEqualTo("not-found");
        }

        assertThat(at("amina", "/api/officers/amina", MARCH).body())
                .doesNotContain("late")
                .doesNotContain("amina-talk");
        assertThat(at("amina", "/api/officers/amina", APRIL).body())
                .contains("late")
                .contains("amina-talk");
        assertThat(at("ben", "/api/officers/amina", APRIL).statusCode()).isEqualTo(403);
        JsonNode cases =
                server().json("/api/officers/amina?at=" + MARCH).get("cases").get("openCases");
        assertThat(cases.toString()).isEqualTo("[{\"transgressionId\":\"late\",\"state\":\"ASSESSED\"}]");
        assertThat(server().json("/api/accounts/old-x?at=" + FEBRUARY)
                        .get("cases")
                        .get("openCases")
                        .toString())
                .isEqualTo("[{\"transgressionId\":\"late\",\"state\":\"REPORTED\"}]");
    }

    @Example
    void whichVersionWasInForceOnADayIsAskedAsItWasKnownThen() {
        String versions = "/api/policies/rules/versions?in-force-on=2025-02-20&at=";
        assertThat(server().json(versions + FEBRUARY).get("items")).isEmpty();
        assertThat(server().json(versions + MARCH)
                        .get("items")
                        .get(0)
                        .get("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(server().json(versions + APRIL)
                        .get("items")
                        .get(0)
                        .get("version")
                        .asInt())
                .isEqualTo(2);

        JsonNode march = server().json("/api/policies/rules?at=" + MARCH);
        assertThat(march.get("currentVersion").asInt()).isEqualTo(1);
        assertThat(textOf(march)).isEqualTo("Do no harm.");
        assertThat(textOf(server().json("/api/policies/rules?at=" + APRIL))).isEqualTo("Third");
    }

    private static String textOf(JsonNode policy) {
        return policy.get("draft")
                .get("content")
                .get("clauses")
                .get(0)
                .get("text")
                .asString();
    }

    @Example
    void whatCannotBeToldEndsTheViewAsItEndsTheRow() {
        writer().append(Samples.registered("painted"), Samples.trained("painted", "first"));
        writer().appendRaw("officer:painted", "OfficerPainted", "{}");
        writer().append(Samples.trained("painted", "second"));
        caughtUp();

        HttpResponse<String> now = server().get("/api/officers/painted");
        HttpResponse<String> then = at("auditor", "/api/officers/painted", Instant.now());

        assertThat(tagOf(now)).isEqualTo("\"2\"");
        assertThat(tagOf(then)).isEqualTo("\"2\"");
        assertThat(then.body()).isEqualTo(now.body());
    }

    @Example
    void whatIsNoInstantOfThePastIsRefused() {
        for (String path : List.of(
                "/api/officers/nia",
                "/api/accounts/old-x",
                "/api/policies/rules/versions",
                "/api/transgressions/late")) {
            for (String at : List.of(
                    "",
                    "yesterday",
                    "2025-03-01",
                    "2025-02-30T00:00:00Z",
                    "2025-03-01T10:00:00",
                    "%00",
                    "2999-01-01T00:00:00Z",
                    "%2B1000000000-12-31T23:59:59.999999999Z",
                    "-1000000000-01-01T00:00:00Z",
                    "1899-12-31T23:59:59Z",
                    Instant.now().plusSeconds(60).toString())) {
                HttpResponse<String> answer = server().get(path + "?at=" + at);
                assertThat(answer.statusCode()).as(at).isEqualTo(400);
                assertThat(codeOf(answer)).isEqualTo("invalid");
                assertThat(violatedBy(answer)).isEqualTo("at");
            }
            HttpResponse<String> both = server().get(path + "?at-least-version=1&at=" + APRIL);
            assertThat(both.statusCode()).isEqualTo(400);
            assertThat(violatedBy(both)).isEqualTo("at-least-version");
        }
    }

    @Example
    void atIsDocumentedOnEveryViewThatHasIt() {
        JsonNode paths = server().json("/v3/api-docs").get("paths");
        for (String path : List.of(
                "/api/officers/{id}",
                "/api/accounts/{id}",
                "/api/policies/{id}",
                "/api/policies/{id}/versions",
                "/api/transgressions/{id}")) {
            assertThat(paths.get(path).get("get").get("parameters").valueStream())
                    .as(path)
                    .anySatisfy(parameter -> {
                        assertThat(parameter.get("name").asString()).isEqualTo("at");
                        assertThat(parameter.get("required").asBoolean()).isFalse();
                        assertThat(parameter.get("description").asString()).contains("not-recorded-yet");
                    });
        }
    }

    private static HttpResponse<String> at(String user, String path, Instant at) {
        return server().getAs(user, path + "?at=" + at);
    }

    private static String codeOf(HttpResponse<String> answer) {
        return server().read(answer.body()).get("code").asString();
    }

    private static String violatedBy(HttpResponse<String> answer) {
        return server().read(answer.body())
                .get("violations")
                .get(0)
                .get("parameter")
                .asString();
    }

    private static String tagOf(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElse("");
    }
}
