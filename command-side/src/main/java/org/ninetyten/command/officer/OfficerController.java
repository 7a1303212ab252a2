package org.ninetyten.command.officer;

import jakarta.validation.Valid;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.desk.CommandDesk;
import org.ninetyten.command.officer.OfficerCommand.AcknowledgePolicy;
import org.ninetyten.command.officer.OfficerCommand.ChangeOfficerDetails;
import org.ninetyten.command.officer.OfficerCommand.RecordCoachingConversation;
import org.ninetyten.command.officer.OfficerCommand.RecordTraining;
import org.ninetyten.command.officer.OfficerCommand.RegisterOfficer;
import org.ninetyten.edge.body.Slug;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/officers/{id}")
class OfficerController {

    private final CommandDesk desk;

    OfficerController(CommandDesk desk) {
        this.desk = desk;
    }

    @PutMapping
    ResponseEntity<Answer> register(@PathVariable @Slug String id, @Valid @RequestBody OfficerCommand.Details officer) {
        return desk.create(new RegisterOfficer(id, officer), "/api/officers/" + id);
    }

    @PostMapping("/details")
    ResponseEntity<Answer> changeDetails(
            @PathVariable @Slug String id, @Valid @RequestBody OfficerCommand.Details officer) {
        return desk.give(new ChangeOfficerDetails(id, officer));
    }

    @PostMapping("/training")
    ResponseEntity<Answer> recordTraining(
            @PathVariable @Slug String id, @Valid @RequestBody OfficerCommand.Training training) {
        return desk.give(new RecordTraining(id, training));
    }

    @PostMapping("/acknowledgements")
    ResponseEntity<Answer> acknowledge(
            @PathVariable @Slug String id, @Valid @RequestBody OfficerCommand.Acknowledgement acknowledgement) {
        return desk.give(new AcknowledgePolicy(id, acknowledgement, desk.actor()));
    }

    @PostMapping("/conversations")
    ResponseEntity<Answer> recordConversation(
            @PathVariable @Slug String id, @Valid @RequestBody OfficerCommand.Conversation conversation) {
        return desk.give(new RecordCoachingConversation(id, conversation, desk.actor()));
    }
}
