package org.ninetyten.edge.accesslog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the access log to be.
 *
 * @param query method and path as the access table has it
 * @param filters the query string as it was sent
 */
record Read(
        Instant at,
        String caller,
        String role,
        String query,
        String subjectKind,
        @Nullable String subjectId,
        @Nullable String filters,
        @Nullable String purpose,
        int status,
        String correlationId) {}
