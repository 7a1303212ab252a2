package org.ninetyten.query.reassessment;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.ninetyten.events.Event;
import org.ninetyten.events.Subject;
import org.ninetyten.events.stored.RecordedEvent;
import org.ninetyten.events.stored.StoredEventTypes;
import org.ninetyten.events.stored.StoredEvents;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewDecided;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionAssessed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReopened;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionRestricted;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionUnrestricted;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionWithdrawn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The event store, read straight: whatever views there are, and however far they have got. Rows stream, some at a time. */
@Component
class StoredHistory {

    private static final int FETCHED_AT_ONCE = 200;

    /** The events that say what was reported and how it stands assessed. */
    private static final String[] KINDS = Stream.of(
                    TransgressionReported.class,
                    TransgressionAssessed.class,
                    ReviewDecided.class,
                    TransgressionWithdrawn.class,
                    TransgressionReopened.class,
                    TransgressionRestricted.class,
                    TransgressionUnrestricted.class)
            .map(type -> StoredEventTypes.of(type).name())
            .toArray(String[]::new);

    private final JdbcTemplate jdbc;
    private final StoredEvents events;
    private final TransactionTemplate transactions;

    StoredHistory(DataSource dataSource, StoredEvents events, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(FETCHED_AT_ONCE);
        // Nobody's words are weighed here.
        this.events = events.unopened();
        this.transactions = new TransactionTemplate(transactions);
        // Rows come in portions only within a transaction.
        this.transactions.setReadOnly(true);
    }

    /** The position of the last event there is. */
    long head() {
        return Objects.requireNonNullElse(
                jdbc.queryForObject("SELECT max(position) FROM eventstore.domain_event", Long.class), 0L);
    }

    /** All that is known of a policy at a position. */
    PolicyPast policy(String policyId, long position) {
        PolicyPast past = new PolicyPast(policyId);
        read("SELECT " + StoredEvents.COLUMNS + """
                 FROM eventstore.domain_event event WHERE event.stream = ? AND event.position <= ?
                ORDER BY event.sequence_number
                """, past::add, Subject.POLICY.stream(policyId), position);
        return past;
    }

    /** What was reported and assessed after one position and up to another, in that order. */
    void between(long after, long upTo, Consumer<RecordedEvent> each) {
        read("SELECT " + StoredEvents.COLUMNS + """
                 FROM eventstore.domain_event event
                WHERE event.position > ? AND event.position <= ? AND event.event_type = ANY (?)
                ORDER BY event.position
                """, each, after, upTo, KINDS);
    }

    /** The events of these cases up to a position, each case's in their order. */
    void ofCases(List<String> transgressionIds, long upTo, Consumer<RecordedEvent> each) {
        read(
                "SELECT " + StoredEvents.COLUMNS + """
                 FROM eventstore.domain_event event
                WHERE event.stream = ANY (?) AND event.position <= ? AND event.event_type = ANY (?)
                ORDER BY event.stream, event.sequence_number
                """,
                each,
                transgressionIds.stream().map(Subject.TRANSGRESSION::stream).toArray(String[]::new),
                upTo,
                KINDS);
    }

    /**
     * The events of what the same officers had posted before each of these cases and was reported before it, up to its
     * report: case after case, and each earlier one's together and in their order.
     *
     * @param positions of the cases' reports
     * @param each is given an event of an earlier case, and the position of the case that it came before
     */
    void before(String reassessmentId, List<Long> positions, int lookBackMonths, ObjLongConsumer<Event> each) {
        transactions.executeWithoutResult(status -> {
            // Of a table that was only just filled the planner knows nothing, and reads the whole store for a few rows.
            jdbc.execute("SET LOCAL enable_hashjoin = off");
            jdbc.execute("SET LOCAL enable_mergejoin = off");
            jdbc.query(
                    "SELECT one.position AS one_position, " + StoredEvents.COLUMNS + """
                     FROM readmodel.reassessment_report one
                    JOIN readmodel.reassessment_report earlier
                        ON earlier.reassessment_id = one.reassessment_id
                        AND earlier.officer_id = one.officer_id
                        AND earlier.posted_at <= one.posted_at
                        AND earlier.posted_at >= one.posted_at - make_interval(months => ?, days => 3)
                        AND earlier.position < one.position
                    JOIN eventstore.domain_event event
                        ON event.stream = ? || earlier.transgression_id
                        AND event.position < one.position
                        AND event.event_type = ANY (?)
                    WHERE one.reassessment_id = ? AND one.position = ANY (?)
                    ORDER BY one.position, earlier.position, event.sequence_number
                    """,
                    row -> {
                        each.accept(events.of(row).recorded().event(), row.getLong("one_position"));
                    },
                    lookBackMonths,
                    Subject.TRANSGRESSION.stream(""),
                    KINDS,
                    reassessmentId,
                    positions.toArray(Long[]::new));
        });
    }

    private void read(String sql, Consumer<RecordedEvent> each, Object... values) {
        transactions.executeWithoutResult(status -> jdbc.query(
                sql,
                row -> {
                    each.accept(events.of(row).recorded());
                },
                values));
    }
}
