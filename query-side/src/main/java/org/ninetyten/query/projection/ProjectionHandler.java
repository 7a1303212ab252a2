package org.ninetyten.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.ninetyten.events.stored.RecordedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes events from a processor to its projection, a batch in one write.
 *
 * <p>When writing a batch fails, it cannot be said which event was to blame, and the transaction is lost. So the next
 * attempt is careful: each event is written by itself behind a savepoint, the one to blame becomes a dead letter, and
 * all others go in. After a careful batch, batches are whole again.
 */
final class ProjectionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProjectionHandler.class);

    private final Projection projection;
    private final JdbcTemplate jdbc;
    private volatile boolean careful;

    ProjectionHandler(Projection projection, JdbcTemplate jdbc) {
        this.projection = projection;
        this.jdbc = jdbc;
    }

    boolean isFor(Projection other) {
        return projection == other;
    }

    /** Every event, of whatever type: one that is not known must become a dead letter, not be passed over. */
    @EventHandler
    void on(EventMessage<?> message) {
        RecordedEvent event = RecordedEvent.of(message);
        if (careful) {
            writeAlone(event);
        } else {
            batchOf(CurrentUnitOfWork.get()).add(event);
        }
    }

    private Projection.Batch batchOf(UnitOfWork<?> work) {
        return work.getOrComputeResource(resourceName(), name -> {
            Projection.Batch batch = projection.begin();
            work.onPrepareCommit(committing -> flush(batch));
            return batch;
        });
    }

    private void flush(Projection.Batch batch) {
        try {
            batch.flush();
        } catch (RuntimeException e) {
            careful = true;
            log.warn("Projection {}: a batch could not be written, trying its events one by one", projection.name(), e);
            throw e;
        }
    }

    private void writeAlone(RecordedEvent event) {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        work.getOrComputeResource(resourceName() + ".careful", name -> {
            work.afterCommit(committed -> careful = false);
            return true;
        });
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            Savepoint before = connection.setSavepoint();
            try {
                Projection.Batch alone = projection.begin();
                alone.add(event);
                alone.flush();
            } catch (RuntimeException e) {
                rollBack(connection, before, e);
                throw e;
            }
            connection.releaseSavepoint(before);
            return true;
        });
    }

    private static void rollBack(Connection connection, Savepoint before, RuntimeException reason) {
        try {
            connection.rollback(before);
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private String resourceName() {
        return "projection:" + projection.name();
    }
}
