package org.ninetyten.command.officer;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.edge.body.Prose;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.events.Subject;

/** What follows a coaching conversation, with the bodies of those commands. */
sealed interface ConversationCommand extends Command {

    String officerId();

    String conversationId();

    Actor by();

    @Override
    default Subject subject() {
        return Subject.OFFICER;
    }

    @Override
    default String subjectId() {
        return officerId();
    }

    /** @param action which of the conversation's agreed actions, counted from 1 */
    record CompleteAgreedAction(String officerId, String conversationId, int action, Done done, Actor by)
            implements ConversationCommand {}

    record AddConversationNote(String officerId, String conversationId, OwnNote note, Actor by)
            implements ConversationCommand {}

    record Done(
            @Schema(description = "A day in Europe/London, not in the future and not before the conversation was held")
            @NotNull(message = "must be given")
            LocalDate completedOn,

            @Nullable @Size(min = 1, max = 20_000, message = "must have 1 to 20,000 characters")
            String note) {}

    record OwnNote(@Slug String noteId, @Prose String note) {}
}
