package org.ninetyten.query.duties;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.accesslog.OnBehalf;
import org.ninetyten.edge.caller.Caller;
import org.ninetyten.edge.caller.Callers;
import org.ninetyten.edge.caller.Role;
import org.ninetyten.edge.caller.Scope;
import org.ninetyten.edge.page.Page;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.query.duties.DutyCalendars.Created;
import org.ninetyten.query.duties.DutyCalendars.Feed;
import org.ninetyten.query.projection.StateTable.Condition;
import org.ninetyten.query.transgressions.CaseVisibility;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Duties")
class DutyCalendarQueries {

    private static final String PATH = "/api/duties/calendar";
    private static final String CALENDAR = "text/calendar";

    /** More than anyone's calendar shows; what is overdue comes first. */
    private static final int DUTIES_AT_MOST = 1_000;

    private final DutyCalendars calendars;
    private final Duties duties;
    private final Clock clock;

    DutyCalendarQueries(DutyCalendars calendars, Duties duties, Clock clock) {
        this.calendars = calendars;
        this.duties = duties;
        this.clock = clock;
    }

    @PostMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Make a calendar of one's duties",
            description = "SUPERVISOR, COMMS, STANDARDS. A feed (iCalendar) of what whoever has the caller's role is to"
                    + " do, of one unit or, not for supervisors, of the whole force, under an address that is a secret:"
                    + " who has it reads the feed without any other credentials. The address is told this once; the"
                    + " calendar ends after a year, or when it is revoked. Each request makes another: 409"
                    + " too-many-calendars beyond twenty. A supervisor's is of their own unit (403 not-your-unit"
                    + " for another).",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = NewCalendar.class),
                                            examples = @ExampleObject(DutyExamples.NEW_CALENDAR))))
    @ApiResponse(
            responseCode = "201",
            description = "The calendar with its address",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(DutyExamples.CREATED)))
    ResponseEntity<CalendarView> create(
            @RequestBody(required = false) @Valid @Nullable NewCalendar wanted,
            @Parameter(hidden = true) HttpServletRequest request) {
        Caller caller = Callers.current();
        Role role = Callers.actingRole(request);
        String unit = unitFor(Callers.scope(), wanted == null ? null : wanted.unit());
        Created created = calendars.create(caller.id(), caller.officerId(), role, unit);
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(view(created.feed(), PATH + "/" + created.secret() + ".ics"));
    }

    private static @Nullable String unitFor(Scope scope, @Nullable String asked) {
        if (scope.aboutAnyone()) {
            return asked;
        }
        if (scope.unit() == null || (asked != null && !asked.equals(scope.unit()))) {
            throw Refusal.notYourUnit();
        }
        return scope.unit();
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "List one's calendars",
            description = "The caller's own that are neither revoked nor expired, without their addresses.")
    @ApiResponse(
            responseCode = "200",
            description = "All of them",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(DutyExamples.CALENDARS)))
    Page<CalendarView> list() {
        List<CalendarView> own = calendars.of(Callers.current().id()).stream()
                .map(feed -> view(feed, null))
                .toList();
        return new Page<>(own, null);
    }

    @DeleteMapping(PATH + "/{id}")
    @Operation(
            summary = "Revoke one of one's calendars",
            description = "From then on its address is not there for anyone. 404 for one that is not the caller's.")
    @ApiResponse(responseCode = "204", description = "It is revoked")
    ResponseEntity<Void> revoke(
            @Parameter(description = "The calendar's id", example = "0d9f6a52-5f0e-4d7c-9d2b-5a0d5f8f2f11")
                    @PathVariable
                    UUID id) {
        if (!calendars.revoke(id, Callers.current().id())) {
            throw missing();
        }
        return ResponseEntity.noContent().build();
    }

    @GetMapping(path = PATH + "/{secret}.ics", produces = CALENDAR)
    @SecurityRequirements
    @Operation(
            summary = "Read a calendar",
            description = "For calendar programs: the address is the credential. Each duty is an event of the whole"
                    + " day, whose id stays when its day moves. No case content: of a case it says only that something"
                    + " is due. 404 for an address that was never given, was revoked or has expired.")
    @ApiResponse(
            responseCode = "200",
            description = "The calendar (RFC 5545)",
            content =
                    @Content(
                            mediaType = CALENDAR,
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(DutyExamples.FEED)))
    ResponseEntity<byte[]> feed(
            @Parameter(
                            description = "The secret part of the address",
                            example = "2Yy0s7mQWc0pGrmTnqk4Jw0o1mGgq7m8b1kq9wz3YxA")
                    @PathVariable
                    String secret,
            @Parameter(hidden = true) HttpServletRequest request) {
        Feed feed = calendars.at(secret).orElseThrow(DutyCalendarQueries::missing);
        OnBehalf.of(request, feed.ownerId(), feed.role());
        DutyFilter filter =
                new DutyFilter(DutyKind.dueFrom(feed.role()), null, feed.unit(), null, null, null, null, null, null);
        Caller owner = new Caller(feed.ownerId(), Set.of(feed.role()), feed.officerId(), feed.unit());
        List<Condition> told = CaseVisibility.ofCaller(owner, "transgression_id");
        List<DutyView> due = duties.list(filter, told, "", DUTIES_AT_MOST).stream()
                .map(Duties.Placed::duty)
                .toList();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(CalendarFeed.of(feed.id(), due, clock.instant()).getBytes(StandardCharsets.UTF_8));
    }

    private static CalendarView view(Feed feed, @Nullable String address) {
        return new CalendarView(
                feed.id(), feed.unit(), DutyKind.dueFrom(feed.role()), feed.createdAt(), feed.expiresAt(), address);
    }

    private static Refusal missing() {
        return Refusal.notFound("There is no such calendar.");
    }
}
