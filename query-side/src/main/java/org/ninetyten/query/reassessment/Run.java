package org.ninetyten.query.reassessment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A reassessment as the process sees it that works on it.
 *
 * @param position up to which history is read
 * @param collectedTo up to which position cases have been collected
 * @param judgedTo the position of the last case that was read again
 */
record Run(
        String id,
        String policyId,
        @Nullable Integer version,
        @Nullable Long draftVersion,
        LocalDate from,
        LocalDate to,
        long position,
        long collectedTo,
        boolean counted,
        long judgedTo,
        Totals totals) {

    Run collectedTo(long reached) {
        return new Run(id, policyId, version, draftVersion, from, to, position, reached, counted, judgedTo, totals);
    }

    Run judgedTo(long reached, Totals soFar) {
        return new Run(id, policyId, version, draftVersion, from, to, position, collectedTo, counted, reached, soFar);
    }
}
