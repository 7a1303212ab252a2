package org.ninetyten.command.transgression;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.Subject;
import org.ninetyten.events.stored.RecordedEvent;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionClosed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReopened;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionWithdrawn;
import org.springframework.stereotype.Component;

/** When the cases about an officer came to their end. */
@Component
public class EndsOfCases {

    private final Cases cases;
    private final Streams streams;

    EndsOfCases(Cases cases, Streams streams) {
        this.cases = cases;
        this.streams = streams;
    }

    /** @param endedOn the day in London on which it was closed or withdrawn; absent while it is open */
    public record CaseEnd(String transgressionId, @Nullable LocalDate endedOn) {}

    public List<CaseEnd> of(String officerId) {
        return cases.of(officerId).stream()
                .flatMap(id ->
                        streams.fold(Subject.TRANSGRESSION, id, CaseEnd.class, events -> fold(id, events)).stream())
                .toList();
    }

    private static CaseEnd fold(String id, List<RecordedEvent> events) {
        LocalDate endedOn = null;
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof TransgressionClosed || recorded.event() instanceof TransgressionWithdrawn) {
                endedOn = LondonTime.dayOf(recorded.recordedAt());
            } else if (recorded.event() instanceof TransgressionReopened) {
                endedOn = null;
            }
        }
        return new CaseEnd(id, endedOn);
    }
}
