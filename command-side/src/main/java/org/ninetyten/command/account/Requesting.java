package org.ninetyten.command.account;

import java.time.LocalDate;
import org.ninetyten.command.account.AccountCommand.RequestAccount;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.edge.caller.Role;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.Subject;
import org.ninetyten.events.account.AccountEvent.AccountRequested;

/** What an account is asked for by whom. */
final class Requesting {

    private Requesting() {}

    static AccountRequested event(RequestAccount command, LocalDate openedOn) {
        AccountCommand.Account given = command.account();
        return new AccountRequested(
                command.accountId(),
                given.platform(),
                given.handle(),
                given.purpose(),
                given.audience(),
                given.holderId(),
                given.policyId(),
                openedOn);
    }

    static void checkForm(RequestAccount command) {
        AccountCommand.Account given = command.account();
        Handles.requireKey("/platform", given.platform());
        Handles.requireKey("/handle", given.handle());
        if (command.by().role() == Role.OFFICER && !command.by().isOfficer(given.holderId())) {
            throw Refusal.forbidden("An officer may request an account only for themselves.");
        }
    }

    /** @throws Refusal {@code no-such-officer}, {@code officer-left}, {@code no-such-policy} or {@code handle-taken} */
    static void check(AccountRequested event, Streams streams, Handles handles) {
        AuthorisationRules.stillWithTheForce(event.holderId(), streams);
        if (!streams.has(Subject.POLICY, event.policyId())) {
            throw Refusal.rule("no-such-policy", "There is no policy '%s'.".formatted(event.policyId()));
        }
        if (!handles.take(event.platform(), event.handle(), event.accountId())) {
            throw Refusal.rule(
                    "handle-taken",
                    "There is an open account with the handle '%s' on %s already."
                            .formatted(event.handle(), event.platform()));
        }
    }
}
