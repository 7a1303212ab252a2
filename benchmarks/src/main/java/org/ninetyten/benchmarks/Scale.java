package org.ninetyten.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param which what is measured where nothing else is said: together as long as one waits for
 * @param warmUp of the command side before anything is measured: a fresh JVM gets faster for minutes
 * @param window how long commands are given, and then rows inserted, in one turn
 * @param turns of each measurement and its floor
 * @param stores how many events each store has, each ten times as many as the one before
 * @param pages of histories asked for in each store, after as many to warm up
 */
record Scale(
        String name, List<String> which, Duration warmUp, Duration window, int turns, List<Integer> stores, int pages) {

    static final Scale SHORT = new Scale(
            "short",
            List.of(Measurements.START_UP, Measurements.COMMANDS, Measurements.PROJECTIONS),
            Duration.ofSeconds(20),
            Duration.ofSeconds(2),
            2,
            List.of(2_000, 20_000),
            1_000);

    static final Scale FULL = new Scale(
            "full",
            Measurements.ALL,
            Duration.ofSeconds(180),
            Duration.ofSeconds(10),
            3,
            List.of(10_000, 100_000, 1_000_000),
            10_000);
}
