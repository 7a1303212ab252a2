package org.ninetyten.query.duties;

import java.util.List;
import java.util.stream.Stream;
import org.ninetyten.edge.page.PageCsv;
import org.springframework.stereotype.Component;

/** A page of duties as CSV for those who ask for {@code text/csv}. */
@Component
class DutyCsv extends PageCsv<DutyView> {

    private static final List<String> COLUMNS = List.of(
            "id",
            "kind",
            "dueBy",
            "dueAt",
            "missed",
            "since",
            "officerId",
            "unit",
            "accountId",
            "policyId",
            "policyVersion",
            "transgressionId",
            "adviceId",
            "summary");

    DutyCsv() {
        super(DutyView.class, COLUMNS);
    }

    @Override
    protected List<?> cells(DutyView duty) {
        return Stream.of(
                        duty.id(),
                        duty.kind(),
                        duty.dueBy(),
                        given(duty.dueAt()),
                        duty.missed(),
                        given(duty.since()),
                        given(duty.officerId()),
                        given(duty.unit()),
                        given(duty.accountId()),
                        given(duty.policyId()),
                        given(duty.policyVersion()),
                        given(duty.transgressionId()),
                        given(duty.adviceId()),
                        duty.summary())
                .toList();
    }
}
