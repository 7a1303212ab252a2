package org.ninetyten.command.officer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.desk.BodyExample;
import org.ninetyten.command.desk.CommandDesk;
import org.ninetyten.command.officer.OfficerCommand.AcknowledgePolicy;
import org.ninetyten.command.officer.OfficerCommand.ChangeOfficerDetails;
import org.ninetyten.command.officer.OfficerCommand.RecordCoachingConversation;
import org.ninetyten.command.officer.OfficerCommand.RecordTraining;
import org.ninetyten.command.officer.OfficerCommand.RegisterOfficer;
import org.ninetyten.edge.body.Slug;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(
        name = "Officers: commands",
        description = "Who posts: their details, training, acknowledgements and the support they get")
@RestController
@RequestMapping(path = "/api/officers/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class OfficerController {

    private final CommandDesk desk;

    OfficerController(CommandDesk desk) {
        this.desk = desk;
    }

    @Operation(summary = "Register an officer", description = """
                    COMMS. The id is yours to choose; the same again is answered as the first time, also of someone who has left: whoever comes
                    back is registered under another id.
                    Refuses with `id-conflict` where the id already stands for someone else.""")
    @BodyExample(OfficerExamples.REGISTER)
    @BodyExample(name = "ben", summary = "One who will operate an account", value = OfficerExamples.REGISTER_OPERATOR)
    @BodyExample(name = "dana", summary = "One who left long ago", value = ErasureExamples.REGISTER_LEAVER)
    @PutMapping
    ResponseEntity<Answer> register(
            @Parameter(example = "amina") @PathVariable @Slug String id,
            @Valid @RequestBody OfficerCommand.Details officer) {
        return desk.create(new RegisterOfficer(id, officer), "/api/officers/" + id);
    }

    @Operation(summary = "Change an officer's details", description = """
                    COMMS. The details are replaced as a whole.""")
    @BodyExample(OfficerExamples.CHANGE_DETAILS)
    @PostMapping("/details")
    ResponseEntity<Answer> changeDetails(
            @Parameter(example = "amina") @PathVariable @Slug String id,
            @Valid @RequestBody OfficerCommand.Details officer) {
        return desk.give(new ChangeOfficerDetails(id, officer));
    }

    @Operation(summary = "Record a training", description = """
                    COMMS. When the last one that counts has run out, that is recorded as a lapse, once. Refuses with `date-in-future` for
                    a training not completed yet, `officer-left`, and with `id-conflict` where the
                    `trainingId` stands for another one.""")
    @BodyExample(OfficerExamples.TRAINING)
    @BodyExample(name = "ben", summary = "Of one who will operate an account", value = OfficerExamples.TRAINING)
    @PostMapping("/training")
    ResponseEntity<Answer> recordTraining(
            @Parameter(example = "amina") @PathVariable @Slug String id,
            @Valid @RequestBody OfficerCommand.Training training) {
        return desk.give(new RecordTraining(id, training));
    }

    @Operation(summary = "Acknowledge a policy version", description = """
                    The OFFICER themselves; or COMMS, for an acknowledgement signed on paper. Refuses with
                    `no-such-policy-version`, `date-in-future`, `officer-left`, `acknowledged-before-version` for a day before the version was published
                    or in force, whichever was first, and `id-conflict` where that version was acknowledged on another day. What was
                    missed stays recorded, also where it is acknowledged later with an earlier day.""")
    @BodyExample(OfficerExamples.ACKNOWLEDGE)
    @BodyExample(name = "ben", summary = "On paper, recorded by COMMS", value = OfficerExamples.ACKNOWLEDGE)
    @PostMapping("/acknowledgements")
    ResponseEntity<Answer> acknowledge(
            @Parameter(example = "amina") @PathVariable @Slug String id,
            @Valid @RequestBody OfficerCommand.Acknowledgement acknowledgement) {
        return desk.give(new AcknowledgePolicy(id, acknowledgement, desk.actor()));
    }

    @Operation(summary = "Record a coaching conversation", description = """
                    SUPERVISOR, who is the one that held it. Refuses with `no-such-account` and `no-such-transgression` for what it
                    is linked to, `transgression-of-another-officer` where that case is about someone else of your unit,
                    `date-in-future`, and `id-conflict` where the `conversationId` stands for another one.""")
    @BodyExample(OfficerExamples.CONVERSATION)
    @PostMapping("/conversations")
    ResponseEntity<Answer> recordConversation(
            @Parameter(example = "amina") @PathVariable @Slug String id,
            @Valid @RequestBody OfficerCommand.Conversation conversation) {
        return desk.give(new RecordCoachingConversation(id, conversation, desk.actor()));
    }
}
