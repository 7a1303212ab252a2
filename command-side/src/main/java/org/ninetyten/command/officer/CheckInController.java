package org.ninetyten.command.officer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.desk.BodyExample;
import org.ninetyten.command.desk.CommandDesk;
import org.ninetyten.command.officer.OfficerCommand.RecordCheckIn;
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
class CheckInController {

    private final CommandDesk desk;

    CheckInController(CommandDesk desk) {
        this.desk = desk;
    }

    @Operation(summary = "Record a check-in", description = """
                    SUPERVISOR, who is the one that held it. Everyone who holds or operates an account under a policy is due one
                    every so many days, as the policy version in force has it (`checkInEveryDays`), counted from the latest; one that is not held by
                    the end of its day is recorded as missed, once. Refuses with `no-such-account`, `not-holder-or-operator` where
                    they could not post with the account that day, `date-in-future`, `officer-left`, and `id-conflict` where the
                    `checkInId` stands for another one.""")
    @BodyExample(SupportExamples.CHECK_IN)
    @PostMapping("/check-ins")
    ResponseEntity<Answer> recordCheckIn(
            @Parameter(example = "amina") @PathVariable @Slug String id,
            @Valid @RequestBody OfficerCommand.CheckIn checkIn) {
        return desk.give(new RecordCheckIn(id, checkIn, desk.actor()));
    }
}
