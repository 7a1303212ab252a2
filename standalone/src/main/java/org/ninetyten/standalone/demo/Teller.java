package org.ninetyten.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends the story's requests to this very process, as any client would. */
final class Teller {

    static final String PASSWORD = "ninety-ten-demo";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI server;

    Teller(URI server) {
        this.server = server;
    }

    /** @throws StoryFailedException unless the answer is 2xx */
    void tell(Step step, String correlationId) {
        HttpResponse<String> answer = send(step, request(step, correlationId));
        if (answer.statusCode() / 100 != 2) {
            throw new StoryFailedException(
                    "%s was answered with %d %s.".formatted(name(step), answer.statusCode(), reason(answer.body())));
        }
    }

    private HttpRequest request(Step step, String correlationId) {
        HttpRequest.BodyPublisher body = step.body() == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(step.body().toString());
        return HttpRequest.newBuilder(server.resolve(step.path()))
                .method(step.method(), body)
                .timeout(PATIENCE)
                .header("Authorization", basic(step.as()))
                .header("Content-Type", "application/json")
                .header("X-Correlation-Id", correlationId)
                .build();
    }

    private HttpResponse<String> send(Step step, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StoryFailedException("%s got no answer (%s).".formatted(name(step), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailedException("%s was interrupted.".formatted(name(step)), e);
        }
    }

    private static String name(Step step) {
        return "\"%s\" (%s: %s %s)".formatted(step.tells(), step.as(), step.method(), step.path());
    }

    /** {@code training-not-valid: Officer 'ben' has no training…}, or the answer as it is where it is no problem. */
    private static String reason(String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            if (problem.has("code")) {
                return problem.path("code").asString() + ": "
                        + problem.path("detail").asString("") + violations(problem);
            }
        } catch (JacksonException ignored) {
            // Not JSON, so not one of our own problems: shown as it is.
        }
        return body;
    }

    private static String violations(JsonNode problem) {
        return problem.has("violations") ? " " + problem.path("violations") : "";
    }

    private static String basic(String name) {
        byte[] credentials = (name + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }
}
