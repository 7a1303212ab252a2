package org.ninetyten.query.duties;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.caller.Caller;
import org.ninetyten.edge.caller.Callers;
import org.ninetyten.edge.caller.Scope;
import org.ninetyten.edge.page.Cursor;
import org.ninetyten.edge.page.Page;
import org.ninetyten.edge.page.PageCsv;
import org.ninetyten.edge.page.PageRequest;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.Subject;
import org.ninetyten.query.page.Filters;
import org.ninetyten.query.page.Moment;
import org.ninetyten.query.projection.Freshness;
import org.ninetyten.query.projection.StateTable.Condition;
import org.ninetyten.query.scope.RestrictedCases;
import org.ninetyten.query.scope.Units;
import org.ninetyten.query.scope.Within;
import org.ninetyten.query.transgressions.CaseVisibility;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Duties", description = "Everything that is due from anyone, overdue first.")
class DutyQueries {

    private final Duties duties;
    private final RestrictedCases restrictedCases;
    private final Units units;
    private final Freshness freshness;

    DutyQueries(Duties duties, RestrictedCases restrictedCases, Units units, Freshness freshness) {
        this.duties = duties;
        this.restrictedCases = restrictedCases;
        this.units = units;
        this.freshness = freshness;
    }

    /** Which duties are asked for. All that is given must fit. */
    record Asked(
            @Parameter(description = "Only duties about this officer.", example = "amina") @Nullable
            String officerId,

            @Parameter(description = "Only duties about officers who are of this unit now.", example = "harbour")
            @Nullable
            String unit,

            @Parameter(description = "Only duties about this account.", example = "harbour-x") @Nullable
            String accountId,

            @Parameter(description = "Only duties under this policy.", example = "social-media") @Nullable
            String policyId,

            @Parameter(description = "Only duties of this case.", example = "harbour-photo") @Nullable
            String transgressionId,

            @Parameter(description = "Only what is due on this day, in London, or later.", example = "2026-01-01")
            @Nullable
            String dueFrom,

            @Parameter(description = "Only what is due on this day, in London, or earlier.", example = "2026-12-31")
            @Nullable
            String dueTo) {

        DutyFilter filter(@Nullable DutyKind kind, @Nullable Boolean missed) {
            return new DutyFilter(
                    Stream.ofNullable(kind).toList(),
                    usable("officerId", officerId),
                    usable("unit", unit),
                    usable("accountId", accountId),
                    usable("policyId", policyId),
                    usable("transgressionId", transgressionId),
                    Moment.day("dueFrom", dueFrom),
                    Moment.day("dueTo", dueTo),
                    missed);
        }

        private static @Nullable String usable(String parameter, @Nullable String value) {
            return value == null ? null : Filters.usable(parameter, value);
        }
    }

    @GetMapping(
            path = "/api/duties",
            produces = {MediaType.APPLICATION_JSON_VALUE, PageCsv.MEDIA_TYPE})
    @Operation(
            summary = "List what is due",
            description = "Overdue first, then by when it is due. A duty stands until it is done, or is no longer asked"
                    + " for: the account closed, the policy withdrawn, the officer gone. A check-in that was missed"
                    + " stands as missed beside the next one until someone has checked in. Training stands with the"
                    + " last day on which it counts. An officer finds their own, and no notice to them before they were"
                    + " told. With at-least-version and one of officerId, accountId, policyId and transgressionId, the"
                    + " answer has that many events of it: so whoever was just told a version by a command finds its"
                    + " duty gone.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of duties",
            useReturnTypeSchema = true,
            content = {
                @Content(mediaType = "application/json", examples = @ExampleObject(DutyExamples.LIST)),
                @Content(
                        mediaType = PageCsv.MEDIA_TYPE,
                        schema = @Schema(type = "string"),
                        examples = @ExampleObject(DutyExamples.CSV))
            })
    Page<DutyView> list(
            @Parameter(description = "Only duties of this kind.", example = "CHECK_IN")
                    @RequestParam(required = false)
                    @Nullable
                    DutyKind kind,
            @ParameterObject Asked asked,
            @Parameter(description = "true: only what is overdue; false: only what is not yet.", example = "false")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean missed,
            @RequestParam(name = "at-least-version", required = false) @Nullable Long atLeastVersion,
            @ParameterObject PageRequest page,
            @Parameter(hidden = true) HttpServletResponse response) {
        DutyFilter filter = asked.filter(kind, missed);
        int size = page.size();
        String after = Cursor.textOf(page.cursor());
        Scope scope = Callers.scope();
        if (atLeastVersion != null) {
            freshness.await(atLeastVersion, versionOf(filter, scope));
        }
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return Page.of(duties.list(filter, visible(scope), after, size + 1), size, Duties.Placed::place)
                .map(Duties.Placed::duty);
    }

    private static List<Condition> visible(Scope scope) {
        List<Condition> conditions = new ArrayList<>(Within.ofUnit(scope, "unit", "officer_id"));
        conditions.addAll(CaseVisibility.ofCaller(scope.caller(), "transgression_id"));
        return conditions;
    }

    /** Of the one subject that is asked about. Of what may not show to the caller there is none. */
    private LongSupplier versionOf(DutyFilter filter, Scope scope) {
        Map<Subject, String> subjects = new EnumMap<>(Subject.class);
        put(Subject.OFFICER, filter.officerId(), subjects);
        put(Subject.ACCOUNT, filter.accountId(), subjects);
        put(Subject.POLICY, filter.policyId(), subjects);
        put(Subject.TRANSGRESSION, filter.transgressionId(), subjects);
        if (subjects.size() != 1) {
            throw Refusal.invalid(
                    "invalid",
                    "Say whose version is meant.",
                    Violation.ofParameter(
                            "at-least-version",
                            "needs just one of officerId, accountId, policyId and transgressionId"));
        }
        Map.Entry<Subject, String> only = subjects.entrySet().iterator().next();
        Caller caller = scope.caller();
        boolean theirs = only.getKey() == Subject.POLICY
                || (only.getKey() == Subject.OFFICER && caller.isOfficer(only.getValue()));
        boolean ofACase = only.getKey() == Subject.TRANSGRESSION;
        // Whoever is limited, or an officer, learns of no case by its version.
        boolean shows = scope.aboutAnyone() ? !ofACase || caller.officerId() == null : theirs || isOfUnit(only, scope);
        return shows
                ? () -> ofACase && restrictedCases.hiddenFrom(caller).contains(only.getValue())
                        ? 0
                        : duties.versionOf(only.getKey(), only.getValue())
                : () -> 0;
    }

    private boolean isOfUnit(Map.Entry<Subject, String> only, Scope scope) {
        return switch (only.getKey()) {
            case OFFICER -> units.covers(scope, only.getValue());
            case ACCOUNT -> units.coversAccount(scope, only.getValue());
            default -> false;
        };
    }

    private static void put(Subject subject, @Nullable String id, Map<Subject, String> into) {
        if (id != null) {
            into.put(subject, id);
        }
    }
}
