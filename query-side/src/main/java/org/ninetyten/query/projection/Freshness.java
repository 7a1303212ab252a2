package org.ninetyten.query.projection;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Read your own write: a query that names a version waits until its projection is there. */
@Component
public final class Freshness {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long FIRST_LOOK_AGAIN_MILLIS = 5;
    private static final long LAST_LOOK_AGAIN_MILLIS = 80;

    /**
     * @param atLeast the version wanted; nothing is awaited when it is left out
     * @param version reads the version that the projection has got to
     * @throws Refusal {@code not-yet-projected} after two seconds
     */
    public void await(@Nullable Long atLeast, LongSupplier version) {
        if (atLeast == null) {
            return;
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long pause = FIRST_LOOK_AGAIN_MILLIS;
        while (version.getAsLong() < atLeast) {
            if (System.nanoTime() > deadline) {
                throw Refusal.unavailable(
                        "not-yet-projected",
                        "Version %d is not to be seen here yet. Ask again shortly.".formatted(atLeast));
            }
            pause(pause);
            pause = Math.min(2 * pause, LAST_LOOK_AGAIN_MILLIS);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.unavailable("not-yet-projected", "The service is stopping. Ask again shortly.");
        }
    }
}
