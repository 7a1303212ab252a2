package org.ninetyten.events.stored;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.keyring.Keyring;
import org.ninetyten.events.keyring.NewKey;
import org.ninetyten.events.transaction.LazyConnections;
import org.ninetyten.events.transaction.RecordedEvents;

/**
 * Axon's JDBC engine with two round trips fewer for each aggregate read: no snapshots are kept, so none are asked for,
 * and a stream that ends within a batch is not asked again whether it has ended.
 *
 * <p>Each event is read with its position among its metadata. A tracking token cannot tell it: the token of an event
 * that fills a gap names the highest position seen, not the event's own.
 */
final class AppendOnlyEngine extends JdbcEventStorageEngine {

    /** The tail is looked at so often at most: each look costs as much for one event as for twenty. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Keyring keyring;
    private final DataSource dataSource;
    private final GroupCommit together;
    private volatile long lookedAt = System.nanoTime();

    AppendOnlyEngine(JdbcEventStorageEngine.Builder builder, DataSource dataSource, Keyring keyring) {
        super(builder);
        this.keyring = keyring;
        this.dataSource = dataSource;
        this.together = new GroupCommit(LazyConnections.withoutTransaction(dataSource));
    }

    /**
     * In one commit with what other commands record at this moment, where the transaction has nothing else to keep: it
     * ends here then. Nothing follows for it but its commit.
     */
    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty() || !isAll(events)) {
            super.appendEvents(events, serializer);
            return;
        }
        keyring.prepareFirstKeys();
        List<GroupCommit.Row> rows =
                events.stream().map(event -> row(event, serializer)).toList();
        List<NewKey> firstKeys = keyring.takeFirstKeys();
        // An account's holder may have been given a key meanwhile, which is kept with them or not at all.
        if (!isAll(events)) {
            keyring.store(firstKeys);
            super.appendEvents(events, serializer);
            return;
        }
        try {
            together.append(rows, firstKeys);
        } catch (SQLException e) {
            handlePersistenceException(e, events.getFirst());
        }
    }

    /** Whether the transaction has nothing to keep but these. */
    private boolean isAll(List<? extends EventMessage<?>> events) {
        return CurrentUnitOfWork.isStarted()
                && RecordedEvents.in(CurrentUnitOfWork.get()) == events.size()
                && LazyConnections.areUnused(dataSource);
    }

    private static GroupCommit.Row row(EventMessage<?> message, Serializer serializer) {
        var event = (DomainEventMessage<?>) message;
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        SerializedObject<byte[]> metadata = event.serializeMetaData(serializer, byte[].class);
        return new GroupCommit.Row(
                event.getIdentifier(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getType(),
                DateTimeUtils.formatInstant(event.getTimestamp()),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                metadata.getData());
    }

    /** @param mayBlock as it is for the one thread that follows the tail for all processors */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        if (mayBlock) {
            long wait = BETWEEN_LOOKS.toNanos() - (System.nanoTime() - lookedAt);
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            lookedAt = System.nanoTime();
        }
        return super.readEvents(token, mayBlock);
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
