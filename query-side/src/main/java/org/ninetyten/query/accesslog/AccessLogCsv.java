package org.ninetyten.query.accesslog;

import java.util.List;
import java.util.stream.Stream;
import org.ninetyten.edge.page.PageCsv;
import org.springframework.stereotype.Component;

/** A page of the access log as CSV for those who ask for {@code text/csv}. */
@Component
class AccessLogCsv extends PageCsv<AccessLogEntry> {

    private static final List<String> COLUMNS = List.of(
            "id",
            "readAt",
            "caller",
            "role",
            "query",
            "subjectKind",
            "subjectId",
            "officerId",
            "filters",
            "purpose",
            "status",
            "correlationId");

    AccessLogCsv() {
        super(AccessLogEntry.class, COLUMNS);
    }

    @Override
    protected List<?> cells(AccessLogEntry entry) {
        return Stream.of(
                        entry.id(),
                        entry.readAt(),
                        entry.caller(),
                        entry.role(),
                        entry.query(),
                        entry.subject().kind(),
                        given(entry.subject().id()),
                        given(entry.subject().officerId()),
                        given(entry.filters()),
                        given(entry.purpose()),
                        entry.status(),
                        entry.correlationId())
                .toList();
    }
}
