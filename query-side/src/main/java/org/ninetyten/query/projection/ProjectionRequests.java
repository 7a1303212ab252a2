package org.ninetyten.query.projection;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.edge.caller.Callers;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.query.projection.Rebuild.Purpose;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What may be asked to be done with projections. None of it changes an event. */
@RestController
@RequestMapping(path = "/api/projections/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Projections")
class ProjectionRequests {

    private static final String REBUILD = """
            {
              "state": "RUNNING",
              "read": 0,
              "of": 0,
              "askedAt": "2026-03-02T08:00:00Z"
            }
            """;

    private static final String CANCELLED = """
            {
              "state": "CANCELLED",
              "read": 48000,
              "of": 1200000,
              "rate": 16000,
              "askedAt": "2026-03-02T08:00:00Z",
              "finishedAt": "2026-03-02T08:00:03Z"
            }
            """;

    private static final String RETRY = """
            {
              "takenIn": 3,
              "left": 0,
              "finished": true
            }
            """;

    private final ProjectionStates states;
    private final Rebuilds rebuilds;
    private final RebuildWorker worker;
    private final DeadLetterRetries retries;

    ProjectionRequests(ProjectionStates states, Rebuilds rebuilds, RebuildWorker worker, DeadLetterRetries retries) {
        this.states = states;
        this.rebuilds = rebuilds;
        this.worker = worker;
        this.retries = retries;
    }

    @PostMapping("/rebuild")
    @Operation(
            summary = "Rebuild a projection",
            description =
                    "Makes it anew from the event store, beside the one that goes on answering, and then puts it in"
                            + " that one's place at once. Its dead letters are found anew with it. Progress is to be seen in"
                            + " the projection; should this process end, another goes on. One at a time: while a rebuild or"
                            + " verification of it runs, the answer is 409 `rebuild-running` or `verification-running`.")
    @ApiResponse(
            responseCode = "202",
            description = "It has begun; Location is where to follow it",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(REBUILD)))
    ResponseEntity<RebuildView> rebuild(@Named @PathVariable String name) {
        Rebuild begun = begin(name, Purpose.REBUILD);
        return ResponseEntity.accepted()
                .location(URI.create("/api/projections/" + name))
                .body(RebuildView.of(begun));
    }

    @PostMapping("/rebuild/cancellation")
    @Operation(
            summary = "Cancel a rebuild",
            description =
                    "What was made so far is dropped; the projection that answers stays as it is. Where no rebuild"
                            + " runs, the answer is 409 `no-rebuild`.")
    @ApiResponse(
            responseCode = "200",
            description = "It is cancelled",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(CANCELLED)))
    RebuildView cancelRebuild(@Named @PathVariable String name) {
        return RebuildView.of(cancel(name, Purpose.REBUILD));
    }

    @PostMapping("/verification")
    @Operation(
            summary = "Verify a projection",
            description =
                    "Folds the event store from its first event and compares the outcome with the rows that queries"
                            + " are answered from, both as they are at one moment, row for row. It changes nothing. Answers"
                            + " 409 as a rebuild does.")
    @ApiResponse(
            responseCode = "202",
            description = "It has begun; Location is where its result will be",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(REBUILD)))
    ResponseEntity<VerificationView> verification(@Named @PathVariable String name) {
        Rebuild begun = begin(name, Purpose.VERIFICATION);
        return ResponseEntity.accepted()
                .location(URI.create("/api/projections/" + name + "/verification"))
                .body(VerificationView.of(begun, null));
    }

    @PostMapping("/verification/cancellation")
    @Operation(summary = "Cancel a verification", description = "Where none runs, the answer is 409 `no-verification`.")
    @ApiResponse(
            responseCode = "200",
            description = "It is cancelled",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(CANCELLED)))
    VerificationView cancelVerification(@Named @PathVariable String name) {
        return VerificationView.of(cancel(name, Purpose.VERIFICATION), null);
    }

    @PostMapping("/dead-letters/{eventId}/retry")
    @Operation(
            summary = "Retry a dead letter",
            description =
                    "When the event goes in, those of the same subject that wait behind it follow, in their order,"
                            + " until one fails. One that itself waits behind another is not taken before it: 409"
                            + " `waits-behind-another`, with the `firstEventId` to retry.")
    @ApiResponse(
            responseCode = "200",
            description = "What came of it",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(RETRY)))
    DeadLetterRetryView retry(
            @Named @PathVariable String name,
            @Parameter(description = "The dead letter's eventId", example = "5f2c1d8e-54f5-4d07-9f6c-0a3c3f5e2b11")
                    @PathVariable
                    @Slug
                    String eventId) {
        return retries.one(states.projection(name), eventId);
    }

    @PostMapping("/dead-letters/retry")
    @Operation(
            summary = "Retry all dead letters",
            description =
                    "Of each subject in order, until one fails. It tries for some seconds; where that was too short"
                            + " for all, `finished` is false: ask again, and those that were not tried come first.")
    @ApiResponse(
            responseCode = "200",
            description = "What came of it",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(RETRY)))
    DeadLetterRetryView retryAll(@Named @PathVariable String name) {
        return retries.all(states.projection(name));
    }

    private Rebuild begin(String name, Purpose purpose) {
        states.projection(name);
        Rebuild begun = rebuilds.begin(name, purpose, Callers.current().id()).orElseThrow(() -> running(name));
        worker.poke();
        return begun;
    }

    private Refusal running(String name) {
        String word = rebuilds.running(name)
                .map(Rebuild::purpose)
                .orElse(Purpose.REBUILD)
                .word();
        return Refusal.rule(
                word + "-running",
                "A %s of %s is under way already. See /api/projections/%s.".formatted(word, name, name));
    }

    private Rebuild cancel(String name, Purpose purpose) {
        states.projection(name);
        return rebuilds.running(name)
                .filter(running -> running.purpose() == purpose)
                .filter(rebuilds::cancel)
                .flatMap(cancelled -> rebuilds.find(cancelled.id()))
                .orElseThrow(() -> Refusal.rule(
                        "no-" + purpose.word(), "No %s of %s is under way.".formatted(purpose.word(), name)));
    }
}
