package org.ninetyten.query.overview;

import java.time.YearMonth;

/** What there was of one kind of the ninety in a month, or as much of it as is in the period. */
record SupportMonth(FactKind kind, YearMonth month, int count, int sampled, int good, int followed) {

    SupportMonth and(SupportMonth more) {
        return new SupportMonth(
                kind,
                month,
                count + more.count(),
                sampled + more.sampled(),
                good + more.good(),
                followed + more.followed());
    }
}
