package org.ninetyten.command.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.ninetyten.events.LondonTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Time for years that are brought in: a version may be recorded when its review was due long ago, and what superseded
 * it or reviewed it be recorded later. Whoever brings them in gives themselves days for that, so that nobody is said to
 * have missed that review in between; ordinarily what is overdue is overdue at once.
 *
 * @param graceDays how many days, that of recording included, are left for it; 0, the default, for none
 */
@ConfigurationProperties("ninety-ten.policy-review")
public record ReviewGrace(@DefaultValue("0") int graceDays) {

    public ReviewGrace {
        if (graceDays < 0) {
            throw new IllegalArgumentException("ninety-ten.policy-review.grace-days must be 0 or more");
        }
    }

    /** When a review counts as missed that is due by that day and recorded as such now. */
    Instant missedFrom(LocalDate reviewBy, Clock clock) {
        LocalDate lastOfGrace = LondonTime.today(clock).plusDays(graceDays - 1L);
        return LondonTime.endOf(reviewBy.isAfter(lastOfGrace) ? reviewBy : lastOfGrace);
    }
}
