package org.ninetyten.command.officer;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.edge.body.Line;
import org.ninetyten.edge.body.Prose;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.events.Subject;

/** Orders to an officer's record; the nested bodies are those of DESIGN 6. */
sealed interface OfficerCommand extends Command {

    String officerId();

    @Override
    default Subject subject() {
        return Subject.OFFICER;
    }

    @Override
    default String subjectId() {
        return officerId();
    }

    record RegisterOfficer(String officerId, Details details) implements OfficerCommand {}

    record ChangeOfficerDetails(String officerId, Details details) implements OfficerCommand {}

    record RecordTraining(String officerId, Training training) implements OfficerCommand {}

    record AcknowledgePolicy(String officerId, Acknowledgement acknowledgement, Actor by) implements OfficerCommand {}

    /** Given by the system when the day has passed. */
    record NoteAcknowledgementMissed(String officerId, String policyId, int version)
            implements OfficerCommand, SystemCommand {}

    record RecordCoachingConversation(String officerId, Conversation conversation, Actor by)
            implements OfficerCommand {}

    /** @param leaving nothing in it, or no body at all, for someone who leaves today */
    record Leave(String officerId, @Nullable Leaving leaving) implements OfficerCommand {}

    record RecordCheckIn(String officerId, CheckIn checkIn, Actor by) implements OfficerCommand {}

    /** @param staff police staff rather than a sworn officer; false when left out */
    record Details(
            @Line String name,
            @Line String collarNumber,
            @Line String unit,

            @Schema(description = "Police staff rather than a sworn officer; false when left out") @Nullable
            Boolean staff) {

        boolean isStaff() {
            return Boolean.TRUE.equals(staff);
        }
    }

    /** @param validUntil last day on which it counts; when left out, the policy says how long */
    record Training(
            @Slug String trainingId,
            @Line String course,

            @Schema(description = "A day in Europe/London, not in the future") @NotNull(message = "must be given")
            LocalDate completedOn,

            @Schema(description = "The last day on which it counts; when left out, the policy says how many months")
            @Nullable
            LocalDate validUntil) {}

    /** @param acknowledgedOn today when left out */
    record Acknowledgement(
            @Slug String policyId,

            @NotNull(message = "must be given") @Positive(message = "must be 1 or more")
            Integer version,

            @Schema(description = "A day in Europe/London, not in the future; today when left out") @Nullable
            LocalDate acknowledgedOn) {}

    record Conversation(
            @Slug String conversationId,

            @Schema(description = "A day in Europe/London, not in the future") @NotNull(message = "must be given")
            LocalDate heldOn,

            @NotNull(message = "must be given") @Size(min = 1, max = 50, message = "must have 1 to 50 entries")
            List<@Line String> topics,

            @Prose String summary,

            @NotNull(message = "must be given") @Size(max = 50, message = "may have at most 50 entries")
            List<@Line String> agreedActions,

            @Nullable @Pattern(regexp = Slug.REGEXP, message = Slug.EXPLANATION)
            String accountId,

            @Nullable @Pattern(regexp = Slug.REGEXP, message = Slug.EXPLANATION)
            String transgressionId) {}

    /** @param leftOn today when left out */
    record Leaving(
            @Schema(
                    description =
                            "Their last day with the force, in Europe/London, not in the future; today when left out")
            @Nullable
            LocalDate leftOn) {}

    record CheckIn(
            @Slug String checkInId,

            @Schema(description = "A day in Europe/London, not in the future") @NotNull(message = "must be given")
            LocalDate heldOn,

            @Prose String note,

            @Nullable @Pattern(regexp = Slug.REGEXP, message = Slug.EXPLANATION)
            String accountId) {}
}
