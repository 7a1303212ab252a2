package org.ninetyten.command.bulkimport;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.page.PageCsv;
import org.ninetyten.edge.refusal.Violation;
import org.springframework.stereotype.Component;

/** A page of an import's lines as CSV for those who ask for {@code text/csv}. */
@Component
class ImportedLinesCsv extends PageCsv<ImportedLine> {

    private static final List<String> COLUMNS = List.of("line", "id", "state", "code", "detail", "violations");

    ImportedLinesCsv() {
        super(ImportedLine.class, COLUMNS);
    }

    @Override
    protected List<?> cells(ImportedLine line) {
        return Stream.of(
                        line.line(),
                        given(line.id()),
                        line.state(),
                        given(line.code()),
                        given(line.detail()),
                        said(line.violations()))
                .toList();
    }

    /** By column, without the slash that makes its name a JSON pointer. */
    private static String said(@Nullable List<Violation> violations) {
        return violations == null
                ? ""
                : violations.stream()
                        .map(violation ->
                                String.valueOf(violation.pointer()).replaceFirst("^/", "") + " " + violation.message())
                        .collect(Collectors.joining("; "));
    }
}
