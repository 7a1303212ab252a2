package org.ninetyten.query.history;

import java.util.Locale;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.transgression.TransgressionEvent;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;
import org.ninetyten.query.history.HistoryEntry.Subjects;

/** What happens to transgressions, in sentences. */
final class TransgressionTelling {

    private TransgressionTelling() {}

    static Telling of(TransgressionEvent event) {
        return switch (event) {
            case TransgressionReported e ->
                new Telling(
                        reported(e),
                        LondonTime.dayOf(e.postedAt()),
                        new Subjects(e.officerId(), e.accountId(), e.pinned().policyId(), e.transgressionId()),
                        e.pinned().policyVersion());
        };
    }

    private static String reported(TransgressionReported e) {
        return "%s reported for a post of %s by officer %s on account %s; version %d of the policy %s was in force,"
                        .formatted(
                                e.category()
                                        .name()
                                        .replace('_', ' ')
                                        .toLowerCase(Locale.ROOT)
                                        .transform(TransgressionTelling::capitalised),
                                LondonTime.dayOf(e.postedAt()),
                                e.officerId(),
                                e.accountId(),
                                e.pinned().policyVersion(),
                                e.pinned().policyId())
                + " the officer %s acknowledged it and %s valid training."
                        .formatted(
                                e.pinned().acknowledged() ? "had" : "had not",
                                e.pinned().trainingValid() ? "had" : "had no");
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
