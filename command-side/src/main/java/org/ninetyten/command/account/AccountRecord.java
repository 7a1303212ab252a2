package org.ninetyten.command.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ninetyten.events.account.AccountEvent;
import org.ninetyten.events.account.AccountEvent.AccountRequested;

/** What rules about others need to know of an account. Asked by when things happened. */
public record AccountRecord(String policyId, String holderId, LocalDate openedOn) {

    /** @return nothing, for no events */
    public static Optional<AccountRecord> of(List<AccountEvent> events) {
        return events.stream()
                .filter(AccountRequested.class::isInstance)
                .map(AccountRequested.class::cast)
                .findFirst()
                .map(request -> new AccountRecord(request.policyId(), request.holderId(), request.openedOn()));
    }

    /** Whether the officer answered for the account or could post with it on that day; it may have closed since. */
    public boolean couldPostOn(LocalDate day, String officerId) {
        return holderId.equals(officerId) && !openedOn.isAfter(day);
    }
}
