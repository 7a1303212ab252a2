package org.ninetyten.query.transgressions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ninetyten.edge.caller.Caller;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.query.page.Filters;
import org.ninetyten.query.projection.StateTable;
import org.ninetyten.query.projection.StateTable.Condition;
import org.ninetyten.query.projection.StateTable.Versioned;
import org.springframework.stereotype.Component;

/** Works out patterns from the cases as they stand when asked. */
@Component
public class CasePatterns {

    private final StateTable<TransgressionView> transgressions;

    CasePatterns(StateTable<TransgressionView> transgressions) {
        this.transgressions = transgressions;
    }

    /** Of the cases about an officer that show to the caller. */
    public CasePattern ofOfficer(String officerId, Caller caller) {
        return of(Filters.NONE.and("officer_id", "officerId", officerId), caller);
    }

    /** Of the cases on an account that show to the caller. */
    public CasePattern ofAccount(String accountId, Caller caller) {
        return of(Filters.NONE.and("account_id", "accountId", accountId), caller);
    }

    /** The ids of the cases about an officer that show to them. */
    public Set<String> told(String officerId) {
        Filters own = Filters.NONE.and("officer_id", "officerId", officerId);
        return all(own, List.of(new Condition("officer_told", List.of()))).stream()
                .map(TransgressionView::id)
                .collect(Collectors.toSet());
    }

    private CasePattern of(Filters filters, Caller caller) {
        return of(all(filters, CaseVisibility.conditions(caller)));
    }

    private List<TransgressionView> all(Filters filters, List<Condition> conditions) {
        return transgressions.list(filters, conditions, "", Integer.MAX_VALUE).stream()
                .map(Versioned::view)
                .toList();
    }

    static CasePattern of(List<TransgressionView> cases) {
        Map<Intent, Integer> breaches = new EnumMap<>(Intent.class);
        List<CasePattern.Learned> learned = new ArrayList<>();
        List<CasePattern.OpenCase> open = new ArrayList<>();
        for (TransgressionView one : cases) {
            if (one.standsAsBreach()
                    && one.assessment() != null
                    && one.assessment().intent() != null) {
                breaches.merge(one.assessment().intent(), 1, Integer::sum);
            }
            for (TransgressionView.Completion done : one.completions()) {
                learned.add(new CasePattern.Learned(
                        one.id(), done.response(), done.completedOn(), done.note(), done.reference()));
            }
            if (one.state().isOpen()) {
                open.add(new CasePattern.OpenCase(one.id(), one.state()));
            }
        }
        learned.sort(Comparator.comparing(CasePattern.Learned::completedOn));
        return new CasePattern(breaches, learned, open);
    }
}
