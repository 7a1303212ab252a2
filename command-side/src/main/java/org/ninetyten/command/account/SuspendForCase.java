package org.ninetyten.command.account;

import org.ninetyten.command.aggregate.Command;
import org.ninetyten.events.Subject;

/**
 * Suspends an account as the response to a transgression, also one that is suspended for something else already: each
 * reason is lifted by itself. Does nothing to an account that was not authorised, or is closed.
 */
public record SuspendForCase(String accountId, String transgressionId) implements Command {

    /** Which one it is stands beside it: whoever may not know of the case yet still sees that the account is suspended. */
    static final String REASON = "In response to a transgression.";

    @Override
    public Subject subject() {
        return Subject.ACCOUNT;
    }

    @Override
    public String subjectId() {
        return accountId;
    }
}
