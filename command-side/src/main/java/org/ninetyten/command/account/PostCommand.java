package org.ninetyten.command.account;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.edge.body.Line;
import org.ninetyten.edge.body.Prose;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.events.Subject;

/** What was found in an account's posts, the good ones first; with the bodies of DESIGN 6. */
sealed interface PostCommand extends Command {

    String accountId();

    @Override
    default Subject subject() {
        return Subject.ACCOUNT;
    }

    @Override
    default String subjectId() {
        return accountId();
    }

    record CommendPost(String accountId, Commendation commendation) implements PostCommand {}

    record SamplePosts(String accountId, DipSample sample) implements PostCommand {}

    record Commendation(
            @Slug String commendationId,

            @Schema(description = "An instant, not in the future; its day is taken in Europe/London")
            @NotNull(message = "must be given")
            Instant postedAt,

            @Schema(description = "What was good about it") @Prose
            String why,

            @Nullable @Size(min = 1, max = 2_000, message = "must have 1 to 2,000 characters")
            String postUrl) {}

    record DipSample(
            @Slug String sampleId,

            @Schema(description = "A day in Europe/London, not in the future") @NotNull(message = "must be given")
            LocalDate sampledOn,

            @Schema(description = "How many posts were read")
            @NotNull(message = "must be given")
            @Min(value = 1, message = "must be 1 or more")
            @Max(value = 100_000, message = "may be at most 100,000")
            Integer sampled,

            @Schema(description = "How many of them were fine")
            @NotNull(message = "must be given")
            @Min(value = 0, message = "must be 0 or more")
            Integer good,

            @Schema(description = "What was found in the others, a line each; may be fewer than there are others")
            @NotNull(message = "must be given")
            @Size(max = 500, message = "may have at most 500 entries")
            List<@Line String> concerns) {}
}
