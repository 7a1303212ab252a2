package org.ninetyten.query.policies;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.edge.http.VersionTag;
import org.ninetyten.edge.page.Cursor;
import org.ninetyten.edge.page.Page;
import org.ninetyten.edge.page.PageRequest;
import org.ninetyten.events.LondonTime;
import org.ninetyten.query.page.Filters;
import org.ninetyten.query.projection.Freshness;
import org.ninetyten.query.projection.PastStates;
import org.ninetyten.query.projection.PastStates.Past;
import org.ninetyten.query.projection.RecordedStreams;
import org.ninetyten.query.projection.StateQueries;
import org.ninetyten.query.projection.StateTable;
import org.ninetyten.query.projection.StateTable.Versioned;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/policies", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Policies", description = "What those who post are held to: drafts, and versions that never change.")
class PolicyQueries {

    private final StateQueries<PolicyView> policies;
    private final PastStates<PolicyView> past;
    private final PolicyContents contents;
    private final Clock clock;

    PolicyQueries(
            StateTable<PolicyView> table,
            PolicyProjection projection,
            RecordedStreams streams,
            PolicyContents contents,
            Freshness freshness,
            Clock clock) {
        this.policies = new StateQueries<>("policy", table, freshness);
        this.past = new PastStates<>(projection, streams, clock);
        this.contents = contents;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "List policies",
            description = "In the order of their ids, as they stand now, without the contents of drafts and versions.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of policies",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(PolicyExamples.LIST)))
    Page<PolicyView> list(
            @Parameter(description = "Only policies in this state.", example = "PUBLISHED")
                    @RequestParam(required = false)
                    PolicyView.@Nullable State state,
            @ParameterObject PageRequest page) {
        LocalDate today = LondonTime.today(clock);
        return policies.page(Filters.NONE.and("state", state), page).map(policy -> policy.on(today));
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Read a policy",
            description = "How it stands now, or with at= as was recorded by then: the draft of its next version in"
                    + " full, its versions in short, and which one is in force that day. Always answered in full, never"
                    + " 304: which version is in force changes with the day, not with the policy.")
    @ApiResponse(
            responseCode = "200",
            description = "The policy; the ETag is its version",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(PolicyExamples.ONE)))
    PolicyView one(
            @Parameter(description = "The policy's id", example = "social-media") @PathVariable @Slug String id,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(name = "at-least-version", required = false) @Nullable Long atLeastVersion,
            @Parameter(hidden = true) HttpServletResponse response) {
        if (at != null) {
            Past<PolicyView> then = past.find(id, at, atLeastVersion);
            response.setHeader(HttpHeaders.ETAG, VersionTag.of(then.version()));
            return then.view().on(LondonTime.dayOf(then.at())).drafting(PolicyContents.draftAfter(then.events()));
        }
        Versioned<PolicyView> found = policies.find(id, atLeastVersion);
        response.setHeader(HttpHeaders.ETAG, VersionTag.of(found.version()));
        return found.view().on(LondonTime.today(clock)).drafting(contents.read(id, PolicyContents.DRAFT));
    }

    @GetMapping("/{id}/versions")
    @Operation(
            summary = "List a policy's versions",
            description =
                    "In the order of their numbers, without their contents; or only the one in force on a day. With"
                            + " at= those that were published by then, and of a day what was known of it then.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of versions; empty when none was in force on that day",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(PolicyExamples.VERSIONS)))
    ResponseEntity<Page<PolicyView.Version>> versions(
            @Parameter(description = "The policy's id", example = "social-media") @PathVariable @Slug String id,
            @Parameter(description = "Only the version in force on that day.", example = "2026-03-01")
                    @RequestParam(name = "in-force-on", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate inForceOn,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(name = "at-least-version", required = false) @Nullable Long atLeastVersion,
            @ParameterObject PageRequest page) {
        int size = page.size();
        long after = Cursor.positionOf(page.cursor());
        PolicyView policy = at == null
                ? policies.find(id, atLeastVersion).view()
                : past.find(id, at, atLeastVersion).view();
        List<PolicyView.Version> asked = inForceOn == null
                ? policy.versions()
                : policy.inForceOn(inForceOn).stream().toList();
        List<PolicyView.Version> next = asked.stream()
                .filter(version -> version.version() > after)
                .limit(size + 1L)
                .toList();
        return ResponseEntity.ok()
                .eTag(VersionTag.of(policy.version()))
                .body(Page.of(next, size, version -> String.valueOf(version.version())));
    }

    @GetMapping("/{id}/versions/{n}")
    @Operation(
            summary = "Read a policy version",
            description = "The whole of what it says, word for word as it was published. It never changes.")
    @ApiResponse(
            responseCode = "200",
            description = "The version; the ETag is the policy's version",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(PolicyExamples.VERSION)))
    ResponseEntity<PolicyVersionView> version(
            @Parameter(description = "The policy's id", example = "social-media") @PathVariable @Slug String id,
            @Parameter(description = "The version's number", example = "1") @PathVariable int n,
            @RequestParam(name = "at-least-version", required = false) @Nullable Long atLeastVersion) {
        Versioned<PolicyView> found = policies.find(id, atLeastVersion);
        PolicyView.Version version = found.view().numbered(n);
        return ResponseEntity.ok()
                .eTag(VersionTag.of(found.version()))
                .body(PolicyVersionView.of(id, version, contents.read(id, n)));
    }
}
