package org.ninetyten.command.transgression;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.edge.body.Prose;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.events.Subject;
import org.ninetyten.events.policy.Category;

/** Orders to a transgression; the nested bodies are those of DESIGN 6. */
sealed interface TransgressionCommand extends Command {

    String transgressionId();

    @Override
    default Subject subject() {
        return Subject.TRANSGRESSION;
    }

    @Override
    default String subjectId() {
        return transgressionId();
    }

    record ReportTransgression(String transgressionId, Report report, Actor by) implements TransgressionCommand {}

    /** @param reportedBy who brought it up, where that is not the caller */
    record Report(
            @Slug String accountId,
            @Slug String officerId,

            @Schema(description = "An instant, not in the future; its day is taken in Europe/London")
            @NotNull(message = "must be given")
            Instant postedAt,

            @NotNull(message = "must be given") @Valid ReportedPost post,
            @NotNull(message = "must be given") Category category,
            @Prose String description,

            @Schema(description = "Who brought it up, where that is not the caller")
            @Nullable
            @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
            String reportedBy) {}

    record ReportedPost(
            @Schema(description = "The post as it stood; kept with the SHA-256 of its UTF-8 bytes") @Prose
            String text,

            @Nullable @Size(min = 1, max = 2_000, message = "must have 1 to 2,000 characters")
            String url) {}
}
