package org.ninetyten.edge.accesslog;

import org.ninetyten.edge.caller.Caller;

/** Which cases are so restricted that whoever may read one has to say what for, whatever their role. */
public interface RestrictedReads {

    /** Not of one that is not there for the caller: they are told of nothing. */
    boolean needPurpose(Caller caller, String transgressionId);
}
