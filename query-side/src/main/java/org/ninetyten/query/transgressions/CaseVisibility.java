package org.ninetyten.query.transgressions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.ninetyten.edge.caller.Caller;
import org.ninetyten.edge.caller.Scope;
import org.ninetyten.query.projection.CasesToName;
import org.ninetyten.query.projection.StateTable.Condition;
import org.ninetyten.query.scope.RestrictedCases;
import org.ninetyten.query.scope.Units;
import org.ninetyten.query.scope.Within;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which cases there are for a caller: none that is restricted unless they are on its list; none about themselves before
 * they were told, or it was explained as no breach, whatever role they have (the harm test); and of the others those that
 * their roles let them see.
 */
@Component
public class CaseVisibility implements CasesToName {

    private final RestrictedCases restrictedCases;
    private final Units units;
    private final JdbcTemplate jdbc;

    CaseVisibility(RestrictedCases restrictedCases, Units units, JdbcTemplate jdbc) {
        this.restrictedCases = restrictedCases;
        this.units = units;
        this.jdbc = jdbc;
    }

    /** Whatever their roles. */
    @Override
    public Set<String> hiddenFrom(Caller caller) {
        Set<String> hidden = new HashSet<>(restrictedCases.hiddenFrom(caller));
        if (caller.officerId() != null) {
            hidden.addAll(jdbc.queryForList(
                    "SELECT id FROM readmodel.transgression WHERE officer_id = ? AND NOT officer_told",
                    String.class,
                    caller.officerId()));
        }
        return hidden;
    }

    @Override
    public Set<String> thereFor(Caller caller, Collection<String> ids) {
        Set<String> there = new HashSet<>(
                jdbc.queryForList("SELECT id FROM readmodel.transgression WHERE id = ANY (?)", String.class, (Object)
                        ids.toArray(String[]::new)));
        there.removeAll(hiddenFrom(caller));
        return there;
    }

    /** For one case, as it stands now. */
    Predicate<TransgressionView> to(Scope scope) {
        // Asked anew each time: whoever waits for a version finds what that version made of it.
        return view -> !restrictedCases.hiddenFrom(scope.caller()).contains(view.id())
                && told(scope.caller()).test(view)
                && units.covers(scope, view.officerId());
    }

    /** The part of it that goes by how a case stood at an instant; the rest is of today. */
    static Predicate<TransgressionView> told(Caller caller) {
        return view -> view.showsToOfficer() || !caller.isOfficer(view.officerId());
    }

    /** The same as narrows a list of transgressions. */
    public static List<Condition> conditions(Scope scope) {
        List<Condition> conditions = new ArrayList<>(Within.ofOfficer(scope, "officer_id"));
        conditions.addAll(ofCaller(scope.caller(), "id"));
        return conditions;
    }

    /**
     * Without what a role limits: of whatever stands about cases, and keeps whether their officer was told.
     *
     * @param caseColumn of the case's id
     */
    public static List<Condition> ofCaller(Caller caller, String caseColumn) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(RestrictedCases.thereFor(caller, caseColumn));
        if (caller.officerId() != null) {
            conditions.add(new Condition("officer_told OR officer_id <> ?", List.of(caller.officerId())));
        }
        return conditions;
    }
}
