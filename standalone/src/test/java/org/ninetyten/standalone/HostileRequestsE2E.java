package org.ninetyten.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninetyten.standalone.HostileRequests.Hostile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ten thousand requests of every operation, with something wrong in each, at the built jar with the demo's story. */
class HostileRequestsE2E {

    private static final int REQUESTS = 10_000;
    /** The same ones each time, so that a failure is one tomorrow too. */
    private static final long SEED = 9010;

    private static final String CORRELATION = "X-Correlation-Id";

    /** What a program has inside: none of it is a client's business. */
    private static final Pattern INSIDES = Pattern.compile(
            "(?i)[a-z]Exception\\b|\\bat [a-z]+\\.[a-z.]+\\(|\\b(java|javax|jakarta|jdk|tools)\\.[a-z]+\\.[A-Za-z]"
                    + "|org\\.(springframework|axonframework|postgresql|hibernate|apache|ninetyten)"
                    + "|\\b(SELECT|INSERT|UPDATE|DELETE)\\b.*\\b(FROM|INTO|SET|WHERE)\\b|jdbc:|PSQL|SQLSTATE"
                    + "|/home/|/tmp/|/root/");

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private static Path data;
    private static RunningJar jar;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        data = Beforehand.toldStory(directory.resolve("data"));
        jar = RunningJar.start(data, "--ninety-ten.demo=true");
    }

    @AfterAll
    static void stop() {
        jar.close();
    }

    @Test
    void noRequestBreaksTheProgramShowsItsInsidesOrIsKeptThoughItWasRefused() throws Exception {
        JsonNode document =
                JsonMapper.shared().readTree(jar.get("nobody", "/v3/api-docs").body());
        HostileRequests requests = new HostileRequests(document);
        assertThat(requests.operations()).isGreaterThan(80);
        Random random = new Random(SEED);
        Set<String> refused = new HashSet<>();
        Map<Integer, Integer> statuses = new TreeMap<>();

        for (int number = 0; number < REQUESTS; number++) {
            Hostile hostile = requests.next(random);
            HttpResponse<String> response = send(hostile, "hostile-" + number);

            check(hostile, response);
            statuses.merge(response.statusCode(), 1, Integer::sum);
            if (response.statusCode() >= 400) {
                response.headers().firstValue(CORRELATION).ifPresent(refused::add);
            }
        }

        assertThat(recorded()).as("correlation ids of what was recorded").doesNotContainAnyElementsOf(refused);
        assertThat(statuses).as("some are let through, or nothing was tried").containsKeys(200, 400, 403, 404, 405);
        assertThat(jar.output()).as("the log").doesNotContain("Servlet.service() for servlet");
        assertThat(jar.get("admin", "/actuator/health").body()).contains("\"status\":\"UP\"");
    }

    private static void check(Hostile hostile, HttpResponse<String> response) {
        assertThat(response.statusCode()).as("%s: %s", hostile, response.body()).isBetween(200, 499);
        if (response.statusCode() >= 400) {
            if (!hostile.method().equals("HEAD")) {
                assertThat(response.headers().firstValue("Content-Type").orElse(""))
                        .as("%s: %s", hostile, response.body())
                        .startsWith("application/problem+json");
                assertThat(response.body()).as("%s", hostile).contains("\"code\":\"");
            }
            assertThat(withoutWhatWasSent(response.body(), hostile))
                    .as("%s", hostile)
                    .doesNotContainPattern(INSIDES);
        }
    }

    /** A problem names the path that was asked for, and may name a value that is wrong. */
    private static String withoutWhatWasSent(String problem, Hostile hostile) {
        return problem.replaceAll("\"instance\":\"[^\"]*\"", "").replace(hostile.path(), "");
    }

    /** Whom events were recorded for, among the requests that this test sent. */
    private static Set<String> recorded() throws SQLException, IOException {
        return new HashSet<>(StoredEvents.select(
                jar, data, "SELECT metadata ->> 'correlationId' FROM eventstore.event_log WHERE position > 0"));
    }

    private static HttpResponse<String> send(Hostile hostile, String correlationId)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(jar.url().resolve(hostile.path()))
                .timeout(Duration.ofSeconds(30))
                .method(
                        hostile.method(),
                        hostile.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(hostile.body()))
                .setHeader(CORRELATION, correlationId);
        hostile.headers().forEach(request::setHeader);
        if (!hostile.user().equals("nobody")) {
            String credentials = hostile.user() + ":ninety-ten-demo";
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)));
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
