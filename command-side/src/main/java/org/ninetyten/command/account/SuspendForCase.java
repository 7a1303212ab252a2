package org.ninetyten.command.account;

import org.ninetyten.command.aggregate.Command;
import org.ninetyten.events.Subject;

/**
 * Suspends an account as the response to a transgression, also one that is suspended for something else already: each
 * reason is lifted by itself. Does nothing to an account that was not authorised, or is closed.
 */
public record SuspendForCase(String accountId, String transgressionId) implements Command {

    /**
     * Which case it is stands beside it, and that there is one, only there: whoever may not know of the case still sees
     * that the account is suspended, and reads no more in it than in a suspension by hand.
     */
    static final String REASON = "Suspended by professional standards.";

    @Override
    public Subject subject() {
        return Subject.ACCOUNT;
    }

    @Override
    public String subjectId() {
        return accountId;
    }
}
