package org.ninetyten.command.account;

import java.time.LocalDate;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.command.officer.PostingRights;
import org.ninetyten.edge.refusal.Refusal;
import org.springframework.stereotype.Component;

/** The rule {@code not-holder-or-operator}: nobody else can have posted with an account. */
@Component
public final class WhoMayPost implements PostingRights {

    private final Streams streams;

    WhoMayPost(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void require(String officerId, String accountId, LocalDate day) {
        refuseUnlessCouldPost(account(accountId, streams), officerId, accountId, day);
    }

    /** @throws Refusal {@code no-such-account} */
    public static AccountRecord account(String accountId, Streams streams) {
        return AccountRecord.of(accountId, streams)
                .orElseThrow(() -> Refusal.rule("no-such-account", "There is no account '%s'.".formatted(accountId)));
    }

    /** @throws Refusal {@code not-holder-or-operator} */
    public static void refuseUnlessCouldPost(AccountRecord account, String officerId, String accountId, LocalDate day) {
        if (!account.couldPostOn(day, officerId)) {
            throw Refusal.rule(
                    "not-holder-or-operator",
                    "Officer '%s' was neither holder nor operator of the account '%s' on %s."
                            .formatted(officerId, accountId, day));
        }
    }
}
