package org.ninetyten.command.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.Subject;
import org.ninetyten.events.posting.Posting;
import org.ninetyten.events.schedule.CheckInSchedule.Tie;

/** What rules about others need to know of an account. Asked by when things happened. */
public record AccountRecord(Posting posting) {

    /** @return nothing, where there is no such account */
    public static Optional<AccountRecord> of(String accountId, Streams streams) {
        return streams.fold(
                Subject.ACCOUNT, accountId, AccountRecord.class, events -> new AccountRecord(Posting.of(events)));
    }

    public String policyId() {
        return posting.policyId();
    }

    LocalDate openedOn() {
        return posting.openedOn();
    }

    /** The day in London on which it was closed; absent while it is not. */
    @Nullable
    LocalDate closedOn() {
        Instant closedAt = posting.closedAt();
        return closedAt == null ? null : LondonTime.dayOf(closedAt);
    }

    /** Whether the officer answered for the account or could post with it on that day; it may have closed since. */
    public boolean couldPostOn(LocalDate day, String officerId) {
        return posting.couldPostOn(day, officerId);
    }

    /** The holder, where the account was there that day, and who was an operator; each once. */
    public List<String> whoCouldPostOn(LocalDate day) {
        return posting.whoCouldPostOn(day);
    }

    /** Since when the officer has held or operated it, where they do now and it is authorised. */
    public Optional<Tie> tieOf(String officerId) {
        return posting.tieOf(officerId);
    }
}
