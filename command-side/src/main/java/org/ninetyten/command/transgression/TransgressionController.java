package org.ninetyten.command.transgression;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.desk.BodyExample;
import org.ninetyten.command.desk.CommandDesk;
import org.ninetyten.command.transgression.TransgressionCommand.ReportTransgression;
import org.ninetyten.edge.body.Slug;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Transgressions: commands", description = "A post that may be out of bounds, and what became of it")
@RestController
@RequestMapping("/api/transgressions/{id}")
class TransgressionController {

    private final CommandDesk desk;

    TransgressionController(CommandDesk desk) {
        this.desk = desk;
    }

    @Operation(summary = "Report a transgression", description = """
                    SUPERVISOR, COMMS, STANDARDS, or an OFFICER about themselves (`forbidden` about anyone else). Pins what was so when it
                    was posted: the policy version in force, whether it was acknowledged, whether training was valid. Refuses with
                    `no-such-account`, `no-such-officer`, `not-holder-or-operator`, `no-policy-in-force`, `date-in-future`, and
                    `id-conflict` where the id stands for another report.""")
    @BodyExample(TransgressionExamples.REPORT)
    @PutMapping
    ResponseEntity<Answer> report(
            @Parameter(example = "case-1") @PathVariable @Slug String id,
            @Valid @RequestBody TransgressionCommand.Report transgression) {
        return desk.create(new ReportTransgression(id, transgression, desk.actor()), "/api/transgressions/" + id);
    }
}
