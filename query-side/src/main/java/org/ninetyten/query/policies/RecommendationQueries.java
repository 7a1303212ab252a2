package org.ninetyten.query.policies;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.events.policy.Recommendation;
import org.ninetyten.events.policy.ResponseLadder;
import org.ninetyten.query.projection.Freshness;
import org.ninetyten.query.projection.StateQueries;
import org.ninetyten.query.projection.StateTable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Policies")
class RecommendationQueries {

    private final StateQueries<PolicyView> policies;
    private final PolicyContents contents;

    RecommendationQueries(StateTable<PolicyView> table, PolicyContents contents, Freshness freshness) {
        this.policies = new StateQueries<>("policy", table, freshness);
        this.contents = contents;
    }

    @PostMapping(path = "/api/policies/{id}/versions/{n}/recommendation", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Ask what a version's response ladder recommends",
            description = "For the facts of a breach, real or supposed, with the reasons one by one. It records nothing"
                    + " and decides nothing: a person does.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            examples = @ExampleObject(PolicyExamples.BREACH))))
    @ApiResponse(
            responseCode = "200",
            description = "The recommendation",
            useReturnTypeSchema = true,
            content =
                    @Content(mediaType = "application/json", examples = @ExampleObject(PolicyExamples.RECOMMENDATION)))
    Recommendation recommend(
            @Parameter(description = "The policy's id", example = "social-media") @PathVariable @Slug String id,
            @Parameter(description = "The version's number", example = "1") @PathVariable int n,
            @RequestParam(name = "at-least-version", required = false) @Nullable Long atLeastVersion,
            @Valid @RequestBody Breach breach) {
        int version = policies.find(id, atLeastVersion).view().numbered(n).version();
        return ResponseLadder.recommend(contents.read(id, version).ladder(), breach.facts());
    }
}
