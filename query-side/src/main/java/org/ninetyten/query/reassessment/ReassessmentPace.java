package org.ninetyten.query.reassessment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a reassessment is worked through.
 *
 * @param lease how long a process need not be heard of before another takes over from it
 * @param positionsAtOnce how much of the store is searched for cases in one go
 * @param casesAtOnce how many cases are read again in one go
 */
@ConfigurationProperties("ninety-ten.reassessment")
record ReassessmentPace(
        @DefaultValue("30s") Duration lease,
        @DefaultValue("5000") int positionsAtOnce,
        @DefaultValue("200") int casesAtOnce) {}
