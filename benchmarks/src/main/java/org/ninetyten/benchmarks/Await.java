package org.ninetyten.benchmarks;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what programs do, looking often enough to time it. */
final class Await {

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Duration AT_ONCE = Duration.ofMillis(20);

    private Await() {}

    /** Looks again so shortly that what it took can be timed. */
    static void until(String what, Callable<Boolean> holds) {
        await(what)
                .atMost(PATIENCE)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(AT_ONCE)
                .until(holds);
    }

    /** Looks seldom, where looking costs the program something: a tenth of the time at most. */
    static void untilWithoutDisturbing(String what, Callable<Boolean> holds) {
        Looks looks = new Looks(holds);
        await(what)
                .atMost(PATIENCE)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval((count, previous) -> looks.pause())
                .until(looks);
    }

    private static final class Looks implements Callable<Boolean> {

        private static final Duration SHORTEST = Duration.ofMillis(100);

        private final Callable<Boolean> holds;
        private Duration latest = Duration.ZERO;

        private Looks(Callable<Boolean> holds) {
            this.holds = holds;
        }

        @Override
        public Boolean call() throws Exception {
            long began = System.nanoTime();
            try {
                return holds.call();
            } finally {
                latest = Duration.ofNanos(System.nanoTime() - began);
            }
        }

        private Duration pause() {
            Duration tenfold = latest.multipliedBy(10);
            return tenfold.compareTo(SHORTEST) > 0 ? tenfold : SHORTEST;
        }
    }
}
