package org.ninetyten.query.transgressions;

import java.util.List;
import java.util.function.Predicate;
import org.ninetyten.edge.caller.Caller;
import org.ninetyten.edge.caller.Role;
import org.ninetyten.query.projection.StateTable.Condition;

/**
 * The harm test: nothing about a case shows to the officer whom it is about before they were told, or it was explained
 * as no breach, whatever other role they have. And who is let in as an officer sees no case but their own.
 */
public final class CaseVisibility {

    private CaseVisibility() {}

    static Predicate<TransgressionView> to(Caller caller, Role actingRole) {
        return view -> caller.isOfficer(view.officerId()) ? view.showsToOfficer() : actingRole != Role.OFFICER;
    }

    /** The part of it that narrows a list, of one case. */
    static Predicate<TransgressionView> inLists(Caller caller) {
        return view -> view.officerTold() || !caller.isOfficer(view.officerId());
    }

    /** The part of it that narrows a list: of transgressions, or of what stands about them elsewhere. */
    public static List<Condition> conditions(Caller caller) {
        return caller.officerId() == null
                ? List.of()
                : List.of(new Condition("officer_told OR officer_id <> ?", List.of(caller.officerId())));
    }
}
