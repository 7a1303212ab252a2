package org.ninetyten.command.officer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.desk.BodyExample;
import org.ninetyten.command.desk.CommandDesk;
import org.ninetyten.command.officer.OfficerCommand.Leave;
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
class LeavingController {

    private final CommandDesk desk;

    LeavingController(CommandDesk desk) {
        this.desk = desk;
    }

    @Operation(summary = "Record that an officer has left", description = """
                    COMMS. Within moments they operate no account any more, and those that they held are flagged as having no holder, until
                    each is transferred or closed. From then on they are given no training, check-in or acknowledgement, and hold or
                    operate nothing (`officer-left`); their cases go on, conversations about them are held, and their details can be
                    put right. Whoever comes back is registered anew, under another id. Refuses with `date-in-future`, and
                    `id-conflict` where they left on another day. There need be no body.""")
    @BodyExample(SupportExamples.LEAVING)
    @BodyExample(name = "dana", summary = "Long ago", value = ErasureExamples.LEFT_LONG_AGO)
    @PostMapping("/leaving")
    ResponseEntity<Answer> leave(
            @Parameter(example = "amina") @PathVariable @Slug String id,
            @Valid @RequestBody(required = false) OfficerCommand.@Nullable Leaving leaving) {
        return desk.give(new Leave(id, leaving));
    }
}
