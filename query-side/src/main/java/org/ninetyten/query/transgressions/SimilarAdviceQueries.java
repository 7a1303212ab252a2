package org.ninetyten.query.transgressions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.edge.caller.Callers;
import org.ninetyten.edge.page.Page;
import org.ninetyten.query.advice.AdviceRows;
import org.ninetyten.query.projection.Freshness;
import org.ninetyten.query.projection.StateQueries;
import org.ninetyten.query.projection.StateTable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Transgressions")
class SimilarAdviceQueries {

    /** Nobody reads further down a list that is sorted by how alike they are. */
    private static final int MOST = 50;

    private final StateQueries<TransgressionView> transgressions;
    private final CaseVisibility visibility;
    private final AdviceRows advice;
    private final Clock clock;

    SimilarAdviceQueries(
            StateTable<TransgressionView> table,
            CaseVisibility visibility,
            AdviceRows advice,
            Freshness freshness,
            Clock clock) {
        this.visibility = visibility;
        this.transgressions = new StateQueries<>("transgression", table, freshness);
        this.advice = advice;
        this.clock = clock;
    }

    @GetMapping(path = "/api/transgressions/{id}/similar-advice", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Read what advice a post may rest on",
            description = "The advice that this officer asked for on this account before the post was made, the most"
                    + " similar first, 50 at most. similarity compares its draft with the post's text, whatever the letter"
                    + " case and white space: an assessment that claims ADVICE_FOLLOWED without an adviceId takes the most"
                    + " similar one that supports it, from 0.8 on.")
    @ApiResponse(
            responseCode = "200",
            description = "The advice",
            useReturnTypeSchema = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(TransgressionExamples.SIMILAR_ADVICE)))
    Page<SimilarAdvice> similarAdvice(
            @Parameter(description = "The transgression's id", example = "harbour-photo") @PathVariable @Slug String id,
            @RequestParam(name = "at-least-version", required = false) @Nullable Long atLeastVersion) {
        TransgressionView post = transgressions
                .find(id, atLeastVersion, visibility.to(Callers.scope()))
                .view();
        Instant now = clock.instant();
        List<SimilarAdvice> found = advice.askedBefore(post.officerId(), post.accountId(), post.postedAt()).stream()
                .map(asked -> SimilarAdvice.to(post, asked, now))
                .sorted(Comparator.comparingDouble(SimilarAdvice::similarity).reversed())
                .limit(MOST)
                .toList();
        return new Page<>(found, null);
    }
}
