package org.ninetyten.query.transgressions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.edge.caller.Callers;
import org.ninetyten.edge.caller.Scope;
import org.ninetyten.edge.http.VersionTag;
import org.ninetyten.edge.page.Page;
import org.ninetyten.edge.page.PageRequest;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Harm;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Response;
import org.ninetyten.query.page.Filters;
import org.ninetyten.query.page.Moment;
import org.ninetyten.query.projection.Freshness;
import org.ninetyten.query.projection.PastStates;
import org.ninetyten.query.projection.RecordedStreams;
import org.ninetyten.query.projection.StateQueries;
import org.ninetyten.query.projection.StateTable;
import org.ninetyten.query.projection.StateTable.Condition;
import org.ninetyten.query.projection.StateTable.Versioned;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/transgressions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Transgressions", description = "Posts that may have been out of bounds, and what became of them.")
class TransgressionQueries {

    private final StateQueries<TransgressionView> transgressions;
    private final PastStates<TransgressionView> past;
    private final CaseVisibility visibility;
    private final ReflectiveAccounts reflectiveAccounts;
    private final CaseDocuments documents;
    private final Clock clock;

    TransgressionQueries(
            StateTable<TransgressionView> table,
            TransgressionProjection projection,
            RecordedStreams streams,
            CaseVisibility visibility,
            ReflectiveAccounts reflectiveAccounts,
            CaseDocuments documents,
            Freshness freshness,
            Clock clock) {
        this.transgressions = new StateQueries<>("transgression", table, freshness);
        this.past = new PastStates<>(projection, streams, clock);
        this.visibility = visibility;
        this.reflectiveAccounts = reflectiveAccounts;
        this.documents = documents;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "List transgressions",
            description = "In the order of their ids, as they stand now. All filters given must fit.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of transgressions",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(TransgressionExamples.LIST)))
    Page<TransgressionView> list(
            @Parameter(description = "Only those in this state.", example = "REPORTED") @RequestParam(required = false)
                    TransgressionView.@Nullable State state,
            @Parameter(description = "Only those assessed with this intent.", example = "GENUINE_MISTAKE")
                    @RequestParam(required = false)
                    @Nullable
                    Intent intent,
            @Parameter(description = "Only those assessed with this harm.", example = "MEDIUM")
                    @RequestParam(required = false)
                    @Nullable
                    Harm harm,
            @Parameter(description = "Only those reported for this.", example = "OPERATIONAL_DISCLOSURE")
                    @RequestParam(required = false)
                    @Nullable
                    Category category,
            @Parameter(description = "Only those of this officer.", example = "amina")
                    @RequestParam(required = false)
                    @Nullable
                    String officerId,
            @Parameter(description = "Only those on this account.", example = "harbour-x")
                    @RequestParam(required = false)
                    @Nullable
                    String accountId,
            @Parameter(description = "Only those of officers who are of this unit now.", example = "harbour")
                    @RequestParam(required = false)
                    @Nullable
                    String unit,
            @Parameter(
                            description = "true: only those whose officer is to be told and was not by the day for it;"
                                    + " false: only all others.",
                            example = "true")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean overdue,
            @Parameter(description = "Only those with this response in force.", example = "COACHING")
                    @RequestParam(required = false)
                    @Nullable
                    Response response,
            @Parameter(
                            description = "true: only those that stand as breaches; false: only all others.",
                            example = "true")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean breach,
            @Parameter(
                            description = "true: only breaches for which something else was decided than the ladder"
                                    + " recommended; false: only all others.",
                            example = "true")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean departed,
            @Parameter(
                            description = "true: only those whose officer was told of the assessment that stands;"
                                    + " false: only all others.",
                            example = "true")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean told,
            @Parameter(
                            description = "Only posts of then or later: an instant, or a day, which starts at midnight"
                                    + " in London.",
                            example = "2026-01-01")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(
                            description = "Only posts of before: an instant, or a day, which starts at midnight in"
                                    + " London.",
                            example = "2027-01-01")
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @ParameterObject PageRequest page) {
        Filters filters = Filters.NONE
                .and("state", state)
                .and("intent", intent)
                .and("harm", harm)
                .and("category", category)
                .and("response", response)
                .and("officer_id", "officerId", officerId)
                .and("account_id", "accountId", accountId);
        CaseFilters more = new CaseFilters(
                officerId,
                unit == null ? null : Filters.usable("unit", unit),
                overdue,
                Moment.parse("from", from),
                Moment.parse("to", to),
                breach,
                departed,
                told);
        List<Condition> conditions = new ArrayList<>(more.conditions(LondonTime.today(clock)));
        conditions.addAll(CaseVisibility.conditions(Callers.scope()));
        return transgressions.page(filters, conditions, page);
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Read a transgression",
            description = "The whole case as it stands now, or with at= as was recorded by then: the post as evidence,"
                    + " what was pinned when it was reported, the assessment with what the ladder recommended and why,"
                    + " the notice, the answer, reviews and what became of it. An officer reads a case about them once"
                    + " they were told, or it was explained as no breach; before that it is not there for them, nor"
                    + " later as at an instant before that.")
    @ApiResponse(
            responseCode = "200",
            description = "The transgression; the ETag is its version",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(TransgressionExamples.ONE)))
    ResponseEntity<TransgressionView> one(
            @Parameter(description = "The transgression's id", example = "harbour-photo") @PathVariable @Slug String id,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(name = "at-least-version", required = false) @Nullable Long atLeastVersion) {
        Scope scope = Callers.scope();
        TransgressionView found = at == null
                ? find(id, atLeastVersion).view()
                : past.find(id, at, atLeastVersion, visibility.to(scope), CaseVisibility.told(scope.caller()))
                        .view();
        return ResponseEntity.ok().eTag(VersionTag.of(found.version())).body(found);
    }

    @GetMapping(
            path = "/{id}/notice",
            produces = {NoticeRendering.HTML, NoticeRendering.MARKDOWN})
    @Operation(
            summary = "Read the notice to the officer",
            description = "For sending, as HTML or, by Accept, as Markdown: which clauses, why, what good looks like,"
                    + " the right to answer and by when, the right to a review and to a police friend. 404 before the"
                    + " officer was told.")
    @ApiResponse(
            responseCode = "200",
            description = "The notice; the ETag is the transgression's version",
            content = {
                @Content(
                        mediaType = NoticeRendering.HTML,
                        schema = @Schema(type = "string"),
                        examples = @ExampleObject(TransgressionExamples.NOTICE_HTML)),
                @Content(
                        mediaType = NoticeRendering.MARKDOWN,
                        schema = @Schema(type = "string"),
                        examples = @ExampleObject(TransgressionExamples.NOTICE_MARKDOWN))
            })
    NoticeLetter notice(
            @Parameter(description = "The transgression's id", example = "harbour-photo") @PathVariable @Slug String id,
            @RequestParam(name = "at-least-version", required = false) @Nullable Long atLeastVersion,
            @Parameter(hidden = true) HttpServletResponse response) {
        Versioned<TransgressionView> found = find(id, atLeastVersion);
        NoticeLetter letter = documents.notice(found.view());
        response.setHeader(HttpHeaders.ETAG, VersionTag.of(found.version()));
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return letter;
    }

    @GetMapping("/{id}/reflective-account")
    @Operation(
            summary = "Read what the officer said in reflective practice",
            description = "For the officer and the supervisors of their unit alone. It shows"
                    + " nowhere else, and never in a misconduct bundle: it is inadmissible in later proceedings"
                    + " (Police (Conduct) Regulations 2020).")
    @ApiResponse(
            responseCode = "200",
            description = "The reflective accounts of the case; the ETag is the transgression's version",
            useReturnTypeSchema = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(TransgressionExamples.REFLECTIVE_ACCOUNT)))
    ResponseEntity<ReflectiveAccountView> reflectiveAccount(
            @Parameter(description = "The transgression's id", example = "harbour-photo") @PathVariable @Slug String id,
            @RequestParam(name = "at-least-version", required = false) @Nullable Long atLeastVersion) {
        Versioned<TransgressionView> found = find(id, atLeastVersion);
        List<ReflectiveAccountView.Account> accounts = reflectiveAccounts.of(id);
        if (accounts.isEmpty()) {
            throw Refusal.notFound("There is no reflective account in the transgression '%s'.".formatted(id));
        }
        return ResponseEntity.ok()
                .eTag(VersionTag.of(found.version()))
                .body(new ReflectiveAccountView(id, found.view().officerId(), accounts));
    }

    @GetMapping("/{id}/bundle")
    @Operation(
            summary = "Read the bundle for a misconduct referral",
            description = "The record of the case to hand over: report, post with its hash, pinned facts, assessment,"
                    + " notice, answer, reviews, completion, the clauses and the ladder of the version it was judged"
                    + " by, and everything that happened. Never what was said in reflective practice. 409 no-referral"
                    + " unless the response in force is MISCONDUCT_REFERRAL.")
    @ApiResponse(
            responseCode = "200",
            description = "The bundle",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(TransgressionExamples.BUNDLE)))
    CaseBundle bundle(
            @Parameter(description = "The transgression's id", example = "harbour-tip-off") @PathVariable @Slug
                    String id,
            @RequestParam(name = "at-least-version", required = false) @Nullable Long atLeastVersion,
            @Parameter(hidden = true) HttpServletResponse response) {
        Versioned<TransgressionView> found = find(id, atLeastVersion);
        CaseBundle bundle = documents.bundle(found.view());
        response.setHeader(HttpHeaders.ETAG, VersionTag.of(found.version()));
        return bundle;
    }

    private Versioned<TransgressionView> find(String id, @Nullable Long atLeastVersion) {
        return transgressions.find(id, atLeastVersion, visibility.to(Callers.scope()));
    }
}
