package org.ninetyten.query.acknowledgements;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.page.Paged;

/**
 * Who has acknowledged a policy version, and who has not.
 *
 * @param requiredByVersion the version whose publication required it: the one asked about, or for a minor version the
 *     major one it amends
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AcknowledgementsView(
        String policyId,
        int version,
        int requiredByVersion,
        Counts counts,
        Requiring requiring,
        List<AcknowledgementView> items,
        @Nullable String nextCursor)
        implements Paged {

    /**
     * Over everyone, whatever the list was narrowed to.
     *
     * @param required of whom it is required: {@code acknowledged + outstanding + overdue}
     * @param acknowledged of those required, late or not
     * @param overdue whose day passed, and who still have not
     * @param missed whose day passed before it was recorded that they had; also those who have since
     * @param acknowledgedLate of those who acknowledged
     * @param unasked who acknowledged without having been asked; not among those required
     * @param noLongerRequired who were asked and owe nothing any more; not among those required
     */
    record Counts(
            long required,
            long acknowledged,
            long outstanding,
            long overdue,
            long missed,
            long acknowledgedLate,
            long unasked,
            long noLongerRequired) {}

    /**
     * How far telling everyone that they must has got.
     *
     * @param of how many there are to tell, as far as is known
     */
    record Requiring(State state, long done, long of) {

        enum State {
            RUNNING,
            DONE
        }
    }
}
