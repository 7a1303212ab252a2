package org.ninetyten.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request's log lines on either side, as the programs themselves print them: found by the trace that its caller gave. */
class FollowedRequestE2E {

    private static final String OFFICER = """
            {"name": "Somebody", "collarNumber": "PC 1", "unit": "harbour"}""";
    private static final JsonMapper JSON = new JsonMapper();

    private static RunningJar database;
    private static RunningJar commandSide;
    private static RunningJar querySide;
    private static Path data;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        data = Beforehand.empty(directory.resolve("data"));
        database = RunningJar.launch(data, "--ninety-ten.database-only=true");
        await().atMost(Duration.ofMinutes(2))
                .failFast(() -> database.failIfEnded())
                .until(() -> database.output().contains("The database alone is up"));
        commandSide = side("command-side");
        querySide = side("query-side");
    }

    @AfterAll
    static void stop() {
        querySide.close();
        commandSide.close();
        database.close();
    }

    @Test
    void linesOfPlainTextCarryTheTraceBesideTheCorrelationId() throws IOException {
        Request command = register(commandSide, "followed-in-text");
        Request query = readHistory(querySide, "followed-in-text");

        assertThat(plainLines(commandSide, command))
                .anySatisfy(line -> assertThat(line).endsWith("RegisterOfficer for officer:followed-in-text: done"))
                .anySatisfy(line -> assertThat(line).contains("PUT /api/officers/followed-in-text answered with 201"));
        assertThat(plainLines(querySide, query))
                .anySatisfy(line -> assertThat(line).contains("/history answered with 200"));
        assertThat(commandSide.output().lines().filter(line -> line.contains("Started CommandSide")))
                .singleElement()
                .as("what belongs to no request says nothing of one")
                .asString()
                .contains("main] org.ninetyten.command.CommandSide");
    }

    @Test
    void linesOfJsonCarryTheTraceBesideTheCorrelationId() throws IOException {
        try (RunningJar jsonCommandSide = side("command-side", "--spring.profiles.active=json-logs");
                RunningJar jsonQuerySide = side("query-side", "--spring.profiles.active=json-logs")) {
            Request command = register(jsonCommandSide, "followed-in-json");
            Request query = readHistory(jsonQuerySide, "followed-in-json");

            assertThat(jsonLines(jsonCommandSide, command))
                    .anySatisfy(
                            line -> assertThat(line).isEqualTo("RegisterOfficer for officer:followed-in-json: done"))
                    .anySatisfy(line -> assertThat(line).contains("answered with 201"));
            assertThat(jsonLines(jsonQuerySide, query))
                    .anySatisfy(line -> assertThat(line).contains("answered with 200"));
        }
    }

    @Test
    void aRequestWithoutATraceBeginsOneAndABrokenOneIsNotTakenUp() throws IOException {
        String broken = "00-not-a-trace-01";
        commandSide.send("comms", "PUT", "/api/officers/untraced", OFFICER);
        HttpResponse<String> answer =
                commandSide.send("comms", "PUT", "/api/officers/badly-traced", OFFICER, "traceparent", broken);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(traceOf(commandSide, "officer:untraced")).isNotEqualTo(traceOf(commandSide, "officer:badly-traced"));
    }

    /** What its caller knows of it. */
    private record Request(String traceId, String parentSpanId, String correlationId) {

        static Request begin() {
            String random = UUID.randomUUID().toString();
            return new Request(random.replace("-", ""), random.replace("-", "").substring(16), "for-" + random);
        }

        String[] headers() {
            return new String[] {
                "traceparent", "00-%s-%s-01".formatted(traceId, parentSpanId), "X-Correlation-Id", correlationId
            };
        }
    }

    private static Request register(RunningJar commandSide, String officer) throws IOException {
        Request request = Request.begin();
        HttpResponse<String> answer =
                commandSide.send("comms", "PUT", "/api/officers/" + officer, OFFICER, request.headers());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return request;
    }

    private static Request readHistory(RunningJar querySide, String officer) throws IOException {
        Request request = Request.begin();
        String path = "/api/officers/" + officer + "/history?at-least-version=1";
        HttpResponse<String> answer = querySide.send("auditor", "GET", path, "", request.headers());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return request;
    }

    /** What the lines of that request say, each of which must have a span of its own side. */
    private static List<String> plainLines(RunningJar side, Request request) {
        Pattern ids = Pattern.compile(
                "\\[%s %s-([0-9a-f]{16})] ".formatted(Pattern.quote(request.correlationId()), request.traceId()));
        List<String> lines = new ArrayList<>();
        side.output().lines().filter(line -> line.contains(request.traceId())).forEach(line -> {
            Matcher found = ids.matcher(line);
            assertThat(found.find()).as(line).isTrue();
            assertThat(found.group(1)).isNotEqualTo(request.parentSpanId());
            lines.add(line);
        });
        return lines;
    }

    private static List<String> jsonLines(RunningJar side, Request request) {
        List<String> messages = new ArrayList<>();
        side.output().lines().filter(line -> line.contains(request.traceId())).forEach(text -> {
            JsonNode line = JSON.readTree(text);
            assertThat(line.path("trace.id").asString()).as(text).isEqualTo(request.traceId());
            assertThat(line.path("span.id").asString()).as(text).matches("[0-9a-f]{16}");
            assertThat(line.path("correlationId").asString()).as(text).isEqualTo(request.correlationId());
            messages.add(line.path("message").asString());
        });
        return messages;
    }

    private static String traceOf(RunningJar side, String stream) {
        Matcher found = Pattern.compile("\\[[^ ]+ ([0-9a-f]{32})-[0-9a-f]{16}] .* for " + stream)
                .matcher(side.output());
        assertThat(found.find()).as(side.output()).isTrue();
        return found.group(1);
    }

    /** The jar of a side, as its own module has built it. */
    private static RunningJar side(String name, String... more) throws IOException {
        Path jar = Path.of(System.getProperty("basedir", "."), "..", name, "target", name + ".jar");
        List<String> arguments = new ArrayList<>(List.of(
                "--ninety-ten.demo=true",
                "--logging.level.org.ninetyten=debug",
                "--spring.config.additional-location=file:" + data.resolve(name + ".properties")));
        arguments.addAll(List.of(more));
        return RunningJar.launch(data, Map.of(), Beforehand.jvm(jar), arguments.toArray(String[]::new))
                .awaitReady();
    }
}
