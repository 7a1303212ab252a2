package org.ninetyten.query.officers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.edge.caller.Caller;
import org.ninetyten.edge.caller.Callers;
import org.ninetyten.edge.caller.Scope;
import org.ninetyten.edge.http.VersionTag;
import org.ninetyten.edge.page.Page;
import org.ninetyten.edge.page.PageRequest;
import org.ninetyten.query.duties.UpToDate;
import org.ninetyten.query.page.Filters;
import org.ninetyten.query.projection.Freshness;
import org.ninetyten.query.projection.PastStates;
import org.ninetyten.query.projection.PastStates.Past;
import org.ninetyten.query.projection.RecordedStreams;
import org.ninetyten.query.projection.StateQueries;
import org.ninetyten.query.projection.StateTable;
import org.ninetyten.query.projection.StateTable.Condition;
import org.ninetyten.query.projection.StateTable.Versioned;
import org.ninetyten.query.scope.RestrictedCases;
import org.ninetyten.query.scope.Units;
import org.ninetyten.query.scope.Within;
import org.ninetyten.query.transgressions.CasePatterns;
import org.ninetyten.query.transgressions.ReflectiveAccounts;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
    private final PastStates<OfficerView> past;
    private final CasePatterns cases;
    private final ReflectiveAccounts reflectiveAccounts;
    private final RestrictedCases restrictedCases;
    private final Units units;
    private final Clock clock;

    OfficerQueries(
            StateTable<OfficerView> table,
            OfficerProjection projection,
            RecordedStreams streams,
            CasePatterns cases,
            ReflectiveAccounts reflectiveAccounts,
            RestrictedCases restrictedCases,
            Units units,
            Freshness freshness,
            Clock clock) {
        this.officers = new StateQueries<>("officer", table, freshness);
        this.past = new PastStates<>(projection, streams, clock);
        this.cases = cases;
        this.reflectiveAccounts = reflectiveAccounts;
        this.restrictedCases = restrictedCases;
        this.units = units;
        this.clock = clock;
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
            @Parameter(
                            description = "true: only who holds or operates an account that is authorised or suspended;"
                                    + " false: only all others.",
                            example = "true")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean posting,
            @Parameter(
                            description = "Only who holds or operates such an account and has training that counts, has"
                                    + " acknowledged every version they were asked to, or with whom no check-in is"
                                    + " overdue.",
                            example = "TRAINING")
                    @RequestParam(required = false)
                    @Nullable
                    UpToDate upToDateWith,
            @ParameterObject PageRequest page) {
        Scope scope = Callers.scope();
        List<Condition> conditions = new ArrayList<>(Within.ofUnit(scope, "unit", "id"));
        if (posting != null) {
            conditions.add(UpToDate.posting(posting));
        }
        if (upToDateWith != null) {
            conditions.add(upToDateWith.condition(clock.instant()));
        }
        return officers.page(Filters.NONE.and("unit", "unit", unit), conditions, page)
                .map(officer -> listed(officer, scope.caller()));
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Read an officer",
            description = "How they stand now, or with at= as was recorded by then: their details, training,"
                    + " acknowledgements, coaching conversations with what was agreed, done and noted, and the advice they"
                    + " asked for, with their breaches by intent, what was learned and the cases that are open. What was"
                    + " noted in reflective practice shows to the officer and the supervisors of their unit alone. An officer reads only their own record, and sees nothing of a case"
                    + " before they were told of it. Always answered in full, never 304: cases change without the"
                    + " officer's version.")
    @ApiResponse(
            responseCode = "200",
            description = "The officer; the ETag is their version",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(OfficerExamples.RECORD)))
    OfficerRecord one(
            @Parameter(description = "The officer's id", example = "amina") @PathVariable @Slug String id,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(name = "at-least-version", required = false) @Nullable Long atLeastVersion,
            @Parameter(hidden = true) HttpServletResponse response) {
        Scope scope = Callers.scope();
        if (at != null) {
            return then(past.find(id, at, atLeastVersion), response);
        }
        Versioned<OfficerView> found = officers.find(id, atLeastVersion);
        units.requireOfficer(scope, id);
        response.setHeader(HttpHeaders.ETAG, VersionTag.of(found.version()));
        Caller caller = scope.caller();
        OfficerView officer = found.view().withOverdueAt(clock.instant());
        OfficerView told = caller.isOfficer(id) ? officer.toldOnlyOf(cases.told(id)) : officer;
        return new OfficerRecord(behindTheWall(thereFor(caller, told), caller), cases.ofOfficer(id, scope));
    }

    private OfficerRecord then(Past<OfficerView> found, HttpServletResponse response) {
        Scope scope = Callers.scope();
        Caller caller = scope.caller();
        units.requireOfficer(scope, found.view().id());
        response.setHeader(HttpHeaders.ETAG, VersionTag.of(found.version()));
        OfficerView officer = found.view().withOverdueAt(found.at());
        OfficerView told =
                caller.isOfficer(officer.id()) ? officer.toldOnlyOf(cases.told(officer.id(), found.at())) : officer;
        return new OfficerRecord(
                behindTheWall(thereFor(caller, told), caller), cases.ofOfficer(officer.id(), scope, found.at()));
    }

    private OfficerView thereFor(Caller caller, OfficerView officer) {
        return officer.isLinkedToCases() ? officer.without(restrictedCases.hiddenFrom(caller)) : officer;
    }

    private OfficerView behindTheWall(OfficerView officer, Caller caller) {
        return reflectiveAccounts.openTo(caller, officer.id()) ? officer : officer.outsideTheWall();
    }

    /** What is behind the wall is read one officer at a time; and a list tells who is in it no more than their record. */
    private OfficerView listed(OfficerView officer, Caller caller) {
        OfficerView outside =
                thereFor(caller, officer.withOverdueAt(clock.instant()).outsideTheWall());
        return caller.isOfficer(officer.id()) ? outside.toldOnlyOf(cases.told(officer.id())) : outside;
    }
}
