package org.ninetyten.query.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Event;
import org.ninetyten.events.stored.RecordedEvent;
import org.ninetyten.query.history.HistoryEntry.Subjects;

/**
 * How an event is told in a history.
 *
 * @param happenedOn by the event's own date; absent where it has none
 */
record Telling(
        String summary,
        @Nullable LocalDate happenedOn,
        Subjects subjects,
        @Nullable Integer policyVersion) {

    /**
     * @param titles what the clauses were called that it names
     * @param earlier what a policy said before
     */
    static Telling of(RecordedEvent recorded, ClauseTitles titles, EarlierContents earlier) {
        Event event = recorded.event();
        return switch (event) {
            case org.ninetyten.events.officer.OfficerEvent officer -> OfficerTelling.of(officer);
            case org.ninetyten.events.account.AccountEvent account -> AccountTelling.of(account);
            case org.ninetyten.events.policy.PolicyEvent policy ->
                PolicyTelling.of(policy, recorded.version(), earlier);
            case org.ninetyten.events.transgression.TransgressionEvent transgression ->
                TransgressionTelling.of(transgression, recorded.provenance().actorId(), titles);
            default -> throw new IllegalStateException("No history tells of " + event.stream());
        };
    }
}
