package org.ninetyten.command.account;

import java.time.LocalDate;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.events.Subject;

/**
 * Given by the system when an officer has left: they no longer operate the account, or nobody answers for it any more.
 * Does nothing where they had nothing to do with it any longer.
 *
 * @param leftOn their last day with the force
 */
public record EndPostingOfLeaver(String accountId, String officerId, LocalDate leftOn) implements Command {

    @Override
    public Subject subject() {
        return Subject.ACCOUNT;
    }

    @Override
    public String subjectId() {
        return accountId;
    }
}
