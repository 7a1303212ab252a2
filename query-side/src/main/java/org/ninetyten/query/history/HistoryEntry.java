package org.ninetyten.query.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened.
 *
 * @param position its place among everything that was ever recorded
 * @param recordedAt when it was recorded
 * @param happenedOn when it happened, by its own date; the day it was recorded where it has none
 * @param kind the event's logical name
 * @param summary one plain sentence
 * @param subject whom and what it concerns
 * @param policyVersion where one applies
 * @param details the event's content
 * @param causationId the command it came from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryEntry(
        long position,
        String eventId,
        Instant recordedAt,
        LocalDate happenedOn,
        String kind,
        String summary,
        Actor actor,
        Subjects subject,
        @Nullable Integer policyVersion,
        @JsonRawValue @Schema(type = "object") String details,
        String correlationId,
        String causationId) {

    public record Actor(String id, String role) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Subjects(
            @Nullable String officerId,
            @Nullable String accountId,
            @Nullable String policyId,
            @Nullable String transgressionId) {}
}
