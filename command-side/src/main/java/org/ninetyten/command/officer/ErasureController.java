package org.ninetyten.command.officer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.desk.BodyExample;
import org.ninetyten.command.desk.CommandDesk;
import org.ninetyten.command.officer.ErasureCommand.Erase;
import org.ninetyten.command.officer.ErasureCommand.LiftLegalHold;
import org.ninetyten.command.officer.ErasureCommand.PlaceLegalHold;
import org.ninetyten.edge.body.Slug;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Officers: commands")
@RestController
@RequestMapping(path = "/api/officers/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class ErasureController {

    private final CommandDesk desk;

    ErasureController(CommandDesk desk) {
        this.desk = desk;
    }

    @Operation(summary = "Place a legal hold", description = """
                    STANDARDS. Until every hold on them is lifted, nothing about the officer is erased (`on-legal-hold`). It shows to
                    COMMS, STANDARDS and AUDITOR, and to nobody about themselves: its reason is to tell nothing of a restricted case. Refuses with
                    `id-conflict` where the `holdId` stands for another one, and `legal-hold-lifted`.""")
    @BodyExample(name = "dana", summary = "Of one who left", value = ErasureExamples.HOLD)
    @PostMapping("/legal-holds")
    ResponseEntity<Answer> place(
            @Parameter(example = "dana") @PathVariable @Slug String id,
            @Valid @RequestBody ErasureCommand.LegalHold hold) {
        return desk.give(new PlaceLegalHold(id, hold.holdId(), hold.reason()));
    }

    @Operation(summary = "Lift a legal hold", description = """
                    STANDARDS. Refuses with `no-such-legal-hold`.""")
    @BodyExample(name = "dana", summary = "Of one who left", value = ErasureExamples.LIFTING)
    @PostMapping("/legal-holds/{holdId}/lifting")
    ResponseEntity<Answer> lift(
            @Parameter(example = "dana") @PathVariable @Slug String id,
            @Parameter(example = "civil-claim-2027") @PathVariable @Slug String holdId,
            @Valid @RequestBody ErasureCommand.Lifting lifting) {
        return desk.give(new LiftLegalHold(id, holdId, lifting.reason()));
    }

    @Operation(summary = "Erase what is told about an officer", description = """
                    COMMS or STANDARDS, two people: the first proposes it, and another who sends the same `erasureId` carries it out. Then the
                    key under which everything about the officer is stored is destroyed, and every text about them reads `[erased]`,
                    for good; their ids, days and figures stay. Whether it has reached every copy is told by a `GET` of this path.
                    Refuses with `not-left`, `on-legal-hold` (with no hold named where something of which you may not know has to be
                    kept), `case-open`, `account-open` for an account that they were the last to hold,
                    `retention-not-over` with the day `erasableFrom`, `not-independent` for one person
                    twice, and `erased` for whatever comes afterwards.""")
    @BodyExample(name = "dana", summary = "Of one who left long ago", value = ErasureExamples.ERASURE)
    @PostMapping("/erasure")
    ResponseEntity<Answer> erase(
            @Parameter(example = "dana") @PathVariable @Slug String id,
            @Valid @RequestBody ErasureCommand.Erasure erasure) {
        return desk.give(new Erase(id, erasure, desk.actor()));
    }
}
