package org.ninetyten.edge.http;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The one place that turns exceptions into problem+json. */
@Hidden
@RestControllerAdvice
final class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private static final String RETRY_AFTER_SECONDS = "2";

    /** A connection can break while a transaction is being committed, so nobody here can say that nothing was recorded. */
    static final String STORE_UNAVAILABLE =
            "The database cannot be reached just now. Send it again: what was recorded already is not recorded twice.";

    @ExceptionHandler(Refusal.class)
    ResponseEntity<ProblemDetail> refused(Refusal refusal, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        if (refusal.kind() == Refusal.Kind.UNAVAILABLE) {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer(Problems.problem(refusal), headers, request);
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        var tooLarge = Causes.find(e, BodyLimitFilter.BodyTooLargeException.class);
        if (tooLarge != null) {
            return answer(Problems.bodyTooLarge(tooLarge.limit()), request);
        }
        return answer(Problems.problem(UnreadableJson.refusal(e.getCause())), request);
    }

    @ExceptionHandler(MethodArgumentNotValidException.class)
    ResponseEntity<ProblemDetail> invalidBody(MethodArgumentNotValidException e, HttpServletRequest request) {
        return invalid(e.getAllErrors().stream().map(Violations::of).toList(), request);
    }

    @ExceptionHandler(HandlerMethodValidationException.class)
    ResponseEntity<ProblemDetail> invalidParameters(HandlerMethodValidationException e, HttpServletRequest request) {
        List<Violation> violations = new ArrayList<>();
        for (ParameterValidationResult result : e.getParameterValidationResults()) {
            if (result instanceof ParameterErrors body) {
                body.getAllErrors().forEach(error -> violations.add(Violations.of(error)));
            } else {
                String name = result.getMethodParameter().getParameterName();
                for (MessageSourceResolvable error : result.getResolvableErrors()) {
                    violations.add(Violation.ofParameter(name == null ? "parameter" : name, Violations.message(error)));
                }
            }
        }
        return invalid(violations, request);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        String expected = UnreadableJson.expected(e.getRequiredType());
        return invalid(List.of(Violation.ofParameter(e.getName(), "must be " + expected)), request);
    }

    @ExceptionHandler(MissingRequestValueException.class)
    ResponseEntity<ProblemDetail> missing(MissingRequestValueException e, HttpServletRequest request) {
        return answer(Problems.problem(400, "invalid", "A required parameter or header is missing."), request);
    }

    /** A query string that cannot be decoded, which the container finds out when it is first asked for. */
    @ExceptionHandler(InvalidParameterException.class)
    ResponseEntity<ProblemDetail> undecodable(InvalidParameterException e, HttpServletRequest request) {
        return answer(Problems.ofContainer(400), request);
    }

    @ExceptionHandler(MultipartException.class)
    ResponseEntity<ProblemDetail> multipart(MultipartException e, HttpServletRequest request) {
        return answer(Problems.unsupportedMediaType(), request);
    }

    @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
    ResponseEntity<ProblemDetail> mediaType(HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
        return answer(Problems.unsupportedMediaType(e.getSupportedMediaTypes()), e.getHeaders(), request);
    }

    @ExceptionHandler(HttpMediaTypeNotAcceptableException.class)
    ResponseEntity<ProblemDetail> notAcceptable(HttpMediaTypeNotAcceptableException e, HttpServletRequest request) {
        String offered = MediaType.toString(e.getSupportedMediaTypes());
        return answer(Problems.problem(406, "not-acceptable", "This path answers as " + offered + "."), request);
    }

    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    ResponseEntity<ProblemDetail> method(HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
        var supported = e.getSupportedHttpMethods();
        String allowed = supported == null
                ? "nothing"
                : supported.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
        return answer(
                Problems.problem(405, "method-not-allowed", "This path answers " + allowed + "."),
                e.getHeaders(),
                request);
    }

    @ExceptionHandler(NoResourceFoundException.class)
    ResponseEntity<ProblemDetail> nothingHere(NoResourceFoundException e, HttpServletRequest request) {
        return answer(Problems.nothingHere(), request);
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<ProblemDetail> unforeseen(Exception e, HttpServletRequest request) {
        Refusal refusal = Causes.find(e, Refusal.class);
        if (refusal != null) {
            return refused(refusal, request);
        }
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(Problems.ofContainer(known.getStatusCode().value()), known.getHeaders(), request);
        }
        if (StoreAway.isCauseOf(e)) {
            log.warn("The database is away: {}", e.toString());
            HttpHeaders headers = new HttpHeaders();
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            return answer(Problems.problem(503, "store-unavailable", STORE_UNAVAILABLE), headers, request);
        }
        log.error("Unforeseen failure of {} {}", request.getMethod(), request.getRequestURI(), e);
        return answer(
                Problems.problem(
                        500, "internal", "Something went wrong on our side; quote the correlation id when you ask."),
                request);
    }

    private static ResponseEntity<ProblemDetail> invalid(List<Violation> violations, HttpServletRequest request) {
        return answer(Problems.problem(Violations.refusal(violations)), request);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem, HttpServletRequest request) {
        return answer(problem, new HttpHeaders(), request);
    }

    private static ResponseEntity<ProblemDetail> answer(
            ProblemDetail problem, HttpHeaders headers, HttpServletRequest request) {
        problem.setProperty("correlationId", Correlation.of(request));
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
