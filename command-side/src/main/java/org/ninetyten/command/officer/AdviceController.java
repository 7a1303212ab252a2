package org.ninetyten.command.officer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.desk.BodyExample;
import org.ninetyten.command.desk.CommandDesk;
import org.ninetyten.command.officer.AdviceCommand.AskAdvice;
import org.ninetyten.command.officer.AdviceCommand.GiveAdvice;
import org.ninetyten.command.officer.AdviceCommand.RecordAdviceOutcome;
import org.ninetyten.edge.body.Slug;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Advice: commands", description = "Asked before posting, answered, and what became of it")
@RestController
@RequestMapping(path = "/api/officers/{id}/advice", produces = MediaType.APPLICATION_JSON_VALUE)
class AdviceController {

    private final CommandDesk desk;

    AdviceController(CommandDesk desk) {
        this.desk = desk;
    }

    @Operation(summary = "Ask for advice before posting", description = """
                    The OFFICER themselves, with the draft as it would be posted. It becomes overdue after 8 working hours (08:00 to 18:00
                    on working days of England and Wales, unless the service is set otherwise). Refuses with `no-such-account`,
                    `not-holder-or-operator` where they cannot post with that account today, and `id-conflict` where the `adviceId` stands
                    for another question.""")
    @BodyExample(AdviceExamples.QUESTION)
    @PostMapping
    ResponseEntity<Answer> ask(
            @Parameter(example = "amina") @PathVariable @Slug String id,
            @Valid @RequestBody AdviceCommand.Question question) {
        return desk.give(new AskAdvice(id, question));
    }

    @Operation(summary = "Answer a question for advice", description = """
                    SUPERVISOR, COMMS, who did not ask it themselves (`not-independent`). Once; also when it is overdue. Refuses with
                    `no-such-advice` (404), and `id-conflict` where it was answered otherwise.""")
    @BodyExample(AdviceExamples.REPLY)
    @PostMapping("/{adviceId}/reply")
    ResponseEntity<Answer> reply(
            @Parameter(example = "amina") @PathVariable @Slug String id,
            @Parameter(example = "open-day") @PathVariable @Slug String adviceId,
            @Valid @RequestBody AdviceCommand.Reply reply) {
        return desk.give(new GiveAdvice(id, adviceId, reply, desk.actor()));
    }

    @Operation(summary = "Record what became of the advice", description = """
                    The OFFICER who asked. Advice that was followed may mitigate a breach (`ADVICE_FOLLOWED`) should that very post be
                    reported. Refuses with `no-such-advice` (404), `advice-not-answered` before there is an answer, and `id-conflict` where
                    something else was recorded.""")
    @BodyExample(AdviceExamples.OUTCOME)
    @PostMapping("/{adviceId}/outcome")
    ResponseEntity<Answer> outcome(
            @Parameter(example = "amina") @PathVariable @Slug String id,
            @Parameter(example = "open-day") @PathVariable @Slug String adviceId,
            @Valid @RequestBody AdviceCommand.Outcome outcome) {
        return desk.give(new RecordAdviceOutcome(id, adviceId, outcome));
    }
}
