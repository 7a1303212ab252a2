package org.ninetyten.edge.accesslog;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the access log is written. There is nothing here to switch it off where anybody real could be read about.
 *
 * @param queue how many lines may wait to be written; each is one or two kilobytes at most
 * @param behindAtMost how old a line that is not written may be while others are still answered: reads of so long are lost
 *     when the process is killed
 * @param patience how long a read waits, for a place in a full queue or until the writer has caught up, before it is refused
 * @param unwrittenForBenchmarks keeps no note of any read, to measure what the log costs; refused without the demo's people
 */
@ConfigurationProperties("ninety-ten.access-log")
record AccessLogProperties(
        @DefaultValue("10000") int queue,
        @DefaultValue("1s") Duration behindAtMost,
        @DefaultValue("2s") Duration patience,
        @DefaultValue("false") boolean unwrittenForBenchmarks) {}
