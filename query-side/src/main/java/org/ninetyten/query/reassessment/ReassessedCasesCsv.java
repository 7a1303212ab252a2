package org.ninetyten.query.reassessment;

import java.util.List;
import java.util.stream.Stream;
import org.ninetyten.edge.page.PageCsv;
import org.springframework.stereotype.Component;

/** A page of a reassessment's cases as CSV for those who ask for {@code text/csv}. */
@Component
class ReassessedCasesCsv extends PageCsv<ReassessedCase> {

    private static final List<String> COLUMNS =
            List.of("transgressionId", "then", "decided", "now", "direction", "differsFromDecision", "reasons");

    ReassessedCasesCsv() {
        super(ReassessedCase.class, COLUMNS);
    }

    @Override
    protected List<?> cells(ReassessedCase one) {
        return Stream.of(
                        one.transgressionId(),
                        given(one.then()),
                        given(one.decided()),
                        given(one.now()),
                        one.direction(),
                        one.differsFromDecision(),
                        String.join(" ", one.reasons()))
                .toList();
    }
}
