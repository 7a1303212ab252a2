package org.ninetyten.query.projection;

import java.util.Collection;
import java.util.Set;
import org.ninetyten.edge.caller.Caller;

/** Which cases may be named to whom: whoever looks after projections is told of none that is not there for them. */
public interface CasesToName {

    /** The ids of all that are not there for the caller. */
    Set<String> hiddenFrom(Caller caller);

    /** Of these ids, those of cases that are there for the caller; of a case that no view knows yet, nobody can say. */
    Set<String> thereFor(Caller caller, Collection<String> ids);
}
