package org.ninetyten.edge.http;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** What the OpenAPI document says once for all operations: what this is, how to authenticate, what errors look like. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String PROBLEM = "Problem";
    private static final String BASIC = "basic";

    /** Goes up when a client that keeps to the document would notice. */
    private static final String VERSION = "1.0";

    /** An error that is documented, and an example of what is said. */
    private record Documented(int status, String code, String sentence) {}

    private static final List<Documented> OF_EVERY_OPERATION = List.of(
            new Documented(400, "invalid", "The request is not valid: see the violations."),
            new Documented(401, "unauthenticated", Problems.UNAUTHENTICATED),
            new Documented(403, "forbidden", "Your role does not allow this."),
            new Documented(404, "not-found", "There is no officer 'amina'."),
            new Documented(429, "too-many-requests", "That is more than one caller may ask for. Slow down."),
            new Documented(500, "internal", "Something went wrong on our side; quote the correlation id when you ask."),
            new Documented(503, "store-unavailable", ProblemAdvice.STORE_UNAVAILABLE));

    private static final Documented NOT_ACCEPTABLE =
            new Documented(406, "not-acceptable", "This path answers as application/json.");

    private static final List<Documented> OF_COMMANDS = List.of(
            new Documented(409, "handle-taken", "There is an open account for this handle on this platform already."),
            new Documented(
                    412,
                    "stale-version",
                    "It has changed since: If-Match says version 3, it is at version 4. Read it again, then decide."),
            new Documented(413, "body-too-large", "A body may have at most 256 KiB."),
            new Documented(415, "unsupported-media-type", "Send the body as application/json (Content-Type header)."));

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Ninety Ten")
                        .version(VERSION)
                        .license(new License().name("Apache-2.0"))
                        .description("""
                                The record of how a police force supports the people who post, and deals fairly with \
                                what goes wrong.

                                Dates are ISO 8601; days are taken in Europe/London. Lists and histories answer \
                                `{items, nextCursor?}`: the next page is the same request with `cursor=`, and also in \
                                the `Link` header. Answers carry `ETag: "<version>"`; a command sends it back in \
                                `If-Match` to be refused when someone else was quicker. Every answer has an \
                                `X-Correlation-Id`, yours if you send one.

                                Errors are problem details (RFC 9457) with a `code` that stays the same and a sentence \
                                that a person can act on.
                                """))
                .components(new Components()
                        .addSecuritySchemes(
                                BASIC,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("Name and password of a person of the demo or a service user.")))
                .addSecurityItem(new SecurityRequirement().addList(BASIC));
    }

    @Bean
    OpenApiCustomizer sharedAnswers() {
        return document -> {
            document.getComponents().addSchemas(PROBLEM, problemSchema());
            if (document.getPaths() != null) {
                document.getPaths().values().forEach(OpenApiConfiguration::describe);
            }
        };
    }

    private static void describe(PathItem path) {
        path.readOperationsMap().forEach((method, operation) -> describe(method, operation));
    }

    private static void describe(PathItem.HttpMethod method, Operation operation) {
        List<Documented> errors = new ArrayList<>(OF_EVERY_OPERATION);
        errors.add(NOT_ACCEPTABLE);
        if (method != PathItem.HttpMethod.GET) {
            errors.addAll(OF_COMMANDS);
        }
        ApiResponses answers = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        answers.values().forEach(OpenApiConfiguration::sayJson);
        for (Documented error : errors) {
            answers.putIfAbsent(String.valueOf(error.status()), answer(error));
        }
        operation.setResponses(answers);
    }

    /** What does not say what it answers as answers as JSON. */
    private static void sayJson(ApiResponse answer) {
        Content content = answer.getContent();
        if (content != null && content.containsKey("*/*")) {
            MediaType anything = content.remove("*/*");
            content.putIfAbsent("application/json", anything);
        }
    }

    private static ApiResponse answer(Documented error) {
        HttpStatus status = HttpStatus.valueOf(error.status());
        ApiResponse answer = new ApiResponse()
                .description(status.getReasonPhrase())
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType()
                                        .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))
                                        .example(example(error, status))));
        if (status == HttpStatus.SERVICE_UNAVAILABLE || status == HttpStatus.TOO_MANY_REQUESTS) {
            answer.addHeaderObject(
                    "Retry-After",
                    new Header()
                            .description("Seconds until it is worth asking again.")
                            .schema(new IntegerSchema()));
        }
        return answer;
    }

    private static Map<String, Object> example(Documented error, HttpStatus status) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("title", status.getReasonPhrase());
        example.put("status", error.status());
        example.put("detail", error.sentence());
        example.put("code", error.code());
        if (status == HttpStatus.BAD_REQUEST) {
            example.put(
                    "violations",
                    List.of(Map.of("parameter", "limit", "message", "must be a whole number from 1 to 200")));
        }
        example.put("correlationId", "c1b2a3d4-0000-4000-8000-000000000001");
        return example;
    }

    private static Schema<?> problemSchema() {
        Schema<?> violation = new ObjectSchema()
                .addProperty("pointer", new StringSchema().description("JSON pointer into the body (RFC 6901)"))
                .addProperty("parameter", new StringSchema().description("Where it is not in the body"))
                .addProperty("message", new StringSchema());
        return new ObjectSchema()
                .description("Problem details (RFC 9457). Some have members of their own beside these.")
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("A sentence that a person can act on"))
                .addProperty("instance", new StringSchema())
                .addProperty("code", new StringSchema().description("Stays the same: for programs"))
                .addProperty("violations", new ArraySchema().items(violation))
                .addProperty("correlationId", new StringSchema())
                .required(List.of("title", "status", "detail", "code", "correlationId"));
    }
}
