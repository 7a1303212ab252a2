package org.ninetyten.edge.accesslog;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the access log is written. There is nothing here to switch it off.
 *
 * @param queue how many lines may wait to be written; each is one or two kilobytes at most
 * @param patience how long a read waits for a place in a full queue before it is refused
 */
@ConfigurationProperties("ninety-ten.access-log")
record AccessLogProperties(
        @DefaultValue("10000") int queue,
        @DefaultValue("250ms") Duration patience) {}
