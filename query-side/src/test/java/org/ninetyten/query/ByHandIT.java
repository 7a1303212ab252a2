package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.Event;
import org.ninetyten.query.SmallForce.Told;
import tools.jackson.databind.JsonNode;

/** Duties and overview are what comes of two years' events when everything is worked out from them by hand. */
class ByHandIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    private static final List<Told> STORY = SmallForce.story(4711, TODAY);

    private static QueryServer server;

    @BeforeAll
    static void start() {
        server = QueryServer.onDatabaseOfItsOwn();
        tell(server, STORY);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** In that order; what was recorded at the same instant one after another, in one transaction. */
    private static void tell(QueryServer to, List<Told> story) {
        try (EventWriter writer = to.writer()) {
            for (int from = 0; from < story.size(); ) {
                Instant at = story.get(from).at();
                List<Event> together = new ArrayList<>();
                while (from < story.size() && story.get(from).at().equals(at)) {
                    together.add(story.get(from++).event());
                }
                writer.appendAt(at, together.toArray(Event[]::new));
            }
        }
        await().atMost(PATIENCE).until(to::hasCaughtUp);
    }

    @Test
    void theStoryHasSomethingToShowOfEverything() {
        Set<String> kinds = new TreeSet<>();
        duties(server, "").forEach(line -> kinds.add(line.substring(0, line.indexOf(' '))));
        assertThat(kinds)
                .contains(
                        "ACKNOWLEDGEMENT",
                        "TRAINING",
                        "CHECK_IN",
                        "ADVICE_REPLY",
                        "ACCOUNT_REVIEW",
                        "NOTICE",
                        "ANSWER",
                        "POLICY_REVIEW");
        JsonNode all = server.json("/api/overview?from=" + TODAY.minusDays(800) + "&to=" + TODAY);
        for (String figure : List.of(
                "/repeats/coaching/count", "/repeats/otherResponses/count", "/departures/count", "/advice/followed")) {
            assertThat(all.at(figure).asInt()).as(figure).isPositive();
        }
    }

    @Test
    void whatIsDueIsWhatIsDueByHand() {
        assertThat(duties(server, "")).isEqualTo(new DutiesByHand(STORY).lines());
    }

    /** Cases are folded for duties too: a notice and an answer are due where, and when, the case says so itself. */
    @Test
    void noticesAndAnswersAreDueWhenTheirCasesSaySo() {
        Set<String> fromCases = new TreeSet<>();
        Map.of("ASSESSED", "NOTICE", "NOTIFIED", "ANSWER")
                .forEach((state, kind) -> items(server, "/api/transgressions?limit=200&state=" + state).stream()
                        .filter(one -> one.has("dueBy"))
                        .forEach(one -> fromCases.add(kind + " " + one.get("id").asString() + " "
                                + one.get("dueBy").asString())));
        Set<String> due = new TreeSet<>();
        for (String kind : List.of("NOTICE", "ANSWER")) {
            items(server, "/api/duties?limit=200&kind=" + kind)
                    .forEach(duty ->
                            due.add(kind + " " + duty.get("transgressionId").asString() + " "
                                    + duty.get("dueBy").asString()));
        }
        assertThat(due).isEqualTo(fromCases).isNotEmpty();
    }

    @Test
    void whatIsDueIsTheSameInWhateverOrderEventsOfDifferentSubjectsCome() {
        try (QueryServer another = QueryServer.onDatabaseOfItsOwn()) {
            tell(another, interleaved(STORY, new Random(7)));

            assertThat(duties(another, "")).isEqualTo(duties(server, ""));
        }
    }

    /** Each subject's events in their order, and those of different subjects in any. */
    private static List<Told> interleaved(List<Told> story, Random random) {
        Map<String, List<Told>> streams = new LinkedHashMap<>();
        story.forEach(told -> streams.computeIfAbsent(told.event().stream(), name -> new ArrayList<>())
                .add(told));
        List<List<Told>> rest = new ArrayList<>(streams.values());
        List<Told> mixed = new ArrayList<>();
        while (!rest.isEmpty()) {
            int stream = random.nextInt(rest.size());
            mixed.add(rest.get(stream).removeFirst());
            if (rest.get(stream).isEmpty()) {
                rest.remove(stream);
            }
        }
        return mixed;
    }

    @Test
    void readAgainFromTheFirstEventAndMadeAnewTheyAreTheSame() {
        Set<String> before = duties(server, "");
        Map<String, String> figures = figures(server, "");

        server.readEverythingAgain();
        await().atMost(PATIENCE).until(server::hasCaughtUp);

        assertThat(duties(server, "")).isEqualTo(before);
        assertThat(figures(server, "")).isEqualTo(figures);
        for (String projection : List.of("duties", "overview", "transgressions")) {
            JsonNode verified = VerificationIT.verified(server, projection);
            assertThat(verified.get("differences")).as(projection).isEmpty();
            assertThat(verified.get("rows").asLong()).as(projection).isPositive();
        }
    }

    @Test
    void everyFigureIsWhatItIsByHand() {
        OverviewByHand byHand = new OverviewByHand(STORY, Instant.now());
        Random random = new Random(1);
        for (int i = 0; i < 24; i++) {
            LocalDate from = TODAY.minusDays(random.nextInt(760));
            LocalDate to = from.plusDays(random.nextInt(500));
            String unit = i % 3 == 0 ? null : SmallForce.UNITS.get(random.nextInt(4));
            String query = "?from=" + from + "&to=" + to + (unit == null ? "" : "&unit=" + unit);

            assertThat(figures(server, query)).as(query).containsAllEntriesOf(byHand.figures(from, to, unit));
        }
    }

    @Test
    void eachLinkLeadsToAListOfAsManyAsTheFigureCounts() {
        for (String query : List.of(
                "?from=" + TODAY.minusDays(400) + "&to=" + TODAY,
                "?from=" + TODAY.minusDays(650) + "&to=" + TODAY.minusDays(100) + "&unit=harbour")) {
            JsonNode overview = server.json("/api/overview" + query);
            overview.get("links").properties().forEach(link -> sameCount(overview, link.getKey(), link.getValue()));
            JsonNode month = overview.get("months").get(3);
            month.get("links").properties().forEach(link -> sameCount(month, link.getKey(), link.getValue()));
            assertThat(overview.get("links").size()).isGreaterThan(30);
        }
    }

    private static void sameCount(JsonNode overview, String figure, JsonNode link) {
        String path = "/" + figure.replace('.', '/');
        List<JsonNode> items = items(server, link.asString());
        int listed = switch (figure) {
            case "postsSampled" ->
                items.stream().mapToInt(item -> item.get("sampled").asInt()).sum();
            case "postsFine" ->
                items.stream().mapToInt(item -> item.get("good").asInt()).sum();
            default -> items.size();
        };
        assertThat(listed).as(figure + " " + link).isEqualTo(overview.at(path).asInt(-1));
    }

    private static Set<String> duties(QueryServer from, String query) {
        Set<String> lines = new TreeSet<>();
        items(from, "/api/duties?limit=200" + query)
                .forEach(duty -> assertThat(lines.add(line(duty))).isTrue());
        return lines;
    }

    private static String line(JsonNode duty) {
        return DutiesByHand.line(
                duty.get("kind").asString(),
                text(duty, "officerId"),
                text(duty, "accountId"),
                text(duty, "policyId"),
                text(duty, "policyVersion"),
                text(duty, "transgressionId"),
                text(duty, "adviceId"),
                LocalDate.parse(duty.get("dueBy").asString()),
                duty.has("dueAt") ? Instant.parse(duty.get("dueAt").asString()) : null,
                text(duty, "unit"));
    }

    private static @Nullable String text(JsonNode duty, String field) {
        return duty.has(field) ? duty.get(field).asString() : null;
    }

    private static List<JsonNode> items(QueryServer from, String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            HttpResponse<String> answer =
                    from.get(path + (cursor.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + "cursor=" + cursor));
            assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
            JsonNode page = from.read(answer.body());
            page.get("items").forEach(items::add);
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());
        return items;
    }

    private static Map<String, String> figures(QueryServer from, String query) {
        Map<String, String> figures = new TreeMap<>();
        flatten("", from.json("/api/overview" + query), figures);
        figures.keySet().removeIf(name -> name.contains("links.") || name.equals("asOf"));
        return figures;
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.properties().forEach(field -> flatten(prefix + field.getKey() + ".", field.getValue(), into));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(prefix + i + ".", node.get(i), into);
            }
        } else {
            into.put(prefix.substring(0, prefix.length() - 1), node.isNull() ? "null" : node.asString());
        }
    }
}
