package org.ninetyten.events.keyring;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * First keys that this thread's transaction has made, for whoever stores its events to store with them. They are forgotten
 * where it is rolled back, and remembered from its commit on.
 */
final class PreparedKeys implements TransactionSynchronization {

    private record Prepared(NewKey row, DataKey key) {}

    private final List<Prepared> prepared = new ArrayList<>();
    private final Consumer<DataKey> onceStored;
    private boolean taken;

    private PreparedKeys(Consumer<DataKey> onceStored) {
        this.onceStored = onceStored;
    }

    /** From now on, until they are taken. */
    static void begin(Consumer<DataKey> onceStored) {
        TransactionSynchronizationManager.registerSynchronization(new PreparedKeys(onceStored));
    }

    /** Of the transaction under way, while whoever stores its events takes such keys. */
    static @Nullable PreparedKeys current() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return null;
        }
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(PreparedKeys.class::isInstance)
                .map(PreparedKeys.class::cast)
                .filter(keys -> !keys.taken)
                .findFirst()
                .orElse(null);
    }

    void add(NewKey row, DataKey key) {
        prepared.add(new Prepared(row, key));
    }

    @Nullable
    DataKey find(String scope) {
        return prepared.stream()
                .map(Prepared::key)
                .filter(key -> key.scope().equals(scope))
                .findFirst()
                .orElse(null);
    }

    List<NewKey> take() {
        taken = true;
        return prepared.stream().map(Prepared::row).toList();
    }

    @Override
    public void afterCommit() {
        if (taken) {
            prepared.forEach(one -> onceStored.accept(one.key()));
        }
    }
}
