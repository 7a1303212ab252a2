package org.ninetyten.query.duties;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A feed of duties for a calendar program.
 *
 * @param unit whose duties it shows; absent for the whole force
 * @param kinds which it shows
 * @param address where it is found on this server, with its secret; told once, when it is made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CalendarView(
        UUID id,
        @Nullable String unit,
        List<DutyKind> kinds,
        Instant createdAt,
        Instant expiresAt,
        @Nullable String address) {

    CalendarView {
        kinds = List.copyOf(kinds);
    }
}
