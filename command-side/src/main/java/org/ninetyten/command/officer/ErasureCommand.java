package org.ninetyten.command.officer;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.edge.body.Prose;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.events.Subject;

/** Orders about keeping and forgetting what is told about an officer. */
sealed interface ErasureCommand extends Command {

    String officerId();

    @Override
    default Subject subject() {
        return Subject.OFFICER;
    }

    @Override
    default String subjectId() {
        return officerId();
    }

    record PlaceLegalHold(String officerId, String holdId, String reason) implements ErasureCommand {}

    record LiftLegalHold(String officerId, String holdId, String reason) implements ErasureCommand {}

    /** Proposes it, or carries out what another proposed. */
    record Erase(String officerId, Erasure erasure, Actor by) implements ErasureCommand {}

    record LegalHold(@Slug String holdId, @Prose String reason) {}

    record Lifting(@Prose String reason) {}

    record Erasure(
            @Schema(description = "Of your choice; whoever confirms gives the same one, or none")
            @Nullable
            @Pattern(regexp = Slug.REGEXP, message = Slug.EXPLANATION)
            String erasureId,

            @Prose String reason) {}
}
