package org.ninetyten.query.projection;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The queues of dead letters: one for each projection, and one for each copy of it that is being made. */
@Component
class DeadLetterQueues {

    /** A full queue would stop the processor, and with it everyone else's events. */
    private static final int DEAD_LETTERS_AT_MOST = 10_000_000;

    private final ConnectionProvider connections;
    private final TransactionManager transactions;
    private final Serializer eventSerializer;
    private final Serializer generalSerializer;
    private final BatchLock lock;
    private final JdbcTemplate jdbc;

    DeadLetterQueues(
            ConnectionProvider connections,
            TransactionManager transactions,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            @Qualifier("generalSerializer") Serializer generalSerializer,
            BatchLock lock,
            JdbcTemplate jdbc) {
        this.connections = connections;
        this.transactions = transactions;
        this.eventSerializer = eventSerializer;
        this.generalSerializer = generalSerializer;
        this.lock = lock;
        this.jdbc = jdbc;
    }

    /** For the projection's processor, which alone adds to it. */
    SequencedDeadLetterQueue<EventMessage<?>> ofProcessor(String projection) {
        return new SequencedLetters(projection, of(projection, ReadModel.LIVE), lock, jdbc);
    }

    /** For the one who makes the copy. */
    SequencedDeadLetterQueue<EventMessage<?>> ofCopy(String projection) {
        return of(projection, ReadModel.COPY);
    }

    private SequencedDeadLetterQueue<EventMessage<?>> of(String projection, ReadModel rows) {
        return JdbcSequencedDeadLetterQueue.builder()
                .processingGroup(projection)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .schema(DeadLetterSchema.builder()
                        .deadLetterTable(rows.sql("readmodel.dead_letter"))
                        .build())
                .maxSequences(DEAD_LETTERS_AT_MOST)
                .maxSequenceSize(DEAD_LETTERS_AT_MOST)
                .eventSerializer(eventSerializer)
                .genericSerializer(generalSerializer)
                .build();
    }
}
