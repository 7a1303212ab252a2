package org.ninetyten.command.transgression;

import java.util.List;

/** Which transgressions were reported of an officer: so that earlier breaches can be looked up in the store. */
interface Cases {

    /** Remembers one, in the transaction of the command being handled. */
    void reported(String officerId, String transgressionId);

    List<String> of(String officerId);
}
