package org.ninetyten.command.account;

import org.ninetyten.command.aggregate.Command;
import org.ninetyten.events.Subject;

/**
 * Lifts what {@link SuspendForCase} did for that transgression, and no other suspension: an account that is suspended
 * for something else too is suspended for that again in the same act.
 */
public record LiftSuspensionForCase(String accountId, String transgressionId) implements Command {

    static final String REASON = "Reinstated by professional standards.";

    @Override
    public Subject subject() {
        return Subject.ACCOUNT;
    }

    @Override
    public String subjectId() {
        return accountId;
    }
}
