package org.ninetyten.query.transgressions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.events.policy.Category;
import org.ninetyten.query.page.Filters;
import org.ninetyten.query.page.Page;
import org.ninetyten.query.page.PageRequest;
import org.ninetyten.query.projection.Freshness;
import org.ninetyten.query.projection.StateQueries;
import org.ninetyten.query.projection.StateTable;
import org.springdoc.core.annotations.ParameterObject;
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

    TransgressionQueries(StateTable<TransgressionView> table, Freshness freshness) {
        this.transgressions = new StateQueries<>("transgression", table, freshness);
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
            @ParameterObject PageRequest page) {
        Filters filters = Filters.NONE
                .and("state", state)
                .and("category", category)
                .and("officer_id", "officerId", officerId)
                .and("account_id", "accountId", accountId);
        return transgressions.page(filters, page);
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Read a transgression",
            description = "How it stands now, with the post as evidence and what was pinned when it was reported: the"
                    + " policy version in force when it was posted, and what the officer had acknowledged and learnt by"
                    + " then.")
    @ApiResponse(
            responseCode = "200",
            description = "The transgression; the ETag is its version",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(TransgressionExamples.ONE)))
    ResponseEntity<TransgressionView> one(
            @Parameter(description = "The transgression's id", example = "harbour-photo") @PathVariable @Slug String id,
            @RequestParam(name = "at-least-version", required = false) @Nullable Long atLeastVersion) {
        return transgressions.one(id, atLeastVersion);
    }
}
