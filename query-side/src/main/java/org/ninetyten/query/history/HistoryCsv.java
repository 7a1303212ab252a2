package org.ninetyten.query.history;

import java.util.List;
import java.util.stream.Stream;
import org.ninetyten.edge.page.PageCsv;
import org.springframework.stereotype.Component;

/** A page of a history as CSV for those who ask for {@code text/csv}. */
@Component
class HistoryCsv extends PageCsv<HistoryEntry> {

    private static final List<String> COLUMNS = List.of(
            "position",
            "eventId",
            "recordedAt",
            "happenedOn",
            "kind",
            "summary",
            "actorId",
            "actorRole",
            "officerId",
            "accountId",
            "policyId",
            "transgressionId",
            "policyVersion",
            "correlationId",
            "causationId",
            "details");

    HistoryCsv() {
        super(HistoryEntry.class, COLUMNS);
    }

    @Override
    protected List<?> cells(HistoryEntry entry) {
        return Stream.of(
                        entry.position(),
                        entry.eventId(),
                        entry.recordedAt(),
                        entry.happenedOn(),
                        entry.kind(),
                        entry.summary(),
                        entry.actor().id(),
                        entry.actor().role(),
                        given(entry.subject().officerId()),
                        given(entry.subject().accountId()),
                        given(entry.subject().policyId()),
                        given(entry.subject().transgressionId()),
                        given(entry.policyVersion()),
                        entry.correlationId(),
                        entry.causationId(),
                        entry.details())
                .toList();
    }
}
