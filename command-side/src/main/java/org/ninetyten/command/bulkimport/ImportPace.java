package org.ninetyten.command.bulkimport;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an import is worked through.
 *
 * @param lease how long a process need not be heard of before another takes over from it
 * @param linesAtOnce how many lines are taken up in one go, between two signs of life
 * @param threads how many lines are worked on at a time
 */
@ConfigurationProperties("ninety-ten.imports")
record ImportPace(
        @DefaultValue("30s") Duration lease,
        @DefaultValue("400") int linesAtOnce,
        @DefaultValue("4") int threads) {}
