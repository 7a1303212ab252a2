package org.ninetyten.edge.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests one caller may send, and one address those that nobody signs.
 *
 * @param perSecond for ever
 * @param burst at once, after a rest
 */
@ConfigurationProperties("ninety-ten.rate-limit")
record RateLimitProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("600") long perSecond,
        @DefaultValue("1200") long burst) {

    RateLimitProperties {
        if (perSecond < 1 || burst < 1) {
            throw new IllegalArgumentException("ninety-ten.rate-limit.per-second and .burst must be 1 or more;"
                    + " ninety-ten.rate-limit.enabled=false switches the limit off");
        }
    }
}
