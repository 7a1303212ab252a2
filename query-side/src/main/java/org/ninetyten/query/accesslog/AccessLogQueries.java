package org.ninetyten.query.accesslog;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.caller.Caller;
import org.ninetyten.edge.caller.Callers;
import org.ninetyten.edge.caller.Role;
import org.ninetyten.edge.page.Cursor;
import org.ninetyten.edge.page.Page;
import org.ninetyten.edge.page.PageCsv;
import org.ninetyten.edge.page.PageRequest;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.query.accesslog.AccessLogRows.Wanted;
import org.ninetyten.query.page.Filters;
import org.ninetyten.query.page.Moment;
import org.ninetyten.query.scope.RestrictedCases;
import org.ninetyten.query.transgressions.CaseVisibility;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Access log", description = "Who read what about whom, when and why.")
class AccessLogQueries {

    private final AccessLogRows rows;
    private final CaseVisibility visibility;
    private final RestrictedCases restrictedCases;

    AccessLogQueries(AccessLogRows rows, CaseVisibility visibility, RestrictedCases restrictedCases) {
        this.rows = rows;
        this.visibility = visibility;
        this.restrictedCases = restrictedCases;
    }

    @GetMapping(
            path = "/api/access-log",
            produces = {MediaType.APPLICATION_JSON_VALUE, PageCsv.MEDIA_TYPE})
    @Operation(
            summary = "Read the access log",
            description = "The latest first; a read shows within a second. All filters given must fit. AUDITOR reads"
                    + " all of it but what tells of restricted cases whose lists they are not on. An OFFICER reads who"
                    + " read their own record and, once they were told of it, a case about them, without the reader's"
                    + " filters and purpose. Reading the access log is logged too.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of the access log",
            useReturnTypeSchema = true,
            content = {
                @Content(mediaType = "application/json", examples = @ExampleObject(AccessLogExamples.LIST)),
                @Content(mediaType = PageCsv.MEDIA_TYPE, examples = @ExampleObject(AccessLogExamples.CSV))
            })
    Page<AccessLogEntry> list(
            @Parameter(description = "Only what this caller read.", example = "standards")
                    @RequestParam(required = false)
                    @Nullable
                    String caller,
            @Parameter(
                            description = "Only reads of this kind of subject, such as officer, transgression, account,"
                                    + " officers, duties, import.",
                            example = "officer")
                    @RequestParam(required = false)
                    @Nullable
                    String subjectKind,
            @Parameter(description = "Only reads of the subject with this id.", example = "amina")
                    @RequestParam(required = false)
                    @Nullable
                    String subjectId,
            @Parameter(description = "Only reads of this officer and of cases about them.", example = "amina")
                    @RequestParam(required = false)
                    @Nullable
                    String officerId,
            @Parameter(description = "Only what was read in this role.", example = "STANDARDS")
                    @RequestParam(required = false)
                    @Nullable
                    Role role,
            @Parameter(
                            description = "Only reads of then or later: an instant, or a day, which starts at midnight"
                                    + " in London.",
                            example = "2026-01-01")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(
                            description = "Only reads of before: an instant, or a day, which starts at midnight in"
                                    + " London.",
                            example = "2027-01-01")
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @ParameterObject PageRequest page,
            @Parameter(hidden = true) HttpServletRequest request) {
        boolean all = Callers.actingRole(request) == Role.AUDITOR;
        Wanted wanted = new Wanted(
                usable("caller", caller),
                usable("subjectKind", subjectKind),
                usable("subjectId", subjectId),
                usable("officerId", officerId),
                role,
                Moment.parse("from", from),
                Moment.parse("to", to),
                all ? null : ownOfficerId());
        int size = page.size();
        long before = Cursor.positionOf(page.cursor());
        List<AccessLogEntry> found = rows.find(wanted, hiddenFrom(Callers.current()), before, size + 1);
        return Page.of(found, size, entry -> String.valueOf(entry.id()))
                .map(entry -> all ? entry : entry.forTheOfficer());
    }

    private HiddenReads hiddenFrom(Caller caller) {
        return new HiddenReads(caller.id(), visibility.hiddenFrom(caller), restrictedCases.listsHiddenFrom(caller));
    }

    private static String ownOfficerId() {
        String officerId = Callers.current().officerId();
        if (officerId == null) {
            throw Refusal.forbidden("You are no officer that anything could be read about.");
        }
        return officerId;
    }

    private static @Nullable String usable(String parameter, @Nullable String text) {
        return text == null ? null : Filters.usable(parameter, text);
    }
}
