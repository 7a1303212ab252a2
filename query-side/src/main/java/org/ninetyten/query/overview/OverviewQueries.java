package org.ninetyten.query.overview;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.caller.Callers;
import org.ninetyten.edge.caller.Role;
import org.ninetyten.edge.caller.Scope;
import org.ninetyten.edge.page.Cursor;
import org.ninetyten.edge.page.Page;
import org.ninetyten.edge.page.PageRequest;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.query.overview.Counted.Wanted;
import org.ninetyten.query.overview.Overviews.Asked;
import org.ninetyten.query.overview.Overviews.Found;
import org.ninetyten.query.page.Filters;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Overview", description = "The ninety and the ten, counted.")
class OverviewQueries {

    private final Overviews overviews;
    private final Counted counted;
    private final Clock clock;

    OverviewQueries(Overviews overviews, Counted counted, Clock clock) {
        this.overviews = overviews;
        this.counted = counted;
        this.clock = clock;
    }

    /** Of what an overview is asked. */
    record Part(
            @Parameter(
                    description = "The first day, in London; left out, the first of the last day's year.",
                    example = "2026-01-01")
            @Nullable
            String from,

            @Parameter(
                    description = "The last day, in London; left out, today. At most ten years after the first.",
                    example = "2026-12-31")
            @Nullable
            String to,

            @Parameter(description = "Only of officers who are of this unit now.", example = "harbour") @Nullable
            String unit) {

        Asked asked(Clock clock, HttpServletRequest request) {
            Role role = Callers.actingRole(request);
            boolean openly = role == Role.STANDARDS || role == Role.AUDITOR;
            Period period = Period.of(from, to, clock);
            if (!openly && !period.isOfWholeMonths()) {
                throw Refusal.invalid(
                        "whole-months",
                        "So that nobody can be found out by a day more or less, this is told of whole months:"
                                + " from the first of a month to the last of one, or today.",
                        Violation.ofParameter(
                                period.from().getDayOfMonth() == 1 ? "to" : "from",
                                "must be where a month begins or ends"));
            }
            Scope asking = Callers.scope();
            return new Asked(period, unitFor(asking), asking, openly);
        }

        /** Of nobody's figures more than their unit's: what is told of the force tells of the others. */
        private @Nullable String unitFor(Scope asking) {
            String asked = unit == null ? null : Filters.usable("unit", unit);
            if (asking.aboutAnyone()) {
                return asked;
            }
            String own = asking.unit();
            if (own == null || (asked != null && !asked.equals(own))) {
                throw Refusal.notYourUnit();
            }
            return own;
        }
    }

    @GetMapping(path = "/api/overview", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Read how it is going",
            description = "What was sampled, commended and asked, what was reported and what became of it, by when it"
                    + " happened; and how those stand now who hold or operate an account. A unit's is of the officers"
                    + " who are of it now. Figures that fewer than five people are behind are withheld, and so are those"
                    + " that would give such a figure away; not from STANDARDS and AUDITOR. For others the period is of"
                    + " whole months (400 whole-months), and of a unit figures are told of whole years alone. A supervisor's is of their unit"
                    + " (403 not-your-unit for another's). What each"
                    + " figure counts stands in docs/overview.md; where the list is that it counts, in links.")
    @ApiResponse(
            responseCode = "200",
            description = "The overview",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(OverviewExamples.OVERVIEW)))
    OverviewView overview(@ParameterObject Part part, @Parameter(hidden = true) HttpServletRequest request) {
        return overviews.of(part.asked(clock, request));
    }

    @GetMapping(path = "/api/overview/entries", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "List what a figure of the overview counts",
            description =
                    "Where no other list shows it: samples, commendations, advice, and the officers who had another"
                            + " breach, or not. In the order of their ids. 409 withheld where the figure is.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of what is counted",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(OverviewExamples.ENTRIES)))
    Page<OverviewEntry> entries(
            @Parameter(description = "Which figure", example = "SAMPLES") @RequestParam EntryFigure figure,
            @ParameterObject Part part,
            @ParameterObject PageRequest page,
            @Parameter(hidden = true) HttpServletRequest request) {
        Asked asked = part.asked(clock, request);
        int size = page.size();
        String after = Cursor.textOf(page.cursor());
        Found found = overviews.find(asked);
        if (!Overviews.tells(found, figure)) {
            throw Refusal.rule(
                    "withheld", "So few people are behind this figure that its list would tell who they are.");
        }
        Wanted wanted = new Wanted(asked.period().from(), asked.period().to(), asked.unit(), false);
        List<OverviewEntry> entries = switch (figure) {
            case SAMPLES -> counted.entries(FactKind.SAMPLE, false, wanted, after, size + 1);
            case COMMENDATIONS -> counted.entries(FactKind.COMMENDATION, false, wanted, after, size + 1);
            case ADVICE_ASKED -> counted.entries(FactKind.ADVICE, false, wanted, after, size + 1);
            case ADVICE_FOLLOWED -> counted.entries(FactKind.ADVICE, true, wanted, after, size + 1);
            case COACHED -> officers(found, true, false, after, size + 1);
            case COACHED_AND_REPEATED -> officers(found, true, true, after, size + 1);
            case ANSWERED_OTHERWISE -> officers(found, false, false, after, size + 1);
            case ANSWERED_OTHERWISE_AND_REPEATED -> officers(found, false, true, after, size + 1);
        };
        return Page.of(entries, size, OverviewEntry::id);
    }

    private static List<OverviewEntry> officers(
            Found found, boolean coached, boolean onlyRepeated, String after, int limit) {
        return found.figures()
                .officersAnswered(coached, onlyRepeated)
                .filter(officer -> officer.compareTo(after) > 0)
                .limit(limit)
                .map(OverviewEntry::of)
                .toList();
    }
}
