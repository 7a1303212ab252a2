package org.ninetyten.command.desk;

/** Says in this program's words how a store that has words of its own failed to take a command's events. */
public interface StoreWords {

    /** A {@code ConcurrencyException}, a {@code Refusal}, or the same where it says nothing of the store. */
    RuntimeException inOurs(RuntimeException failure);
}
