package org.ninetyten.query.officers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
