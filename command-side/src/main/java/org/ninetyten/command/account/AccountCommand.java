package org.ninetyten.command.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.edge.body.Line;
import org.ninetyten.edge.body.Prose;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.events.Subject;

/** Orders to an account; the nested bodies are those of DESIGN 6. */
sealed interface AccountCommand extends Command {

    String accountId();

    @Override
    default Subject subject() {
        return Subject.ACCOUNT;
    }

    @Override
    default String subjectId() {
        return accountId();
    }

    record RequestAccount(String accountId, Account account, Actor by) implements AccountCommand {}

    record AuthoriseAccount(String accountId) implements AccountCommand {}

    record RefuseAccount(String accountId, Reason refusal) implements AccountCommand {}

    record SuspendAccount(String accountId, Suspension suspension) implements AccountCommand {}

    record ReinstateAccount(String accountId, Reason reinstatement) implements AccountCommand {}

    record CloseAccount(String accountId, Reason closure) implements AccountCommand {}

    /** @param openedOn the day it is first used; today when left out */
    record Account(
            @Line String platform,
            @Line String handle,
            @Prose String purpose,
            @Line String audience,
            @Slug String holderId,
            @Slug String policyId,
            @Nullable LocalDate openedOn) {}

    record Reason(@Prose String reason) {}

    /** @param until last day; open-ended when left out */
    record Suspension(@Prose String reason, @Nullable LocalDate until) {}
}
