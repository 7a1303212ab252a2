package org.ninetyten.query.duties;

import static org.ninetyten.edge.caller.Role.COMMS;
import static org.ninetyten.edge.caller.Role.OFFICER;
import static org.ninetyten.edge.caller.Role.STANDARDS;
import static org.ninetyten.edge.caller.Role.SUPERVISOR;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ninetyten.edge.caller.Role;

/** What can be due, and from whom. */
public enum DutyKind {
    /** The officer is to acknowledge a policy version. */
    ACKNOWLEDGEMENT(OFFICER),
    /** The officer's training counts until that day, and is to be renewed by then. */
    TRAINING(OFFICER),
    /** Someone is to check in with the officer. */
    CHECK_IN(SUPERVISOR),
    /** The officer asked for advice, and someone is to answer. */
    ADVICE_REPLY(SUPERVISOR, COMMS),
    /** The account is to be looked at again. */
    ACCOUNT_REVIEW(COMMS),
    /** The account's holder left: it is to be transferred or closed. */
    ACCOUNT_HOLDER(COMMS),
    /** The officer is to be told that they were out of bounds, and why. */
    NOTICE(SUPERVISOR, STANDARDS),
    /** The officer may answer a notice. */
    ANSWER(OFFICER),
    /** The policy is to be looked at again. */
    POLICY_REVIEW(COMMS);

    private final Set<Role> from;

    DutyKind(Role... from) {
        this.from = Set.of(from);
    }

    /** Those that whoever acts in that role is to do. */
    static List<DutyKind> dueFrom(Role role) {
        return Arrays.stream(values()).filter(kind -> kind.from.contains(role)).toList();
    }
}
