package org.ninetyten.command.transgression;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.desk.BodyExample;
import org.ninetyten.command.desk.CommandDesk;
import org.ninetyten.command.transgression.TransgressionCommand.AnswerNotice;
import org.ninetyten.command.transgression.TransgressionCommand.AssessTransgression;
import org.ninetyten.command.transgression.TransgressionCommand.CloseTransgression;
import org.ninetyten.command.transgression.TransgressionCommand.CompleteResponse;
import org.ninetyten.command.transgression.TransgressionCommand.DecideReview;
import org.ninetyten.command.transgression.TransgressionCommand.NotifyOfficer;
import org.ninetyten.command.transgression.TransgressionCommand.ReopenTransgression;
import org.ninetyten.command.transgression.TransgressionCommand.ReportTransgression;
import org.ninetyten.command.transgression.TransgressionCommand.RequestReview;
import org.ninetyten.command.transgression.TransgressionCommand.WithdrawTransgression;
import org.ninetyten.edge.body.Slug;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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

    @PostMapping("/assessment")
    ResponseEntity<Answer> assess(
            @PathVariable @Slug String id, @Valid @RequestBody TransgressionCommand.Assessment body) {
        return desk.give(new AssessTransgression(id, body, desk.actor()));
    }

    @PostMapping("/notice")
    ResponseEntity<Answer> notifyOfficer(
            @PathVariable @Slug String id, @Valid @RequestBody TransgressionCommand.Notice body) {
        return desk.give(new NotifyOfficer(id, body));
    }

    @PostMapping("/answer")
    ResponseEntity<Answer> answer(
            @PathVariable @Slug String id, @Valid @RequestBody TransgressionCommand.OfficersAnswer body) {
        return desk.give(new AnswerNotice(id, body, desk.actor()));
    }

    @PostMapping("/completion")
    ResponseEntity<Answer> complete(
            @PathVariable @Slug String id, @Valid @RequestBody TransgressionCommand.Completion body) {
        return desk.give(new CompleteResponse(id, body));
    }

    @PostMapping("/review-request")
    ResponseEntity<Answer> requestReview(
            @PathVariable @Slug String id, @Valid @RequestBody TransgressionCommand.Reason body) {
        return desk.give(new RequestReview(id, body, desk.actor()));
    }

    @PostMapping("/review-decision")
    ResponseEntity<Answer> decideReview(
            @PathVariable @Slug String id, @Valid @RequestBody TransgressionCommand.ReviewDecision body) {
        return desk.give(new DecideReview(id, body, desk.actor()));
    }

    @PostMapping("/closure")
    ResponseEntity<Answer> close(@PathVariable @Slug String id, @Valid @RequestBody TransgressionCommand.Note body) {
        return desk.give(new CloseTransgression(id, body));
    }

    @PostMapping("/withdrawal")
    ResponseEntity<Answer> withdraw(
            @PathVariable @Slug String id, @Valid @RequestBody TransgressionCommand.Reason body) {
        return desk.give(new WithdrawTransgression(id, body));
    }

    @PostMapping("/reopening")
    ResponseEntity<Answer> reopen(@PathVariable @Slug String id, @Valid @RequestBody TransgressionCommand.Reason body) {
        return desk.give(new ReopenTransgression(id, body, desk.actor()));
    }
}
