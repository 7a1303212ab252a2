package org.ninetyten.command.account;

import org.ninetyten.command.aggregate.Command;
import org.ninetyten.events.Subject;

/**
 * Suspends an account as the response to a transgression, also one that is suspended for something else already: each
 * reason is lifted by itself. Does nothing to an account that was not authorised, or is closed.
 */
public record SuspendForCase(String accountId, String transgressionId) implements Command {

    @Override
    public Subject subject() {
        return Subject.ACCOUNT;
    }

    @Override
    public String subjectId() {
        return accountId;
    }

    static String reason(String transgressionId) {
        return "In response to the transgression '%s'.".formatted(transgressionId);
    }
}
