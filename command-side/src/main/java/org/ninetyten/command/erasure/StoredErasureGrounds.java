package org.ninetyten.command.erasure;

import java.util.List;
import org.ninetyten.command.account.PastHolders;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.command.officer.ErasureGrounds;
import org.ninetyten.command.officer.OpenAccounts;
import org.ninetyten.command.scope.KnownCase;
import org.ninetyten.command.transgression.EndsOfCases;
import org.ninetyten.command.transgression.EndsOfCases.CaseEnd;
import org.ninetyten.events.Subject;
import org.ninetyten.events.officer.OfficerEvent;
import org.ninetyten.events.officer.OfficerEvent.OfficerErased;
import org.springframework.stereotype.Component;

/** As the events of cases and accounts have it. */
@Component
class StoredErasureGrounds implements ErasureGrounds {

    private final EndsOfCases cases;
    private final OpenAccounts accounts;
    private final Streams streams;

    StoredErasureGrounds(EndsOfCases cases, OpenAccounts accounts, Streams streams) {
        this.cases = cases;
        this.accounts = accounts;
        this.streams = streams;
    }

    @Override
    public List<OwnCase> cases(String officerId, Actor asking) {
        return cases.of(officerId).stream()
                .map(one -> new OwnCase(one.transgressionId(), one.endedOn(), isShown(one, officerId, asking)))
                .toList();
    }

    private boolean isShown(CaseEnd one, String officerId, Actor asking) {
        return KnownCase.of(one.transgressionId(), streams)
                .filter(known -> known.isThereFor(asking, officerId, streams))
                .isPresent();
    }

    @Override
    public List<String> accountsLeftBehind(String officerId) {
        return held(officerId).stream()
                .filter(account -> !account.over() && account.lastHolder().equals(officerId))
                .map(PastHolders::accountId)
                .toList();
    }

    @Override
    public List<String> accountsToForget(String officerId) {
        return held(officerId).stream()
                .filter(account -> account.over()
                        && account.holders().stream().allMatch(holder -> holder.equals(officerId) || isErased(holder)))
                .map(PastHolders::accountId)
                .toList();
    }

    private List<PastHolders> held(String officerId) {
        return accounts.everOf(officerId).stream()
                .flatMap(accountId -> PastHolders.of(accountId, streams).stream())
                .filter(account -> account.holders().contains(officerId))
                .toList();
    }

    private boolean isErased(String officerId) {
        return streams.read(Subject.OFFICER, officerId, OfficerEvent.class).stream()
                .anyMatch(OfficerErased.class::isInstance);
    }
}
