package org.ninetyten.command.aggregate;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Aggregates as their last command left them, so that the next one need not read every event again. Another process may
 * have gone on with one meanwhile: what is taken from here is {@link Unconfirmed} until an event is appended behind it
 * or its last event is looked up. Whatever is rolled back is forgotten; Axon's repository sees to that, under the lock
 * that it holds on an aggregate until its command has ended.
 */
@Component(EventSourced.REMEMBERED)
final class RecentAggregates implements Cache, Remembering {

    /** In events, of all aggregates together. An event may be large: under memory pressure they are let go. */
    private static final long EVENTS_AT_MOST = 50_000;

    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(10);

    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries = Caffeine.newBuilder()
            .softValues()
            .expireAfterAccess(REMEMBERED_FOR)
            .maximumWeight(EVENTS_AT_MOST)
            .weigher((Object stream, Object entry) -> (int) Math.min(EVENTS_AT_MOST, 2 + lastSequenceNumber(entry)))
            .build();

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"}) // Absent is null in Axon's contract.
    public <K, V> V get(K stream) {
        Object entry = entries.getIfPresent(stream);
        if (entry != null) {
            Unconfirmed.in(CurrentUnitOfWork.get()).add((String) stream, lastSequenceNumber(entry));
        }
        return (V) entry;
    }

    @Override
    public void put(Object stream, Object entry) {
        entries.put(stream, entry);
    }

    @Override
    public boolean putIfAbsent(Object stream, Object entry) {
        return entries.asMap().putIfAbsent(stream, entry) == null;
    }

    @Override
    public boolean remove(Object stream) {
        return entries.asMap().remove(stream) != null;
    }

    @Override
    public void removeAll() {
        entries.invalidateAll();
    }

    @Override
    public void forgetAll() {
        removeAll();
    }

    @Override
    public boolean containsKey(Object stream) {
        return entries.asMap().containsKey(stream);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <V> void computeIfPresent(Object stream, UnaryOperator<V> update) {
        entries.asMap().computeIfPresent(stream, (key, entry) -> update.apply((V) entry));
    }

    /** Nobody listens; what goes is read again. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        return () -> true;
    }

    /** An entry in memory has the aggregate itself, and needs nothing to make it from. */
    @SuppressWarnings("NullAway")
    private static long lastSequenceNumber(Object entry) {
        EventSourcedAggregate<?> aggregate = ((AggregateCacheEntry<?>) entry).recreateAggregate(null, null, null, null);
        return aggregate.version() == null ? -1 : aggregate.version();
    }
}
