package org.ninetyten.query.projection;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.stored.StoredEvents.StoredEvent;
import org.ninetyten.query.projection.EventPages.Page;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads the page of events after the one that is being taken in, while it is being taken in. Used by one thread, beside the one that reads.
 */
final class ReadAhead {

    private final EventPages pages;
    private final Projection projection;
    private final TransactionOperations transactions;
    private final Executor reader;

    private @Nullable Coverage after;
    private @Nullable FutureTask<Page> ahead;

    /** @param transactions without one, all rows of a page would be held at once, however large they are */
    ReadAhead(EventPages pages, Projection projection, TransactionOperations transactions, Executor reader) {
        this.pages = pages;
        this.projection = projection;
        this.transactions = transactions;
        this.reader = reader;
    }

    /** As {@link EventPages#next}; what was read ahead was read for an earlier state of the other reader. */
    Page next(Coverage taken, Coverage other) {
        FutureTask<Page> read = ahead;
        Page page = read != null && taken.equals(after) ? outcome(read) : pages.next(projection, taken, other);
        ahead = null;
        if (page.more()) {
            after = page.covers();
            FutureTask<Page> next = new FutureTask<>(() -> read(page.covers(), other));
            reader.execute(next);
            ahead = next;
        }
        return page;
    }

    private Page read(Coverage taken, Coverage other) {
        Page page = Objects.requireNonNull(transactions.execute(transaction -> pages.next(projection, taken, other)));
        page.events().forEach(StoredEvent::look);
        return page;
    }

    private static Page outcome(FutureTask<Page> read) {
        try {
            return read.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException("A page of events could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RebuildLostException();
        }
    }
}
