package org.ninetyten.query.officers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.body.Slug;
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
@RequestMapping(path = "/api/officers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Officers", description = "Police officers and staff who hold or operate official accounts.")
class OfficerQueries {

    private final StateQueries<OfficerView> officers;

    OfficerQueries(StateTable<OfficerView> table, Freshness freshness) {
        this.officers = new StateQueries<>("officer", table, freshness);
    }

    @GetMapping
    @Operation(summary = "List officers", description = "In the order of their ids, as they stand now.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of officers",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(OfficerExamples.LIST)))
    Page<OfficerView> list(
            @Parameter(description = "Only officers of this unit.", example = "harbour")
                    @RequestParam(required = false)
                    @Nullable
                    String unit,
            @ParameterObject PageRequest page) {
        return officers.page(Filters.NONE.and("unit", "unit", unit), page);
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Read an officer",
            description = "How they stand now: their details, training, acknowledgements and coaching conversations."
                    + " An officer reads only their own record.")
    @ApiResponse(
            responseCode = "200",
            description = "The officer; the ETag is their version",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(OfficerExamples.ONE)))
    ResponseEntity<OfficerView> one(
            @Parameter(description = "The officer's id", example = "amina") @PathVariable @Slug String id,
            @RequestParam(name = "at-least-version", required = false) @Nullable Long atLeastVersion) {
        return officers.one(id, atLeastVersion);
    }
}
