package org.ninetyten.edge.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Every error answer as problem+json (RFC 9457) with a stable {@code code} and a sentence a person can act on. */
public final class Problems {

    private static final String REALM = " realm=\"ninety-ten\"";

    /** Also what OpenAPI shows. */
    static final String UNAUTHENTICATED =
            "Send a bearer token of the issuer, or a known user name and the right password (HTTP Basic).";

    private final JsonMapper json;
    private final boolean takesTokens;

    /** @param takesTokens whether there is an issuer whose bearer tokens are taken */
    public Problems(JsonMapper json, boolean takesTokens) {
        this.json = json;
        this.takesTokens = takesTokens;
    }

    /** A problem with its members in place. */
    public static ProblemDetail problem(int status, String code, String sentence) {
        HttpStatus known = HttpStatus.valueOf(status);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(known, sentence);
        problem.setTitle(known.getReasonPhrase());
        problem.setProperty("code", code);
        return problem;
    }

    static ProblemDetail problem(int status, String code, String sentence, List<Violation> violations) {
        ProblemDetail problem = problem(status, code, sentence);
        if (!violations.isEmpty()) {
            problem.setProperty("violations", violations);
        }
        return problem;
    }

    static ProblemDetail problem(Refusal refusal) {
        ProblemDetail problem =
                problem(refusal.kind().status(), refusal.code(), refusal.sentence(), refusal.violations());
        for (Map.Entry<String, Object> fact : refusal.facts().entrySet()) {
            problem.setProperty(fact.getKey(), fact.getValue());
        }
        return problem;
    }

    /** 401, naming how to authenticate. */
    public void unauthenticated(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Basic" + REALM + ", charset=\"UTF-8\"");
        if (takesTokens) {
            response.addHeader("WWW-Authenticate", "Bearer" + REALM);
        }
        write(request, response, problem(401, "unauthenticated", UNAUTHENTICATED));
    }

    /** 401 for a bearer token (RFC 6750). What is wrong with it is in the log alone: it would help whoever forges one. */
    public void tokenRefused(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer" + REALM + ", error=\"invalid_token\"");
        write(
                request,
                response,
                problem(401, "token-refused", "The bearer token is not good here, or no longer: get a new one."));
    }

    /** 503: nobody can say just now whether the token is good. */
    public void issuerAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(
                request,
                response,
                problem(503, "issuer-unavailable", "The token's issuer cannot be asked just now. Send it again."));
    }

    /** 503: what is read of persons is noted, and there is no room for a note just now. */
    public void accessLogFull(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(
                request,
                response,
                problem(503, "access-log-unavailable", "The access log cannot be written just now. Send it again."));
    }

    /** 429, and when it is worth asking again. */
    public void tooManyRequests(HttpServletRequest request, HttpServletResponse response, Duration wait)
            throws IOException {
        response.setHeader("Retry-After", String.valueOf(wholeSeconds(wait)));
        write(
                request,
                response,
                problem(429, "too-many-requests", "That is more than one caller may ask for. Slow down."));
    }

    /** 429 for one who may be guessing passwords. */
    public void tooManyAttempts(HttpServletRequest request, HttpServletResponse response, Duration wait)
            throws IOException {
        response.setHeader("Retry-After", String.valueOf(wholeSeconds(wait)));
        write(
                request,
                response,
                problem(
                        429,
                        "too-many-attempts",
                        "Too many wrong passwords. None is looked at for this name, or from there, until then."));
    }

    private static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    public void forbidden(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, problem(403, "forbidden", "Your role does not allow this."));
    }

    void originNotAllowed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, problem(403, "origin-not-allowed", "Pages of that origin may not call this service."));
    }

    public void nothingHere(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, nothingHere());
    }

    /** 405, naming what the path does answer. */
    public void methodNotAllowed(HttpServletRequest request, HttpServletResponse response, List<String> methods)
            throws IOException {
        String allowed = String.join(", ", methods);
        response.setHeader("Allow", allowed);
        write(request, response, problem(405, "method-not-allowed", "This path answers " + allowed + "."));
    }

    void bodyTooLarge(HttpServletRequest request, HttpServletResponse response, int limitBytes) throws IOException {
        write(request, response, bodyTooLarge(limitBytes));
    }

    static ProblemDetail bodyTooLarge(int limitBytes) {
        return problem(413, "body-too-large", "A body may have at most %d KiB.".formatted(limitBytes / 1024));
    }

    void unsupportedMediaType(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, unsupportedMediaType());
    }

    static ProblemDetail unsupportedMediaType() {
        return unsupportedMediaType(List.of());
    }

    /** @param wanted what the path takes, where that is known; nearly all take JSON */
    static ProblemDetail unsupportedMediaType(List<MediaType> wanted) {
        String type = wanted.size() == 1 ? wanted.getFirst().toString() : MediaType.APPLICATION_JSON_VALUE;
        return problem(415, "unsupported-media-type", "Send the body as %s (Content-Type header).".formatted(type));
    }

    static ProblemDetail nothingHere() {
        return problem(404, "not-found", "There is nothing at this path. See /v3/api-docs for what there is.");
    }

    /** What the servlet container refused, in words of ours. */
    static ProblemDetail ofContainer(int status) {
        return switch (status) {
            case 404 -> nothingHere();
            case 405 -> problem(405, "method-not-allowed", "This path does not answer that method.");
            case 413 -> bodyTooLarge(BodyLimitFilter.LIMIT_BYTES);
            case 414, 431 -> problem(status, "malformed", "The address or a header is too long.");
            case 501 -> problem(501, "malformed", "That method or transfer encoding is not supported.");
            case 503 -> problem(503, "busy", "This is not answered just now. Send it again in a moment.");
            case 500, 502, 504 ->
                problem(500, "internal", "Something went wrong on our side; quote the correlation id when you ask.");
            default ->
                problem(
                        HttpStatus.resolve(status) == null ? 400 : status,
                        "malformed",
                        "The request could not be understood.");
        };
    }

    /** For where nothing of Spring's answers any more. */
    void writeOfContainer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, ofContainer(response.getStatus()));
    }

    void correlationIdNotAllowed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(
                request,
                response,
                problem(
                        400,
                        "invalid",
                        Correlation.HEADER
                                + " may have 1 to 128 letters, digits, dots, colons, dashes and underscores.",
                        List.of(Violation.ofParameter(Correlation.HEADER, "not an allowed id"))));
    }

    /** What the filters set on every other answer, for one that may be given before they are reached. */
    static void setOrdinaryHeaders(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(Correlation.HEADER, Correlation.of(request));
        SecurityHeaders.set(request, response);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
            throws IOException {
        problem.setProperty("correlationId", Correlation.of(request));
        response.setStatus(problem.getStatus());
        if (problem.getStatus() == 503) {
            response.setHeader("Retry-After", "2");
        }
        setOrdinaryHeaders(request, response);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
