package org.ninetyten.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Subject;
import org.ninetyten.events.stored.RecordedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes events from a processor to its projection, a batch in one read and one write.
 *
 * <p>When a batch fails, be it that an event cannot be told or in the database, it cannot be taken back in parts. So
 * the next attempt is careful: each event is written by itself behind a savepoint, the one to blame becomes a dead
 * letter, and all others go in. After a careful batch, batches are whole again. A failure that no event is to blame
 * for, such as a database that goes away, makes nothing a dead letter: the batch is tried until it goes in.
 */
final class ProjectionHandler implements EventMessageHandler {

    private static final Logger log = LoggerFactory.getLogger(ProjectionHandler.class);

    private final Projection projection;
    private final JdbcTemplate jdbc;
    private volatile boolean careful;
    private volatile @Nullable String failure;

    ProjectionHandler(Projection projection, JdbcTemplate jdbc) {
        this.projection = projection;
        this.jdbc = jdbc;
    }

    String name() {
        return projection.name();
    }

    Projection projection() {
        return projection;
    }

    /** Why its last batch was lost, in plain words; empty once one has gone in. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    @SuppressWarnings("NullAway") // Nobody looks at what handling an event came to.
    public Object handle(EventMessage<?> message) {
        RecordedEvent event = RecordedEvent.of(message);
        if (careful) {
            writeAlone(event);
        } else {
            batchOf(CurrentUnitOfWork.get()).add(event);
        }
        return null;
    }

    /**
     * Whether the event concerns the projection; what does not is passed over without being looked into. By its stream, which
     * is known even where the event itself cannot be read; a stream of no known kind concerns all.
     */
    @Override
    public boolean canHandle(EventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> stored)) {
            return true;
        }
        for (Subject subject : Subject.values()) {
            if (subject.isOf(stored.getAggregateIdentifier())) {
                return projection.concerns(subject);
            }
        }
        return true;
    }

    /** Of whatever type: one that is not known must become a dead letter, not be passed over. */
    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return true;
    }

    private List<RecordedEvent> batchOf(UnitOfWork<?> work) {
        return work.getOrComputeResource(resourceName(), name -> {
            List<RecordedEvent> events = new ArrayList<>();
            work.onPrepareCommit(committing -> write(events));
            work.afterCommit(committed -> failure = null);
            return events;
        });
    }

    private void write(List<RecordedEvent> events) {
        try {
            Projection.Batch batch = projection.begin();
            batch.prepare(events);
            events.forEach(batch::add);
            batch.flush();
        } catch (RuntimeException e) {
            throw lost(e);
        }
    }

    private BatchLostException lost(RuntimeException reason) {
        careful = true;
        failure = Blame.inPlainWords(reason);
        log.warn(
                "Projection {}: a batch could not be written, trying its events one by one", projection.name(), reason);
        return new BatchLostException(projection.name(), reason);
    }

    private void writeAlone(RecordedEvent event) {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        work.getOrComputeResource(resourceName() + ".careful", name -> {
            work.afterCommit(committed -> {
                careful = false;
                failure = null;
            });
            return true;
        });
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            Savepoint before = connection.setSavepoint();
            try {
                Projection.Batch alone = projection.begin();
                alone.add(event);
                alone.flush();
            } catch (RuntimeException e) {
                if (!Blame.isOnTheEvent(e)) {
                    throw lost(e);
                }
                rollBack(connection, before, e);
                throw e;
            }
            connection.releaseSavepoint(before);
            return true;
        });
    }

    private void rollBack(Connection connection, Savepoint before, RuntimeException reason) {
        try {
            connection.rollback(before);
        } catch (SQLException e) {
            reason.addSuppressed(e);
            throw lost(reason);
        }
    }

    private String resourceName() {
        return "projection:" + projection.name();
    }
}
