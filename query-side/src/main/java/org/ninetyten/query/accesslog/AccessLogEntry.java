package org.ninetyten.query.accesslog;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One read, answered or refused. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccessLogEntry(
        long id,
        Instant readAt,
        String caller,

        @Schema(description = "In which role it was read; all that the caller has, where it was refused to them.")
        String role,

        @Schema(description = "Method and path, with {id} for the subject's")
        String query,

        Subject subject,

        @Schema(description = "What was asked for beside the path, as it was sent; for auditors alone") @Nullable
        String filters,

        @Schema(description = "Why, as the caller said in X-Purpose; for auditors alone") @Nullable
        String purpose,

        @Schema(description = "What the read was answered with")
        int status,

        String correlationId) {

    /** @param officerId whom it concerned when it was read: an officer themselves, or the officer of a case */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Subject(
            String kind, @Nullable String id, @Nullable String officerId) {}

    /** What a reader wrote for themselves and for auditors may tell of what the officer is not to know yet. */
    AccessLogEntry forTheOfficer() {
        return new AccessLogEntry(id, readAt, caller, role, query, subject, null, null, status, correlationId);
    }
}
