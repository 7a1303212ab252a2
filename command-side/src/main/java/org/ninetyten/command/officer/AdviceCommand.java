package org.ninetyten.command.officer;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.edge.body.Prose;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.events.Subject;
import org.ninetyten.events.officer.AdviceDecision;

/** Advice before posting: asked, given, and what became of it; with the bodies of DESIGN 6. */
sealed interface AdviceCommand extends Command {

    String officerId();

    String adviceId();

    @Override
    default Subject subject() {
        return Subject.OFFICER;
    }

    @Override
    default String subjectId() {
        return officerId();
    }

    record AskAdvice(String officerId, Question question) implements AdviceCommand {

        @Override
        public String adviceId() {
            return question.adviceId();
        }
    }

    record GiveAdvice(String officerId, String adviceId, Reply reply, Actor by) implements AdviceCommand {}

    record RecordAdviceOutcome(String officerId, String adviceId, Outcome outcome) implements AdviceCommand {}

    record Question(
            @Slug String adviceId,

            @Schema(description = "The account it is to be posted with") @Slug
            String accountId,

            @Schema(description = "What is to be posted, as it would stand there") @Prose
            String draft,

            @Prose String question) {}

    record Reply(
            @NotNull(message = "must be given") AdviceDecision decision,
            @Prose String why) {}

    record Outcome(
            @Schema(description = "Whether what came of it is what was advised") @NotNull(message = "must be given")
            Boolean followed) {}
}
