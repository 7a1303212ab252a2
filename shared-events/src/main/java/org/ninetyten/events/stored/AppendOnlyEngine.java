package org.ninetyten.events.stored;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.keyring.Keyring;

/**
 * Axon's JDBC engine with two round trips fewer for each aggregate read: no snapshots are kept, so none are asked for,
 * and a stream that ends within a batch is not asked again whether it has ended.
 *
 * <p>Each event is read with its position among its metadata. A tracking token cannot tell it: the token of an event
 * that fills a gap names the highest position seen, not the event's own.
 */
final class AppendOnlyEngine extends JdbcEventStorageEngine {

    private final Keyring keyring;

    AppendOnlyEngine(JdbcEventStorageEngine.Builder builder, Keyring keyring) {
        super(builder);
        this.keyring = keyring;
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        var page = super.fetchTrackedEvents(lastToken, batchSize);
        keyring.prefetch(page.stream()
                .map(event -> (byte[]) event.getPayload().getData())
                .toList());
        return page;
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        var page = super.fetchDomainEvents(aggregateIdentifier, firstSequenceNumber, batchSize);
        keyring.prefetch(page.stream()
                .map(event -> (byte[]) event.getPayload().getData())
                .toList());
        return page;
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Stream.empty();
    }

    @Override
    protected boolean fetchForAggregateUntilEmpty() {
        return false;
    }

    /** Whoever comes second has to decide again, also where what they both did was to begin the stream. */
    @Override
    protected void handlePersistenceException(Exception e, EventMessage<?> failed) {
        try {
            super.handlePersistenceException(e, failed);
        } catch (AggregateStreamCreationException alreadyBegun) {
            throw new ConcurrencyException("Another writer began this stream first", alreadyBegun);
        }
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    protected <T> T readPayload(ResultSet row, String column) throws SQLException {
        byte[] json = row.getBytes(column);
        if (column.equals(EventStoreTables.METADATA)) {
            return (T) withPosition(json, row.getLong(EventStoreTables.POSITION));
        }
        return (T) json;
    }

    /** {@code {"actorId":…}} as {@code {"position":"7","actorId":…}}, without reading it. */
    static byte[] withPosition(byte[] json, long position) {
        boolean empty = json.length <= 2;
        String head = "{\"" + EventStoreTables.POSITION + "\":\"" + position + (empty ? "\"" : "\",");
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        byte[] result = new byte[start.length + json.length - 1];
        System.arraycopy(start, 0, result, 0, start.length);
        System.arraycopy(json, 1, result, start.length, json.length - 1);
        return result;
    }
}
