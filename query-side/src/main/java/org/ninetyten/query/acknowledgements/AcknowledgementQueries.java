package org.ninetyten.query.acknowledgements;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.edge.caller.Callers;
import org.ninetyten.edge.caller.Scope;
import org.ninetyten.edge.http.VersionTag;
import org.ninetyten.edge.page.Cursor;
import org.ninetyten.edge.page.Page;
import org.ninetyten.edge.page.PageRequest;
import org.ninetyten.events.policy.Significance;
import org.ninetyten.query.acknowledgements.Acknowledgements.Narrowing;
import org.ninetyten.query.acknowledgements.Acknowledgements.Span;
import org.ninetyten.query.acknowledgements.AcknowledgementsView.Requiring;
import org.ninetyten.query.page.Filters;
import org.ninetyten.query.policies.PolicyView;
import org.ninetyten.query.projection.Freshness;
import org.ninetyten.query.projection.StateQueries;
import org.ninetyten.query.projection.StateTable;
import org.ninetyten.query.projection.StateTable.Versioned;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Policies")
class AcknowledgementQueries {

    private final StateQueries<PolicyView> policies;
    private final Acknowledgements acknowledgements;
    private final RequiringProgress progress;

    AcknowledgementQueries(
            StateTable<PolicyView> policies,
            Acknowledgements acknowledgements,
            RequiringProgress progress,
            Freshness freshness) {
        this.policies = new StateQueries<>("policy", policies, freshness);
        this.acknowledgements = acknowledgements;
        this.progress = progress;
    }

    @GetMapping(path = "/api/policies/{id}/versions/{n}/acknowledgements", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Read who has acknowledged a policy version, and who has not",
            description = "In the order of the officers' ids; the counts are over everyone; for a supervisor,"
                    + " over their unit. Who acknowledged a later"
                    + " version has acknowledged this one too. A minor version requires nothing: asked about one, the"
                    + " answer is about the major version that it amends (requiredByVersion), and who acknowledged"
                    + " either has done what is required. The first version counts as major. While requiring is"
                    + " RUNNING, not everyone who must acknowledge is on the list yet; who was told last may follow a"
                    + " moment after it is DONE. What was missed stays missed, also where it was done later; without"
                    + " lastAcknowledgedVersion an officer never acknowledged any version. The ETag and"
                    + " at-least-version are about the policy's version: officers follow at their own pace, so this is"
                    + " always answered in full, never 304.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of officers; the ETag is the policy's version",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(AcknowledgementExamples.LIST)))
    AcknowledgementsView list(
            @Parameter(description = "The policy's id", example = "social-media") @PathVariable @Slug String id,
            @Parameter(description = "The version's number", example = "1") @PathVariable int n,
            @Parameter(
                            description = "Only officers in this state; ACKNOWLEDGED finds those who did so late too.",
                            example = "OUTSTANDING")
                    @RequestParam(required = false)
                    AcknowledgementView.@Nullable State state,
            @Parameter(description = "Only officers of this unit.", example = "harbour")
                    @RequestParam(required = false)
                    @Nullable
                    String unit,
            @RequestParam(name = "at-least-version", required = false) @Nullable Long atLeastVersion,
            @ParameterObject PageRequest page,
            @Parameter(hidden = true) HttpServletResponse response) {
        int size = page.size();
        String after = Cursor.textOf(page.cursor());
        Narrowing narrowing = new Narrowing(state, unit == null ? null : Filters.usable("unit", unit));
        Versioned<PolicyView> policy = policies.find(id, atLeastVersion);
        response.setHeader(HttpHeaders.ETAG, VersionTag.of(policy.version()));
        Span span = spanOf(policy.view(), n);
        Scope scope = Callers.scope();
        // Progress first: what was told by then is more likely to be on the list.
        Requiring requiring = progress.of(id, span.from());
        Page<AcknowledgementView> found = Page.of(
                acknowledgements.list(span, narrowing, scope, after, size + 1), size, AcknowledgementView::officerId);
        return new AcknowledgementsView(
                id, n, span.from(), acknowledgements.count(span, scope), requiring, found.items(), found.nextCursor());
    }

    private static Span spanOf(PolicyView policy, int number) {
        PolicyView.Version asked = policy.numbered(number);
        List<Integer> requiring = policy.versions().stream()
                .filter(version -> version.significance() == Significance.MAJOR || version.version() == 1)
                .map(PolicyView.Version::version)
                .toList();
        int from = requiring.stream()
                .filter(version -> version <= asked.version())
                .max(Integer::compare)
                .orElse(asked.version());
        int before = requiring.stream()
                .filter(version -> version > asked.version())
                .min(Integer::compare)
                .orElse(Integer.MAX_VALUE);
        PolicyView.Withdrawal withdrawn = policy.withdrawn();
        return new Span(policy.id(), from, before, withdrawn == null ? null : withdrawn.withdrawnOn());
    }
}
