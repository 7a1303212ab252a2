package org.ninetyten.command.account;

import org.ninetyten.command.aggregate.Command;
import org.ninetyten.events.Subject;

/**
 * Suspends an account as the response to a transgression. Does nothing to an account that is not in use: one that is
 * suspended already stays suspended for the reason it was.
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
