package org.ninetyten.query.officers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.query.projection.Lists;

/**
 * An officer as they stand now.
 *
 * @param version how many events they have; the {@code ETag}
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
        List<Acknowledgement> acknowledgements,
        List<Conversation> conversations) {

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
                acknowledgements,
                conversations);
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
                acknowledgements,
                conversations);
    }

    OfficerView with(Training added) {
        return developed(Lists.with(training, added), acknowledgements, conversations);
    }

    OfficerView with(Acknowledgement added) {
        return developed(training, Lists.with(acknowledgements, added), conversations);
    }

    OfficerView with(Conversation added) {
        return developed(training, acknowledgements, Lists.with(conversations, added));
    }

    private OfficerView developed(List<Training> done, List<Acknowledgement> acknowledged, List<Conversation> held) {
        return new OfficerView(id, version, name, collarNumber, unit, staff, registeredAt, done, acknowledged, held);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Training(
            String trainingId,
            String course,
            LocalDate completedOn,
            @Nullable LocalDate validUntil,
            Instant recordedAt) {}

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
