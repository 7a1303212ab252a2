package org.ninetyten.command.officer;

import java.util.List;

/** Destroys what opens an officer's texts, in the transaction of the command being handled. */
public interface Forgetting {

    void forget(String officerId, List<String> accountIds);
}
