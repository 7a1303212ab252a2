package org.ninetyten.command.account;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.events.Subject;
import org.ninetyten.events.account.AccountEvent.AccountClosed;
import org.ninetyten.events.account.AccountEvent.AccountRefused;
import org.ninetyten.events.account.AccountEvent.AccountRequested;
import org.ninetyten.events.account.AccountEvent.AccountTransferred;
import org.ninetyten.events.stored.RecordedEvent;

/**
 * Who ever answered for an account.
 *
 * @param over whether it was refused or closed
 */
public record PastHolders(String accountId, Set<String> holders, String lastHolder, boolean over) {

    public PastHolders {
        holders = Set.copyOf(holders);
    }

    /** @return nothing, where there is no such account */
    public static Optional<PastHolders> of(String accountId, Streams streams) {
        return streams.fold(Subject.ACCOUNT, accountId, PastHolders.class, events -> fold(accountId, events));
    }

    private static PastHolders fold(String accountId, List<RecordedEvent> events) {
        Set<String> holders = new LinkedHashSet<>();
        String last = "";
        boolean over = false;
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof AccountRequested requested) {
                last = requested.holderId();
            } else if (recorded.event() instanceof AccountTransferred transferred) {
                last = transferred.holderId();
            } else if (recorded.event() instanceof AccountRefused || recorded.event() instanceof AccountClosed) {
                over = true;
            }
            holders.add(last);
        }
        return new PastHolders(accountId, holders, last, over);
    }
}
