package org.ninetyten.query.projection;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import org.ninetyten.events.Subject;
import org.ninetyten.events.stored.StoredEvents;
import org.ninetyten.events.stored.StoredEvents.StoredEvent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Component;

/** Reads the event store page by page, in the order of positions. */
@Component
class EventPages {

    private static final int EVENTS_AT_MOST = 4_000;

    /** Published policies are large: a page holds no more of them than this. */
    private static final long BYTES_AT_MOST = 16_000_000;

    private static final int ROWS_A_FETCH = 500;

    private static final String SELECT =
            "SELECT " + StoredEvents.COLUMNS + " FROM eventstore.domain_event event WHERE ";
    private static final String BETWEEN = "position > ? AND position <= ? AND position <> ALL (?) AND ";
    private static final String CONCERNS = "NOT stream LIKE ANY (?)";

    private final JdbcTemplate jdbc;
    private final StoredEvents events;

    EventPages(JdbcTemplate jdbc, StoredEvents events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * @param covers what has been taken in after this page
     * @param more whether there is more to read that the other reader had
     */
    record Page(List<StoredEvent> events, Coverage covers, boolean more) {}

    /**
     * What another reader has taken in and this one has not, as much as fits into a page. Never an event that the other
     * has not: what commits behind a position that both have passed, the other takes in first, and it is read then.
     *
     * @param taken by this reader
     * @param other of the other, read before, so that its events are all there to be read
     */
    Page next(Projection projection, Coverage taken, Coverage other) {
        List<StoredEvent> found = filled(projection, taken.filledIn(other));
        Collector page = new Collector(found);
        jdbc.query(
                connection -> {
                    PreparedStatement select = connection.prepareStatement(
                            SELECT + BETWEEN + CONCERNS + " ORDER BY position LIMIT " + EVENTS_AT_MOST);
                    select.setFetchSize(ROWS_A_FETCH);
                    select.setLong(1, taken.position());
                    select.setLong(2, other.position());
                    select.setArray(
                            3, connection.createArrayOf("bigint", other.gaps().toArray()));
                    select.setArray(4, connection.createArrayOf("text", others(projection)));
                    return select;
                },
                page);
        events.prepare(found);
        if (page.isFull) {
            return new Page(found, other.upTo(page.last), true);
        }
        // Another that has fallen behind, as when it reads everything again, takes nothing away from this one.
        return new Page(found, other.position() < taken.position() ? taken : other, false);
    }

    /** How many events that concern the projection the other reader has and this one has not. */
    long count(Projection projection, Coverage taken, Coverage other) {
        Long counted = jdbc.query(
                connection -> {
                    PreparedStatement select = connection.prepareStatement(
                            "SELECT count(*) FROM eventstore.domain_event WHERE " + BETWEEN + CONCERNS);
                    select.setLong(1, taken.position());
                    select.setLong(2, other.position());
                    select.setArray(
                            3, connection.createArrayOf("bigint", other.gaps().toArray()));
                    select.setArray(4, connection.createArrayOf("text", others(projection)));
                    return select;
                },
                (ResultSetExtractor<Long>) rows -> rows.next() ? rows.getLong(1) : 0L);
        return counted == null ? 0 : counted;
    }

    /** In the order of their ids' being given. */
    List<StoredEvent> withIds(List<String> eventIds) {
        return jdbc.query(
                connection -> {
                    PreparedStatement select = connection.prepareStatement(
                            SELECT + "event_id = ANY (?) ORDER BY array_position(?, event_id)");
                    select.setArray(1, connection.createArrayOf("varchar", eventIds.toArray()));
                    select.setArray(2, connection.createArrayOf("varchar", eventIds.toArray()));
                    return select;
                },
                (row, number) -> events.of(row));
    }

    private List<StoredEvent> filled(Projection projection, SortedSet<Long> positions) {
        if (positions.isEmpty()) {
            return new ArrayList<>();
        }
        return jdbc.query(
                connection -> {
                    PreparedStatement select = connection.prepareStatement(
                            SELECT + "position = ANY (?) AND " + CONCERNS + " ORDER BY position");
                    select.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
                    select.setArray(2, connection.createArrayOf("text", others(projection)));
                    return select;
                },
                (row, number) -> events.of(row));
    }

    /** Streams that do not concern the projection; one of no known kind concerns all. */
    static String[] others(Projection projection) {
        return Arrays.stream(Subject.values())
                .filter(subject -> !projection.concerns(subject))
                .map(subject -> subject.stream("%"))
                .toArray(String[]::new);
    }

    /** Takes rows until the page is full. */
    private final class Collector implements ResultSetExtractor<Void> {

        private final List<StoredEvent> found;
        private long bytes;
        private long last;
        private boolean isFull;

        private Collector(List<StoredEvent> found) {
            this.found = found;
        }

        @Override
        @SuppressWarnings("NullAway") // The type of nothing.
        public Void extractData(ResultSet rows) throws SQLException {
            int taken = 0;
            while (bytes < BYTES_AT_MOST && rows.next()) {
                StoredEvent event = events.of(rows);
                found.add(event);
                last = event.position();
                bytes += event.size();
                taken++;
            }
            isFull = bytes >= BYTES_AT_MOST || taken == EVENTS_AT_MOST;
            return null;
        }
    }
}
