package org.ninetyten.command.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ninetyten.command.account.AccountRecord;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.command.officer.HeldAccounts;
import org.ninetyten.command.officer.OpenAccounts;
import org.ninetyten.command.policy.PolicyRecord;
import org.ninetyten.events.schedule.CheckInSchedule.Tie;
import org.springframework.stereotype.Component;

/** As the accounts' own events have it; a table only says which accounts to read. */
@Component
class StoredHeldAccounts implements HeldAccounts {

    private final OpenAccounts accounts;
    private final Streams streams;

    StoredHeldAccounts(OpenAccounts accounts, Streams streams) {
        this.accounts = accounts;
        this.streams = streams;
    }

    @Override
    public Map<String, Under> of(String officerId) {
        Map<String, List<Tie>> ties = new HashMap<>();
        for (String accountId : accounts.everOf(officerId)) {
            AccountRecord.of(accountId, streams)
                    .ifPresent(account -> account.tieOf(officerId)
                            .ifPresent(tie -> ties.computeIfAbsent(account.policyId(), policy -> new ArrayList<>())
                                    .add(tie)));
        }
        Map<String, Under> under = new HashMap<>();
        ties.forEach((policyId, those) -> PolicyRecord.of(policyId, streams)
                .ifPresent(policy -> under.put(policyId, new Under(policy.timeline(), those))));
        return under;
    }
}
