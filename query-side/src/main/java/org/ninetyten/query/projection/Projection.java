package org.ninetyten.query.projection;

import java.util.List;
import org.ninetyten.events.Subject;
import org.ninetyten.events.stored.RecordedEvent;

/**
 * One read model: how events become its rows. The same event twice changes nothing. Its tables are listed under its
 * name in {@code readmodel.projection_table}, by which they are rebuilt and verified.
 */
public interface Projection {

    /** Its stable name, which is also the name of its processor. */
    String name();

    /** Whether events of this kind of subject change anything here; those of others are not even read. */
    boolean concerns(Subject subject);

    /** Collects what a batch of events changes in those rows; it reads and writes no others. */
    Batch begin(ReadModel rows);

    /** Collects what a batch of events changes in the rows that queries are answered from. */
    default Batch begin() {
        return begin(ReadModel.LIVE);
    }

    /** Rows to be, of one batch; used by one thread. */
    interface Batch {

        /** Reads at once what adding these would otherwise read one by one. It changes nothing in what comes of it. */
        default void prepare(List<RecordedEvent> events) {
            // Nothing is read before it is needed.
        }

        /**
         * Works out what the event changes; touches no row.
         *
         * @throws RuntimeException when the event cannot be told; then the batch is as it was before
         */
        void add(RecordedEvent event);

        /** Writes everything that was added, in the transaction under way, and forgets it. */
        void flush();
    }
}
