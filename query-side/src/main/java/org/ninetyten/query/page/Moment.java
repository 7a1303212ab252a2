package org.ninetyten.query.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.http.UsableTime;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.LondonTime;

/** A point in time in a query: an instant, or a day, which starts at midnight in London. */
public final class Moment {

    private Moment() {}

    /** @throws Refusal {@code invalid} when it is neither */
    public static @Nullable Instant parse(String parameter, @Nullable String text) {
        if (text == null) {
            return null;
        }
        Instant instant;
        try {
            instant = text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(LondonTime.ZONE).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            throw refused(parameter, "must be an instant such as 2026-03-01T09:30:00Z or a day such as 2026-03-01");
        }
        if (!UsableTime.isUsable(instant)) {
            throw refused(parameter, UsableTime.YEARS);
        }
        return instant;
    }

    private static Refusal refused(String parameter, String wanted) {
        return Refusal.invalid(
                "invalid",
                "The parameter %s is not a point in time.".formatted(parameter),
                Violation.ofParameter(parameter, wanted));
    }
}
