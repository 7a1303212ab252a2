package org.ninetyten.command.erasure;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ninetyten.command.account.PastHolders;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.command.officer.ErasureGrounds;
import org.ninetyten.command.officer.OpenAccounts;
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
    public List<String> openCases(String officerId) {
        return cases.of(officerId).stream()
                .filter(end -> end.endedOn() == null)
                .map(CaseEnd::transgressionId)
                .toList();
    }

    @Override
    public Optional<LocalDate> lastCaseEnded(String officerId) {
        return cases.of(officerId).stream()
                .flatMap(end -> Optional.ofNullable(end.endedOn()).stream())
                .max(Comparator.naturalOrder());
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
