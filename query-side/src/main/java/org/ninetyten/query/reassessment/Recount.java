package org.ninetyten.query.reassessment;

import java.time.Instant;
import org.ninetyten.events.LondonTime;

/**
 * Counts an officer's earlier breaches again under the version asked about, given their earlier cases one by one, each
 * as it stood when this one was reported.
 *
 * <p>It counts as was counted then, when the case was reported: posts before this one, within the look-back, that
 * stood assessed as breaches of this officer, of whatever policy. Other than then, it goes by the look-back of the
 * version asked about, and a breach that is none under it does not count; one of another policy is not for it to say.
 * What the new version changes in the count is applied to the count that was pinned, so that a version that judges as
 * the old one did changes nothing.
 */
final class Recount {

    /**
     * @param then as pinned when it was reported
     * @param now under the version asked about
     * @param dropped how many that were counted then are no breach under it
     */
    record Repeats(int then, int now, int dropped) {}

    private final AssessedCase one;
    private final Yardstick judgedBy;
    private final Yardstick asked;
    private int counted;
    private int counting;
    private int dropped;

    Recount(AssessedCase one, Yardstick judgedBy, Yardstick asked) {
        this.one = one;
        this.judgedBy = judgedBy;
        this.asked = asked;
    }

    void add(AssessedCase earlier) {
        if (!earlier.breach() || !earlier.postedAt().isBefore(one.postedAt())) {
            return;
        }
        boolean wasCounted = isWithin(judgedBy.lookBackMonths(), earlier);
        boolean isWithin = isWithin(asked.lookBackMonths(), earlier);
        boolean isBreach =
                !earlier.policyId().equals(one.policyId()) || asked.holds(earlier.clauseIds(), earlier.category());
        counted += wasCounted ? 1 : 0;
        counting += isWithin && isBreach ? 1 : 0;
        dropped += wasCounted && !isBreach ? 1 : 0;
    }

    Repeats repeats() {
        return asked.judgesAs(judgedBy)
                ? new Repeats(one.countedThen(), one.countedThen(), 0)
                : new Repeats(one.countedThen(), Math.max(0, one.countedThen() + counting - counted), dropped);
    }

    private boolean isWithin(int months, AssessedCase earlier) {
        Instant since =
                one.postedAt().atZone(LondonTime.ZONE).minusMonths(months).toInstant();
        return !earlier.postedAt().isBefore(since);
    }
}
