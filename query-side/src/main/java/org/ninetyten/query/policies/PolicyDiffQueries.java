package org.ninetyten.query.policies;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.edge.http.VersionTag;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.query.policies.policydiff.PolicyDiff;
import org.ninetyten.query.projection.Freshness;
import org.ninetyten.query.projection.StateQueries;
import org.ninetyten.query.projection.StateTable;
import org.ninetyten.query.projection.StateTable.Versioned;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Policies")
class PolicyDiffQueries {

    private final StateQueries<PolicyView> policies;
    private final PolicyContents contents;

    PolicyDiffQueries(StateTable<PolicyView> table, PolicyContents contents, Freshness freshness) {
        this.policies = new StateQueries<>("policy", table, freshness);
        this.contents = contents;
    }

    @GetMapping(
            path = "/api/policies/{id}/versions/{n}/diff",
            produces = {MediaType.APPLICATION_JSON_VALUE, DiffAsMarkdown.MEDIA_TYPE})
    @Operation(
            summary = "Read what a policy version says otherwise than another",
            description = "Clauses by their stable ids: added, removed, moved (another number or order), changed (texts"
                    + " word by word); purpose, objectives, response ladder and obligations. As Markdown, what is"
                    + " ~~struck through~~ went and what is **strong** came, and nothing that a policy's text says is"
                    + " markup of the page.")
    @ApiResponse(
            responseCode = "200",
            description = "The difference; the ETag is the policy's version",
            useReturnTypeSchema = true,
            content = {
                @Content(mediaType = "application/json", examples = @ExampleObject(PolicyExamples.DIFF)),
                @Content(
                        mediaType = DiffAsMarkdown.MEDIA_TYPE,
                        examples = @ExampleObject(PolicyExamples.DIFF_AS_MARKDOWN))
            })
    PolicyDiffView diff(
            @Parameter(description = "The policy's id", example = "social-media") @PathVariable @Slug String id,
            @Parameter(description = "The number of the version that counts as the newer", example = "2") @PathVariable
                    int n,
            @Parameter(
                            description = "The number of the version that counts as the older, whichever it is; the"
                                    + " version before when left out.",
                            example = "1")
                    @RequestParam(required = false)
                    @Nullable
                    Integer against,
            @RequestParam(name = "at-least-version", required = false) @Nullable Long atLeastVersion,
            @Parameter(hidden = true) HttpServletResponse response) {
        Versioned<PolicyView> found = policies.find(id, atLeastVersion);
        PolicyView policy = found.view();
        int newer = policy.numbered(n).version();
        int older = policy.numbered(against == null ? before(newer) : against).version();
        response.setHeader(HttpHeaders.ETAG, VersionTag.of(found.version()));
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return PolicyDiffView.of(
                policy, older, newer, PolicyDiff.between(contents.read(id, older), contents.read(id, newer)));
    }

    private static int before(int version) {
        if (version == 1) {
            throw Refusal.invalid(
                    "invalid",
                    "There is no version before the first: say with against= which to compare it with.",
                    Violation.ofParameter("against", "must be given for version 1"));
        }
        return version - 1;
    }
}
