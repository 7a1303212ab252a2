package org.ninetyten.query.advice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.caller.Callers;
import org.ninetyten.edge.page.Cursor;
import org.ninetyten.edge.page.Page;
import org.ninetyten.edge.page.PageRequest;
import org.ninetyten.query.page.Filters;
import org.ninetyten.query.projection.StateTable.Condition;
import org.ninetyten.query.scope.Within;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Advice", description = "Asked before posting: what waits for an answer, and what became of it.")
class AdviceQueries {

    private final AdviceRows rows;
    private final Clock clock;

    AdviceQueries(AdviceRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @GetMapping(path = "/api/advice", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "List advice",
            description = "What nobody has answered comes first, the longest due before the others; then what is"
                    + " answered. All filters given must fit. An officer finds their own in their own record.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of advice",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(AdviceExamples.LIST)))
    Page<AdviceView> list(
            @Parameter(description = "Only what this officer asked.", example = "amina")
                    @RequestParam(required = false)
                    @Nullable
                    String officerId,
            @Parameter(description = "Only for this account.", example = "harbour-x")
                    @RequestParam(required = false)
                    @Nullable
                    String accountId,
            @Parameter(description = "Only of officers who are of this unit now.", example = "harbour")
                    @RequestParam(required = false)
                    @Nullable
                    String unit,
            @Parameter(description = "Only in this state.", example = "ASKED") @RequestParam(required = false)
                    AdviceView.@Nullable State state,
            @Parameter(
                            description = "true: only what nobody has answered in time; false: only all others.",
                            example = "true")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean overdue,
            @ParameterObject PageRequest page) {
        Instant now = clock.instant();
        AdviceFilter filter = new AdviceFilter(
                usable("officerId", officerId), usable("accountId", accountId), usable("unit", unit), state, overdue);
        int size = page.size();
        String after = Cursor.textOf(page.cursor());
        List<Condition> conditions = new ArrayList<>(Within.ofOfficer(Callers.scope(), "officer_id"));
        conditions.addAll(filter.conditions(now));
        return Page.of(rows.list(conditions, after, size + 1), size, AdviceRows::placeOf)
                .map(advice -> advice.at(now));
    }

    private static @Nullable String usable(String parameter, @Nullable String text) {
        return text == null ? null : Filters.usable(parameter, text);
    }
}
