package org.ninetyten.query.transgressions;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ninetyten.edge.caller.Scope;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.query.page.Filters;
import org.ninetyten.query.projection.PastStates;
import org.ninetyten.query.projection.RecordedStreams;
import org.ninetyten.query.projection.StateTable;
import org.ninetyten.query.projection.StateTable.Condition;
import org.ninetyten.query.projection.StateTable.Versioned;
import org.springframework.stereotype.Component;

/**
 * Works out patterns from the cases as they stand when asked, or as they stood at an instant. Which cases those were is
 * told by the rows, for whom and what a case is about never changes; how they stood by their events.
 */
@Component
public class CasePatterns {

    private static final List<Condition> TOLD = List.of(new Condition("officer_told", List.of()));

    private final StateTable<TransgressionView> transgressions;
    private final PastStates<TransgressionView> past;

    CasePatterns(
            StateTable<TransgressionView> transgressions,
            TransgressionProjection projection,
            RecordedStreams streams,
            Clock clock) {
        this.transgressions = transgressions;
        this.past = new PastStates<>(projection, streams, clock);
    }

    /** Of the cases about an officer that show to the caller. */
    public CasePattern ofOfficer(String officerId, Scope scope) {
        return of(all(about(officerId), CaseVisibility.conditions(scope)));
    }

    /** Of the cases about an officer as they stood at that instant: those that show to the caller, and did then. */
    public CasePattern ofOfficer(String officerId, Scope scope, Instant at) {
        return of(allAt(at, about(officerId), scope));
    }

    /** Of the cases on an account that show to the caller. */
    public CasePattern ofAccount(String accountId, Scope scope) {
        return of(all(on(accountId), CaseVisibility.conditions(scope)));
    }

    /** Of the cases on an account as they stood at that instant: those that show to the caller, and did then. */
    public CasePattern ofAccount(String accountId, Scope scope, Instant at) {
        return of(allAt(at, on(accountId), scope));
    }

    /** The ids of the cases about an officer that show to them. */
    public Set<String> told(String officerId) {
        return ids(all(about(officerId), TOLD));
    }

    /** The ids of the cases about an officer that show to them, and did at that instant. */
    public Set<String> told(String officerId, Instant at) {
        return ids(allAt(at, about(officerId), TOLD, TransgressionView::showsToOfficer));
    }

    private static Filters about(String officerId) {
        return Filters.NONE.and("officer_id", "officerId", officerId);
    }

    private static Filters on(String accountId) {
        return Filters.NONE.and("account_id", "accountId", accountId);
    }

    private static Set<String> ids(List<TransgressionView> cases) {
        return cases.stream().map(TransgressionView::id).collect(Collectors.toSet());
    }

    private List<TransgressionView> allAt(Instant at, Filters filters, Scope scope) {
        return allAt(at, filters, CaseVisibility.conditions(scope), CaseVisibility.told(scope.caller()));
    }

    /** In the order in which they are listed now. */
    private List<TransgressionView> allAt(
            Instant at, Filters filters, List<Condition> now, Predicate<TransgressionView> then) {
        return all(filters, now).stream()
                .filter(known -> !known.reportedAt().isAfter(at))
                .flatMap(known -> past.at(known.id(), at).stream())
                .filter(then)
                .toList();
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
