package org.ninetyten.command.account;

import java.time.LocalDate;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.events.Subject;

/**
 * Given by the system when the last day of a suspension has passed. Lifts what is over, and no other suspension: an
 * account that is suspended for something else too, or for longer, is suspended for that again in the same act. Does
 * nothing to one that was reinstated, suspended anew or closed meanwhile.
 *
 * @param until the last day
 */
record LiftSuspensionWhenOver(String accountId, LocalDate until) implements Command {

    String reason() {
        return "The suspension was until %s.".formatted(until);
    }

    @Override
    public Subject subject() {
        return Subject.ACCOUNT;
    }

    @Override
    public String subjectId() {
        return accountId;
    }
}
