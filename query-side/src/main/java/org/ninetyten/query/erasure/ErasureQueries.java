package org.ninetyten.query.erasure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.edge.caller.Callers;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.Subject;
import org.ninetyten.events.officer.OfficerEvent.LegalHoldLifted;
import org.ninetyten.events.officer.OfficerEvent.LegalHoldPlaced;
import org.ninetyten.events.officer.OfficerEvent.OfficerErased;
import org.ninetyten.events.officer.OfficerEvent.OfficerErasureProposed;
import org.ninetyten.events.stored.RecordedEvent;
import org.ninetyten.query.erasure.ErasureView.Hand;
import org.ninetyten.query.erasure.ErasureView.LegalHold;
import org.ninetyten.query.erasure.ErasureView.State;
import org.ninetyten.query.projection.RecordedStreams;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Officers")
class ErasureQueries {

    private static final String ERASED = """
            {
              "officerId": "amina",
              "state": "ERASED",
              "erasureId": "retention-2033",
              "proposed": {"actor": "comms", "at": "2033-01-10T09:30:00Z"},
              "erased": {"actor": "standards", "at": "2033-01-11T10:00:00Z"},
              "complete": true,
              "completedAt": "2033-01-11T10:00:21Z",
              "legalHolds": []
            }
            """;

    private final RecordedStreams streams;
    private final Erasures erasures;

    ErasureQueries(RecordedStreams streams, Erasures erasures) {
        this.streams = streams;
        this.erasures = erasures;
    }

    @GetMapping(path = "/api/officers/{id}/erasure", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Read whether an officer is erased",
            description =
                    "As the event store has it, with the legal holds that stand, which nobody is told about themselves. An erasure is complete when what was"
                            + " told about them is gone from every view and every file of this service, moments or, with many"
                            + " events, minutes after it was confirmed.")
    @ApiResponse(
            responseCode = "200",
            description = "How it stands",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(ERASED)))
    ErasureView erasure(@Parameter(description = "The officer's id", example = "amina") @PathVariable @Slug String id) {
        List<RecordedEvent> events = streams.readable(Subject.OFFICER.stream(id));
        if (events.isEmpty()) {
            throw Refusal.notFound("There is no officer '%s'.".formatted(id));
        }
        Map<String, LegalHold> holds = new LinkedHashMap<>();
        State state = State.NONE;
        String erasureId = null;
        Hand proposed = null;
        Hand erased = null;
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof LegalHoldPlaced placed) {
                holds.put(
                        placed.holdId(),
                        new LegalHold(
                                placed.holdId(),
                                placed.reason(),
                                recorded.provenance().actorId(),
                                recorded.recordedAt()));
            } else if (recorded.event() instanceof LegalHoldLifted lifted) {
                holds.remove(lifted.holdId());
            } else if (recorded.event() instanceof OfficerErasureProposed proposal) {
                state = State.PROPOSED;
                erasureId = proposal.erasureId();
                proposed = hand(recorded);
            } else if (recorded.event() instanceof OfficerErased) {
                state = State.ERASED;
                erased = hand(recorded);
            }
        }
        if (Callers.current().isOfficer(id)) {
            holds.clear();
        }
        Instant completedAt = erasures.completedAt(id).orElse(null);
        return new ErasureView(
                id,
                state,
                erasureId,
                proposed,
                erased,
                completedAt != null,
                completedAt,
                new ArrayList<>(holds.values()));
    }

    private static Hand hand(RecordedEvent recorded) {
        return new Hand(recorded.provenance().actorId(), recorded.recordedAt());
    }
}
