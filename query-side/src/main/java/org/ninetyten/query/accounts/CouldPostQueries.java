package org.ninetyten.query.accounts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.edge.caller.Callers;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.Subject;
import org.ninetyten.events.officer.OfficerEvent.OfficerLeft;
import org.ninetyten.events.posting.Posting;
import org.ninetyten.events.stored.RecordedEvent;
import org.ninetyten.query.page.Moment;
import org.ninetyten.query.projection.RecordedStreams;
import org.ninetyten.query.scope.Units;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads the store itself: no row says who could post years ago, and none is behind. */
@RestController
@RequestMapping(path = "/api/accounts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Accounts")
class CouldPostQueries {

    private final RecordedStreams streams;
    private final Units units;
    private final Clock clock;

    CouldPostQueries(RecordedStreams streams, Units units, Clock clock) {
        this.units = units;
        this.streams = streams;
        this.clock = clock;
    }

    @GetMapping("/{id}/could-post")
    @Operation(
            summary = "Say who could post with an account at an instant",
            description =
                    "By when things happened, as far as is recorded now: its holder and operators of that instant,"
                            + " also years ago, for an account that was opened then. Nobody, and why, before it was opened, while it"
                            + " was requested or suspended, and once it was refused or closed. A day counts whole; a transfer,"
                            + " a suspension and a closure count from the instant at which they were recorded.")
    @ApiResponse(
            responseCode = "200",
            description = "Who could",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(AccountExamples.COULD_POST)))
    CouldPostView couldPost(
            @Parameter(description = "The account's id", example = "harbour-x") @PathVariable @Slug String id,
            @Parameter(description = "An instant that has come; now when left out.", example = "2026-04-10T12:00:00Z")
                    @RequestParam(required = false)
                    @Nullable
                    String at) {
        Instant instant = at == null ? clock.instant() : Moment.past("at", at, clock);
        List<RecordedEvent> events = streams.readable(Subject.ACCOUNT.stream(id));
        if (events.isEmpty()) {
            throw Refusal.notFound("There is no account '%s'.".formatted(id));
        }
        units.requireAccount(Callers.scope(), id);
        return CouldPost.at(instant, id, Posting.of(events), this::leftOn);
    }

    private Optional<LocalDate> leftOn(String officerId) {
        return streams.readable(Subject.OFFICER.stream(officerId)).stream()
                .map(RecordedEvent::event)
                .filter(OfficerLeft.class::isInstance)
                .map(event -> ((OfficerLeft) event).leftOn())
                .findFirst();
    }
}
