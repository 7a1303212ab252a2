package org.ninetyten.query.officers;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ninetyten.query.projection.Lists;

/**
 * An officer as they stand now.
 *
 * @param version how many events they have; the {@code ETag}
 * @param support fields of their own beside the others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfficerView(
        String id,
        long version,
        String name,
        String collarNumber,
        String unit,
        boolean staff,
        Instant registeredAt,
        List<Training> training,
        List<Requirement> acknowledgementsRequired,
        List<Acknowledgement> acknowledgements,
        List<Conversation> conversations,
        @JsonUnwrapped OfficerSupport support) {

    OfficerView at(long newVersion) {
        return new OfficerView(
                id,
                newVersion,
                name,
                collarNumber,
                unit,
                staff,
                registeredAt,
                training,
                acknowledgementsRequired,
                acknowledgements,
                conversations,
                support);
    }

    OfficerView detailed(String newName, String newCollarNumber, String newUnit, boolean isStaff) {
        return new OfficerView(
                id,
                version,
                newName,
                newCollarNumber,
                newUnit,
                isStaff,
                registeredAt,
                training,
                acknowledgementsRequired,
                acknowledgements,
                conversations,
                support);
    }

    OfficerView with(Training added) {
        return developed(Lists.with(training, added), acknowledgementsRequired, acknowledgements, conversations)
                .with(support.trained(added.validUntil()));
    }

    OfficerView lapsed(String trainingId, LocalDate until) {
        List<Training> done = training.stream()
                .map(one -> one.trainingId().equals(trainingId) ? one.thatLapsed() : one)
                .toList();
        return developed(done, acknowledgementsRequired, acknowledgements, conversations)
                .with(support.lapsed(until));
    }

    OfficerView with(OfficerSupport changed) {
        return new OfficerView(
                id,
                version,
                name,
                collarNumber,
                unit,
                staff,
                registeredAt,
                training,
                acknowledgementsRequired,
                acknowledgements,
                conversations,
                changed);
    }

    OfficerView with(Requirement added) {
        return developed(training, Lists.with(acknowledgementsRequired, added), acknowledgements, conversations);
    }

    /** An acknowledgement meets what was required of that version and of older ones. */
    OfficerView with(Acknowledgement added) {
        List<Requirement> required =
                acknowledgementsRequired.stream().map(one -> one.metBy(added)).toList();
        return developed(training, required, Lists.with(acknowledgements, added), conversations);
    }

    OfficerView with(Conversation added) {
        return developed(training, acknowledgementsRequired, acknowledgements, Lists.with(conversations, added));
    }

    OfficerView missed(String policyId, int ofVersion) {
        List<Requirement> required = acknowledgementsRequired.stream()
                .map(one -> one.isOf(policyId) && one.version() == ofVersion ? one.thatWasMissed() : one)
                .toList();
        return developed(training, required, acknowledgements, conversations);
    }

    /** As it shows to the officer: without conversations held because of a case of which they were not told yet. */
    OfficerView toldOnlyOf(Set<String> transgressionIds) {
        List<Conversation> shown = conversations.stream()
                .filter(one -> one.transgressionId() == null || transgressionIds.contains(one.transgressionId()))
                .toList();
        return developed(training, acknowledgementsRequired, acknowledgements, shown);
    }

    private OfficerView developed(
            List<Training> done,
            List<Requirement> required,
            List<Acknowledgement> acknowledged,
            List<Conversation> held) {
        return new OfficerView(
                id,
                version,
                name,
                collarNumber,
                unit,
                staff,
                registeredAt,
                done,
                required,
                acknowledged,
                held,
                support);
    }

    /**
     * A version that had to be acknowledged.
     *
     * @param dueBy the last day for it
     * @param acknowledgedOn when that version or a later one was; absent while it is not
     * @param missed whether the day passed without
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Requirement(
            String policyId,
            int version,
            LocalDate dueBy,
            @Nullable LocalDate acknowledgedOn,
            boolean missed) {

        boolean isOf(String policy) {
            return policyId.equals(policy);
        }

        Requirement thatWasMissed() {
            return new Requirement(policyId, version, dueBy, acknowledgedOn, true);
        }

        Requirement metBy(Acknowledgement acknowledgement) {
            boolean meets =
                    acknowledgedOn == null && isOf(acknowledgement.policyId()) && acknowledgement.version() >= version;
            return meets ? new Requirement(policyId, version, dueBy, acknowledgement.acknowledgedOn(), missed) : this;
        }
    }

    /**
     * @param validUntil the last day on which it counts; absent where the policy says how long
     * @param lapsed whether it ran out with no other to follow it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Training(
            String trainingId,
            String course,
            LocalDate completedOn,
            @Nullable LocalDate validUntil,
            Instant recordedAt,
            boolean lapsed) {

        Training thatLapsed() {
            return new Training(trainingId, course, completedOn, validUntil, recordedAt, true);
        }
    }

    /** @param recordedBy who recorded it; not the officer themselves where it was signed on paper */
    public record Acknowledgement(
            String policyId,
            int version,
            LocalDate acknowledgedOn,
            boolean onPaper,
            String recordedBy,
            Instant recordedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Conversation(
            String conversationId,
            LocalDate heldOn,
            String heldBy,
            List<String> topics,
            String summary,
            List<String> agreedActions,
            @Nullable String accountId,
            @Nullable String transgressionId,
            Instant recordedAt) {}
}
