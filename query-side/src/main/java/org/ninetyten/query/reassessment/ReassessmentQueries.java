package org.ninetyten.query.reassessment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.edge.caller.Callers;
import org.ninetyten.edge.page.Cursor;
import org.ninetyten.edge.page.Page;
import org.ninetyten.edge.page.PageCsv;
import org.ninetyten.edge.page.PageRequest;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.query.reassessment.Reassessments.Placed;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/reassessments")
@Tag(
        name = "Reassessments",
        description = "History read again under another policy version, published or still a draft: a report that"
                + " changes no decision.")
class ReassessmentQueries {

    private final Reassessments reassessments;
    private final StoredHistory history;
    private final Clock clock;

    ReassessmentQueries(Reassessments reassessments, StoredHistory history, Clock clock) {
        this.reassessments = reassessments;
        this.history = history;
        this.clock = clock;
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Ask for a reassessment",
            description = "COMMS, STANDARDS. Reads every case again that was judged by this policy, was posted on a day"
                    + " of the period (both days included, in London; the last may lie in the future) and stands"
                    + " assessed now: not one that was withdrawn, or was reopened and waits for its assessment. On the"
                    + " draft it shows, before publishing, what that would have changed. It runs in the background and"
                    + " goes on after a restart; what is recorded after it was asked for does not change it. Nothing"
                    + " is written to any officer, account, policy or transgression. Refuses with no-such-policy,"
                    + " no-such-policy-version, and no-draft where the draft says nothing that was not published.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            examples = {
                                                @ExampleObject(
                                                        name = "version",
                                                        summary = "Under a published version",
                                                        value = ReassessmentExamples.ASK_VERSION),
                                                @ExampleObject(
                                                        name = "draft",
                                                        summary = "Under the draft",
                                                        value = ReassessmentExamples.ASK_DRAFT)
                                            })))
    @ApiResponse(
            responseCode = "202",
            description = "It will be worked on; Location is where to ask how far it has got",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(ReassessmentExamples.RUNNING)))
    ResponseEntity<ReassessmentView> ask(
            @Valid @RequestBody ReassessmentRequest body, @Parameter(hidden = true) HttpServletRequest request) {
        ReassessmentRequest asked = body.checked();
        long position = history.head();
        PolicyPast policy = history.policy(asked.policyId(), position);
        Long draftVersion = null;
        if (asked.version() == null) {
            draftVersion = policy.requireDraft();
        } else {
            policy.requireVersion(asked.version());
        }
        String id = UUID.randomUUID().toString();
        var asker = new ReassessmentView.Asker(
                Callers.current().id(), Callers.actingRole(request).name());
        reassessments.ask(id, asked, draftVersion, asker, clock.instant(), position);
        return ResponseEntity.accepted()
                .location(URI.create("/api/reassessments/" + id))
                .body(find(id));
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "List reassessments",
            description = "All that were ever asked for, the latest first, with who asked and why. They are kept.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of reassessments",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(ReassessmentExamples.LIST)))
    Page<ReassessmentView> list(@ParameterObject PageRequest page) {
        int size = page.size();
        long before = Cursor.positionOf(page.cursor());
        return Page.of(reassessments.list(before, size + 1), size, one -> String.valueOf(one.number()))
                .map(one -> reassessments.to(Callers.scope(), one.view()));
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Read a reassessment",
            description = "How far it has got (cases read, of how many; 0 until they have been counted), and how many"
                    + " went in which direction.")
    @ApiResponse(
            responseCode = "200",
            description = "The reassessment",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(ReassessmentExamples.DONE)))
    ReassessmentView one(@Parameter(description = "The reassessment's id") @PathVariable @Slug String id) {
        return find(id);
    }

    @GetMapping(
            path = "/{id}/cases",
            produces = {MediaType.APPLICATION_JSON_VALUE, PageCsv.MEDIA_TYPE})
    @Operation(
            summary = "Read a reassessment's cases",
            description = "Then, decided and now, in the order in which they were reported; while it runs, those read"
                    + " so far. Direction compares what was recommended at the assessment (then) with what the version"
                    + " asked about recommends (now); a response is absent where there is no breach, and now also"
                    + " where it would newly be one, as intent and harm were never judged. Whoever may not see a"
                    + " transgression in the list of transgressions does not see it here.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of cases; the Link header names the next page",
            useReturnTypeSchema = true,
            content = {
                @Content(mediaType = "application/json", examples = @ExampleObject(ReassessmentExamples.CASES)),
                @Content(mediaType = PageCsv.MEDIA_TYPE, examples = @ExampleObject(ReassessmentExamples.CASES_CSV))
            })
    Page<ReassessedCase> cases(
            @Parameter(description = "The reassessment's id") @PathVariable @Slug String id,
            @Parameter(description = "Only cases that went this way.", example = "HEAVIER")
                    @RequestParam(required = false)
                    @Nullable
                    Direction direction,
            @ParameterObject PageRequest page,
            @Parameter(hidden = true) HttpServletResponse response) {
        int size = page.size();
        long after = Cursor.positionOf(page.cursor());
        ReassessmentView found = find(id);
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return Page.of(
                        reassessments.cases(found.id(), direction, Callers.scope(), after, size + 1),
                        size,
                        one -> String.valueOf(one.position()))
                .map(Placed::view);
    }

    @PostMapping(path = "/{id}/cancellation", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Cancel a reassessment",
            description = "COMMS, STANDARDS. What was read until now is kept. Refuses with already-ended once it is"
                    + " done, failed or cancelled.")
    @ApiResponse(
            responseCode = "200",
            description = "It is cancelled",
            useReturnTypeSchema = true,
            content =
                    @Content(mediaType = "application/json", examples = @ExampleObject(ReassessmentExamples.CANCELLED)))
    ReassessmentView cancel(@Parameter(description = "The reassessment's id") @PathVariable @Slug String id) {
        find(id);
        boolean cancelled = reassessments.cancel(id, Callers.current().id(), clock.instant());
        ReassessmentView now = find(id);
        if (!cancelled) {
            throw Refusal.rule(
                    "already-ended",
                    "The reassessment ended before: it is %s.".formatted(now.state()),
                    Map.of("state", now.state().name()));
        }
        return now;
    }

    private ReassessmentView find(String id) {
        return reassessments
                .find(id)
                .map(found -> reassessments.to(Callers.scope(), found))
                .orElseThrow(() -> Refusal.notFound("There is no reassessment '%s'.".formatted(id)));
    }
}
