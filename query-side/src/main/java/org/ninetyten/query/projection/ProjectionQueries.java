package org.ninetyten.query.projection;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.ninetyten.edge.caller.Callers;
import org.ninetyten.edge.page.Cursor;
import org.ninetyten.edge.page.Page;
import org.ninetyten.edge.page.PageRequest;
import org.ninetyten.edge.refusal.Refusal;
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
    private final DeadLetterRows letters;

    ProjectionQueries(ProjectionStates states, DeadLetterRows letters) {
        this.states = states;
        this.letters = letters;
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
                            + " which row and which columns, not what stands there; of a case that is not there for the"
                            + " caller not which row either. MISSING: the store says there is such a row,"
                            + " and there is not. EXTRA: the store knows nothing of it.")
    @ApiResponse(
            responseCode = "200",
            description = "The verification",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(VERIFICATION)))
    VerificationView verification(@Named @PathVariable String name) {
        states.projection(name);
        return states.verification(name, Callers.current())
                .orElseThrow(() -> Refusal.notFound("Projection %s was never verified.".formatted(name)));
    }

    @GetMapping("/{name}/dead-letters")
    @Operation(
            summary = "List a projection's dead letters",
            description = "Events that it could not take in, and those of the same subject that wait behind them."
                    + " All others go on. A case that is not there for the caller is not named: its sequence is"
                    + " \"transgression:\", its subject empty. It is retried by its event as any other.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of dead letters, in the order in which each sequence has to be taken in",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(LETTERS)))
    Page<DeadLetterView> deadLetters(@Named @PathVariable String name, @ParameterObject PageRequest page) {
        int size = page.size();
        String after = Cursor.textOf(page.cursor());
        List<DeadLetterView> found = letters.page(states.projection(name), after, size + 1, Callers.current());
        return Page.of(found, size, DeadLetterView::eventId);
    }
}
