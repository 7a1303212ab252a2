package org.ninetyten.query.projection;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.page.Cursor;
import org.ninetyten.edge.page.Page;
import org.ninetyten.edge.page.PageRequest;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.query.projection.ProjectionStates.Letter;
import org.ninetyten.query.projection.ProjectionStates.LetterKey;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/projections", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Projections", description = "How the views are kept up with the event store.")
class ProjectionQueries {

    private static final String STATES = """
            {
              "items": [
                {
                  "name": "histories",
                  "state": "RUNNING",
                  "position": 1234,
                  "lagEvents": 0,
                  "lagSeconds": 0,
                  "deadLetters": 1
                }
              ]
            }
            """;

    private static final String ONE = """
            {
              "name": "histories",
              "state": "RUNNING",
              "position": 1201234,
              "lagEvents": 0,
              "lagSeconds": 0,
              "deadLetters": 1,
              "rebuild": {
                "state": "RUNNING",
                "read": 480000,
                "of": 1200000,
                "rate": 16000,
                "secondsLeft": 45,
                "askedAt": "2026-03-02T08:00:00Z"
              }
            }
            """;

    private static final String VERIFICATION = """
            {
              "state": "DONE",
              "read": 1200000,
              "of": 1200000,
              "rate": 16000,
              "askedAt": "2026-03-02T08:00:00Z",
              "finishedAt": "2026-03-02T08:01:20Z",
              "position": 1201234,
              "equal": false,
              "rows": 3600000,
              "differing": 1,
              "differences": [
                {
                  "table": "history_entry",
                  "id": {"position": "1201"},
                  "kind": "DIFFERENT",
                  "columns": ["summary"]
                }
              ]
            }
            """;

    private static final String LETTERS = """
            {
              "items": [
                {
                  "sequence": "officer:amina",
                  "position": 1201,
                  "eventId": "5f2c1d8e-54f5-4d07-9f6c-0a3c3f5e2b11",
                  "kind": "TrainingRecorded",
                  "subject": {"officerId": "amina"},
                  "enqueuedAt": "2026-03-02T08:00:00Z",
                  "cause": "Its content is not the JSON that an event of its kind has.",
                  "waiting": false
                }
              ]
            }
            """;

    private final ProjectionStates states;

    ProjectionQueries(ProjectionStates states) {
        this.states = states;
    }

    @GetMapping
    @Operation(
            summary = "List projections",
            description = "How far each has got, from its tokens in the database: true whichever process works on it.")
    @ApiResponse(
            responseCode = "200",
            description = "All projections",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(STATES)))
    Page<ProjectionView> all() {
        return new Page<>(states.all(), null);
    }

    @GetMapping("/{name}")
    @Operation(
            summary = "Look at a projection",
            description = "How far it has got, and how far its rebuild has, or how its last one ended.")
    @ApiResponse(
            responseCode = "200",
            description = "The projection",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(ONE)))
    ProjectionView one(@Named @PathVariable String name) {
        return states.of(states.projection(name));
    }

    @GetMapping("/{name}/verification")
    @Operation(
            summary = "Read what a verification found",
            description =
                    "The one that runs, or the last one: 404 where the projection was never verified. A difference says"
                            + " which row and which columns, not what stands there. MISSING: the store says there is such a row,"
                            + " and there is not. EXTRA: the store knows nothing of it.")
    @ApiResponse(
            responseCode = "200",
            description = "The verification",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(VERIFICATION)))
    VerificationView verification(@Named @PathVariable String name) {
        states.projection(name);
        return states.verification(name)
                .orElseThrow(() -> Refusal.notFound("Projection %s was never verified.".formatted(name)));
    }

    @GetMapping("/{name}/dead-letters")
    @Operation(
            summary = "List a projection's dead letters",
            description = "Events that it could not take in, and those of the same subject that wait behind them."
                    + " All others go on.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of dead letters, in the order in which each sequence has to be taken in",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(LETTERS)))
    Page<DeadLetterView> deadLetters(@Named @PathVariable String name, @ParameterObject PageRequest page) {
        int size = page.size();
        LetterKey after = after(page.cursor());
        states.projection(name);
        return Page.of(states.deadLetters(name, after, size + 1), size, letter -> text(letter.key()))
                .map(Letter::view);
    }

    private static String text(LetterKey key) {
        return key.index() + " " + key.sequence();
    }

    private static LetterKey after(@Nullable String cursor) {
        String text = Cursor.textOf(cursor);
        if (text.isEmpty()) {
            return new LetterKey("", -1);
        }
        int space = text.indexOf(' ');
        try {
            return new LetterKey(text.substring(space + 1), Long.parseLong(text.substring(0, Math.max(0, space))));
        } catch (NumberFormatException e) {
            throw Cursor.notOurs();
        }
    }
}
