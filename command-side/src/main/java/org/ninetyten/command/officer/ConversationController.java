package org.ninetyten.command.officer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.desk.BodyExample;
import org.ninetyten.command.desk.CommandDesk;
import org.ninetyten.command.officer.ConversationCommand.AddConversationNote;
import org.ninetyten.command.officer.ConversationCommand.CompleteAgreedAction;
import org.ninetyten.edge.body.Slug;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Conversations: commands", description = "What follows a coaching conversation")
@RestController
@RequestMapping(path = "/api/officers/{id}/conversations/{conversationId}", produces = MediaType.APPLICATION_JSON_VALUE)
class ConversationController {

    private final CommandDesk desk;

    ConversationController(CommandDesk desk) {
        this.desk = desk;
    }

    @Operation(summary = "Tick off an agreed action", description = """
                    SUPERVISOR, or the OFFICER themselves. Each action is completed once. Refuses with `no-such-conversation` and
                    `no-such-action` (404), `date-in-future`, `completed-before-agreed` for a day before the conversation was held, and
                    `id-conflict` where it was ticked off otherwise. A conversation about a case that the officer was not told of is not
                    there for them.""")
    @BodyExample(ConversationExamples.DONE)
    @PostMapping("/actions/{n}/completion")
    ResponseEntity<Answer> complete(
            @Parameter(example = "amina") @PathVariable @Slug String id,
            @Parameter(example = "first-month") @PathVariable @Slug String conversationId,
            @Parameter(description = "Which of the agreed actions, counted from 1", example = "1") @PathVariable int n,
            @Valid @RequestBody ConversationCommand.Done done) {
        return desk.give(new CompleteAgreedAction(id, conversationId, n, done, desk.actor()));
    }

    @Operation(summary = "Add one's own note of a conversation", description = """
                    The OFFICER themselves. It stands beside the summary of whoever held the conversation. What is noted while the case it
                    is about is in reflective practice stays behind that wall: for the officer and the supervisors of their unit alone.
                    Refuses with `no-such-conversation` (404), also for one about a case that the officer was not told of, and with
                    `id-conflict` where the `noteId` stands for another note of that conversation.""")
    @BodyExample(ConversationExamples.NOTE)
    @PostMapping("/notes")
    ResponseEntity<Answer> addNote(
            @Parameter(example = "amina") @PathVariable @Slug String id,
            @Parameter(example = "first-month") @PathVariable @Slug String conversationId,
            @Valid @RequestBody ConversationCommand.OwnNote note) {
        return desk.give(new AddConversationNote(id, conversationId, note, desk.actor()));
    }
}
