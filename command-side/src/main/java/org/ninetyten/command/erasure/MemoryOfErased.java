package org.ninetyten.command.erasure;

import java.time.Duration;
import java.util.List;
import org.ninetyten.command.aggregate.Remembering;
import org.ninetyten.edge.background.BackgroundWorker;
import org.ninetyten.events.keyring.Keyring;
import org.springframework.stereotype.Component;

/** Once a key was destroyed, by whichever process: what this one remembers in plain text goes too. */
@Component
class MemoryOfErased extends BackgroundWorker {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    private final Keyring keyring;
    private final List<Remembering> memories;
    private long destroyed;

    MemoryOfErased(Keyring keyring, List<Remembering> memories) {
        super("memory-of-erased", LOOK_EVERY, Duration.ofSeconds(5));
        this.keyring = keyring;
        this.memories = List.copyOf(memories);
    }

    @Override
    protected void look() {
        long now = keyring.destroyed();
        if (now != destroyed) {
            keyring.forget();
            memories.forEach(Remembering::forgetAll);
            destroyed = now;
        }
    }
}
