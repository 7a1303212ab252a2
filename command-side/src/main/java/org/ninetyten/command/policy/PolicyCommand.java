package org.ninetyten.command.policy;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.edge.body.Line;
import org.ninetyten.edge.body.Prose;
import org.ninetyten.events.Subject;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.events.policy.Significance;

/** Orders to a policy; the nested bodies are those of DESIGN 6. */
sealed interface PolicyCommand extends Command {

    String policyId();

    @Override
    default Subject subject() {
        return Subject.POLICY;
    }

    @Override
    default String subjectId() {
        return policyId();
    }

    record DraftPolicy(String policyId, Draft draft) implements PolicyCommand {}

    record RevisePolicy(String policyId, Revision revision) implements PolicyCommand {}

    record PublishPolicyVersion(String policyId, Publication publication) implements PolicyCommand {}

    record ReviewPolicyUnchanged(String policyId, Review review) implements PolicyCommand {}

    /** Given by the system when the day has passed. */
    record NotePolicyReviewMissed(String policyId, int version, LocalDate reviewBy) implements PolicyCommand {}

    record WithdrawPolicy(String policyId, Withdrawal withdrawal) implements PolicyCommand {}

    record Draft(
            @Line String title,
            @NotNull(message = "must be given") PolicyContent content) {}

    record Revision(
            @NotNull(message = "must be given") PolicyContent content,
            @Prose String reason) {}

    /** @param effectiveFrom first day in force; today when left out */
    record Publication(
            @NotNull(message = "must be given") Significance significance,
            @Prose String summaryOfChange,

            @Schema(description = "The first day in force, in Europe/London, past or future; today when left out")
            @Nullable
            LocalDate effectiveFrom,

            @Schema(description = "The day by which someone must have looked at it again, not before effectiveFrom")
            @NotNull(message = "must be given")
            LocalDate reviewBy) {}

    record Review(
            @Schema(description = "The day, in Europe/London, on which someone looked at it again; not in the future")
            @NotNull(message = "must be given")
            LocalDate reviewedOn,

            @Schema(description = "The day by which someone must look at it again, after reviewedOn")
            @NotNull(message = "must be given")
            LocalDate nextReviewBy,

            @Prose String note) {}

    record Withdrawal(@Prose String reason) {}
}
