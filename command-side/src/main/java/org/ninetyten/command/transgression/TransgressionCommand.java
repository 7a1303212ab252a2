package org.ninetyten.command.transgression;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.edge.body.Line;
import org.ninetyten.edge.body.Prose;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.events.Subject;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Harm;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Mitigation;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.transgression.SampledConcern;

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

    record ReportTransgression(String transgressionId, Report report, Actor by) implements TransgressionCommand {

        @Override
        public String aboutOfficer() {
            return report.officerId();
        }
    }

    record AssessTransgression(String transgressionId, Assessment assessment, Actor by)
            implements TransgressionCommand {}

    record NotifyOfficer(String transgressionId, Notice notice) implements TransgressionCommand {}

    record AnswerNotice(String transgressionId, OfficersAnswer answer, Actor by) implements TransgressionCommand {}

    record CompleteResponse(String transgressionId, Completion completion) implements TransgressionCommand {}

    record RequestReview(String transgressionId, Reason reviewRequest, Actor by) implements TransgressionCommand {}

    record DecideReview(String transgressionId, ReviewDecision decision, Actor by) implements TransgressionCommand {}

    record CloseTransgression(String transgressionId, Note closure) implements TransgressionCommand {}

    record WithdrawTransgression(String transgressionId, Reason withdrawal) implements TransgressionCommand {}

    record ReopenTransgression(String transgressionId, Reason reopening, Actor by) implements TransgressionCommand {}

    record RestrictTransgression(String transgressionId, Restriction restriction, Actor by)
            implements TransgressionCommand {}

    /** Given by the system when the day has passed. */
    record NoteNoticeOverdue(String transgressionId, LocalDate noticeBy) implements TransgressionCommand {}

    /** Given by the system when the day has passed. */
    record NoteAnswerWindowLapsed(String transgressionId, LocalDate answerBy) implements TransgressionCommand {}

    /**
     * @param clauseIds clauses of the version in force when posted; where there was a breach, at least one
     * @param intent where there was a breach, as harm and response
     * @param mitigations those that a person judges; those that follow from pinned facts the system applies itself
     * @param rationale where the response is another than the ladder's recommendation
     * @param adviceId the advice on this very post that was followed, where ADVICE_FOLLOWED is claimed
     */
    record Assessment(
            @NotNull(message = "must be given") Boolean breach,

            @NotNull(message = "must be given") @Size(max = 500, message = "may have at most 500 entries")
            List<@Slug String> clauseIds,

            @Nullable Intent intent,
            @Nullable Harm harm,
            @NotNull(message = "must be given") List<@NotNull(message = "must be given") Mitigation> mitigations,
            @Nullable Response response,

            @Nullable @Size(min = 1, max = 20_000, message = "must have 1 to 20,000 characters")
            String rationale,

            @Prose String explanation,

            @Schema(
                    description = "With ADVICE_FOLLOWED: the advice on this very post; looked for by the similarity of"
                            + " its draft when left out")
            @Nullable
            @Pattern(regexp = Slug.REGEXP, message = Slug.EXPLANATION)
            String adviceId) {}

    record Notice(
            @NotNull(message = "must be given") @Size(min = 1, max = 500, message = "must have 1 to 500 entries")
            List<@Slug String> clauseIds,

            @Prose String why,
            @Prose String whatGoodLooksLike) {}

    record OfficersAnswer(
            @NotNull(message = "must be given") Boolean accepts,
            @Prose String statement) {}

    /** @param reference what it was completed by: the conversation, the training, the misconduct case */
    record Completion(
            @NotNull(message = "must be given") LocalDate completedOn,
            @Prose String note,

            @Nullable @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
            String reference) {}

    /** @param response where the review replaces the response */
    record ReviewDecision(
            @NotNull(message = "must be given") Boolean upheld,
            @Nullable Response response,
            @Prose String reason) {}

    /** @param allowed none, where it is no longer restricted */
    record Restriction(
            @NotNull(message = "must be given") Boolean restricted,

            @ArraySchema(
                    schema = @Schema(description = "The id of a caller who may see it and act on it"),
                    arraySchema =
                            @Schema(
                                    description =
                                            "The whole list, beside whoever restricts; empty to restrict it no longer"))
            @NotNull(message = "must be given")
            @Size(max = 50, message = "may have at most 50 entries")
            List<@Line String> allowed,

            @Prose String reason) {}

    record Reason(@Prose String reason) {}

    record Note(@Prose String note) {}

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
            String reportedBy,

            @Schema(description = "The concern of a dip sample of the account's posts that it came of") @Nullable @Valid
            FromSample fromSample) {

        @Nullable
        SampledConcern sampledConcern() {
            return fromSample == null ? null : new SampledConcern(fromSample.sampleId(), fromSample.concern());
        }
    }

    record FromSample(
            @Slug String sampleId,

            @Schema(description = "Which of the sample's concerns, counted from 1")
            @NotNull(message = "must be given")
            @Positive(message = "must be 1 or more")
            Integer concern) {}

    record ReportedPost(
            @Schema(description = "The post as it stood; kept with the SHA-256 of its UTF-8 bytes") @Prose
            String text,

            @Nullable @Size(min = 1, max = 2_000, message = "must have 1 to 2,000 characters")
            String url) {}
}
