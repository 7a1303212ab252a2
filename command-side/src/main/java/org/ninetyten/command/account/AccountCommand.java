package org.ninetyten.command.account;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.edge.body.Line;
import org.ninetyten.edge.body.Prose;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.events.Subject;

/** Orders to an account; the nested bodies are those of DESIGN 6. */
sealed interface AccountCommand extends Command {

    String accountId();

    @Override
    default Subject subject() {
        return Subject.ACCOUNT;
    }

    @Override
    default String subjectId() {
        return accountId();
    }

    record RequestAccount(String accountId, Account account, Actor by) implements AccountCommand {

        @Override
        public String aboutOfficer() {
            return account.holderId();
        }
    }

    record AuthoriseAccount(String accountId) implements AccountCommand {}

    record RefuseAccount(String accountId, Reason refusal) implements AccountCommand {}

    record SuspendAccount(String accountId, Suspension suspension) implements AccountCommand {}

    record ReinstateAccount(String accountId, Reason reinstatement) implements AccountCommand {}

    record CloseAccount(String accountId, Reason closure) implements AccountCommand {}

    record AddOperator(String accountId, Operator operator) implements AccountCommand {}

    record RemoveOperator(String accountId, String officerId) implements AccountCommand {}

    record ChangePurpose(String accountId, Purpose purpose) implements AccountCommand {}

    record TransferAccount(String accountId, Transfer transfer) implements AccountCommand {}

    record ReviewAccount(String accountId, Review review) implements AccountCommand {}

    /** @param openedOn the day it is first used; today when left out */
    record Account(
            @Line String platform,

            @Schema(description = "As it is written on the platform; letter case and a leading @ make no difference")
            @Line
            String handle,

            @Prose String purpose,
            @Line String audience,

            @Schema(description = "The officer who answers for it") @Slug
            String holderId,

            @Schema(description = "The policy it is held to") @Slug
            String policyId,

            @Schema(description = "The day it was first used, in Europe/London, not in the future; today when left out")
            @Nullable
            LocalDate openedOn) {}

    record Reason(@Prose String reason) {}

    /** The body of a command that has nothing to say beyond its path. */
    record Nothing() {}

    /** @param until last day; open-ended when left out */
    record Suspension(
            @Prose String reason,

            @Schema(description = "The last day of the suspension, in Europe/London; open-ended when left out")
            @Nullable
            LocalDate until) {}

    /** @param from the first day on which they may post; today when left out */
    record Operator(
            @Schema(description = "The officer who may post with it") @Slug
            String officerId,

            @Schema(
                    description =
                            "The first day on which they could post, in Europe/London, not in the future; today when left out")
            @Nullable
            LocalDate from) {}

    record Purpose(
            @Prose String purpose,
            @Line String audience,
            @Prose String reason) {}

    record Transfer(
            @Schema(description = "The officer who answers for it from today on") @Slug
            String holderId,

            @Prose String reason) {}

    record Review(
            @Schema(description = "A day in Europe/London, not in the future") @NotNull(message = "must be given")
            LocalDate reviewedOn,

            @Prose String note) {}
}
