package org.ninetyten.query.erasure;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.ninetyten.edge.background.BackgroundWorker;
import org.ninetyten.events.keyring.Keyring;
import org.ninetyten.query.erasure.Erasures.Open;
import org.ninetyten.query.projection.RebuildsOfAll;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * When a key was destroyed, what was made with it is made anew without it: each projection beside the one that answers,
 * which then is dropped with its files. Whatever it is interrupted by, it goes on from what there is.
 */
@Component
class ErasureWorker extends BackgroundWorker {

    private static final Logger log = LoggerFactory.getLogger(ErasureWorker.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(10);

    private final Erasures erasures;
    private final RebuildsOfAll rebuilds;
    private final Keyring keyring;

    ErasureWorker(Erasures erasures, RebuildsOfAll rebuilds, Keyring keyring) {
        super("erasures", LOOK_EVERY, PATIENCE_AT_STOP);
        this.erasures = erasures;
        this.rebuilds = rebuilds;
        this.keyring = keyring;
    }

    @Override
    protected void look() {
        try {
            List<Open> open = erasures.open();
            if (!open.isEmpty()) {
                goOnWith(open);
            }
        } catch (RuntimeException e) {
            log.warn("Erasures could not be carried on with: {}", e.toString());
        }
    }

    /** All at once: one rebuild does for everyone who was erased before it. */
    private void goOnWith(List<Open> open) {
        keyring.forget();
        long last = open.stream().mapToLong(Open::position).max().orElse(0);
        Instant noticed = open.stream()
                .map(Open::noticedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        // Until then what is older may yet be written with a key that a process remembers.
        if (rebuilds.havePassed(last) && rebuilds.areMadeSince(noticed)) {
            erasures.cleanFiles();
            open.forEach(erasures::complete);
            log.info("Erased from every copy: {} officer(s)", open.size());
        }
    }
}
