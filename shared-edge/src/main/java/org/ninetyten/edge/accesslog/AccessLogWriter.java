package org.ninetyten.edge.accesslog;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.background.BackgroundWorker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what was read, in batches, behind the answers. Every read takes a place before it is answered, and gives it
 * back when its line is in the database: so no more reads are answered than can be accounted for. None waits for a write
 * while there are places and the oldest line that is not written is younger than may be lost.
 */
final class AccessLogWriter extends BackgroundWorker {

    private static final Logger log = LoggerFactory.getLogger(AccessLogWriter.class);

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final long LOOK_WHETHER_CAUGHT_UP_MILLIS = 10;
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(10);
    private static final Duration PARTITIONS_EVERY = Duration.ofHours(12);
    private static final int MONTHS_AHEAD = 3;
    private static final int BATCH = 500;

    private static final String INSERT = """
            INSERT INTO accesslog.entry (read_at, caller, role, query, subject_kind, subject_id, officer_id, filters,
                purpose, status, correlation_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Optional<CaseOfficers> cases;
    private final Duration behindAtMost;
    private final Duration patience;
    private final Clock clock;
    private final Semaphore places;
    private final LinkedBlockingQueue<Read> queue = new LinkedBlockingQueue<>();

    private final ReentrantLock writing = new ReentrantLock();

    /** Taken from the queue and not written yet; of whoever holds the lock. */
    private volatile List<Read> batch = List.of();

    private long partitionsLookedAt = System.nanoTime() - PARTITIONS_EVERY.toNanos();

    AccessLogWriter(DataSource database, Optional<CaseOfficers> cases, AccessLogProperties properties, Clock clock) {
        super("access-log", LOOK_EVERY, PATIENCE_AT_STOP);
        this.jdbc = new JdbcTemplate(database);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        this.cases = cases;
        this.behindAtMost = properties.behindAtMost();
        this.patience = properties.patience();
        this.clock = clock;
        this.places = new Semaphore(properties.queue());
    }

    /** @return whether there is a place for a line; then {@link #put} or {@link #giveBack} follows, whatever happens */
    boolean takePlace() {
        if (!isBehind() && places.tryAcquire()) {
            return true;
        }
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (isBehind()) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                Thread.sleep(LOOK_WHETHER_CAUGHT_UP_MILLIS);
            }
            return places.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isBehind() {
        List<Read> first = batch;
        Read oldest = first.isEmpty() ? queue.peek() : first.getFirst();
        return oldest != null && oldest.at().plus(behindAtMost).isBefore(clock.instant());
    }

    void giveBack() {
        places.release();
    }

    void put(Read read) {
        queue.add(read);
    }

    /** After the web server, which answers what is under way first. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void stop() {
        super.stop();
        look();
        int lost = queue.size() + batch.size();
        if (lost > 0) {
            log.error("The access log could not be written to the end: {} lines are lost", lost);
        }
    }

    @Override
    protected void look() {
        // Taken only when a stop finds the thread stuck in a database that hangs: then there is nothing to wait for.
        if (!writing.tryLock()) {
            return;
        }
        try {
            makePartitions();
            while (!batch.isEmpty() || !queue.isEmpty()) {
                writeBatch();
            }
        } catch (DataAccessException | TransactionException e) {
            // Nothing is lost: the batch is kept, and when all places are taken reads are refused.
            log.warn(
                    "The access log cannot be written just now, {} lines wait: {}",
                    batch.size() + queue.size(),
                    e.toString());
        } finally {
            writing.unlock();
        }
    }

    private void writeBatch() {
        if (batch.isEmpty()) {
            List<Read> next = new ArrayList<>();
            queue.drainTo(next, BATCH);
            batch = next;
        }
        Map<String, String> officers = officersOfCases();
        transactions.executeWithoutResult(transaction -> insert(officers));
        places.release(batch.size());
        batch = List.of();
    }

    private void insert(Map<String, String> officers) {
        jdbc.batchUpdate(INSERT, batch, batch.size(), (statement, read) -> {
            statement.setTimestamp(1, Timestamp.from(read.at()));
            statement.setString(2, read.caller());
            statement.setString(3, read.role());
            statement.setString(4, read.query());
            statement.setString(5, read.subjectKind());
            statement.setString(6, read.subjectId());
            statement.setString(7, officerOf(read, officers));
            statement.setString(8, read.filters());
            statement.setString(9, read.purpose());
            statement.setInt(10, read.status());
            statement.setString(11, read.correlationId());
        });
    }

    private Map<String, String> officersOfCases() {
        List<String> ids = batch.stream()
                .filter(read -> read.subjectKind().equals(PersonalReads.TRANSGRESSION))
                .flatMap(read -> Optional.ofNullable(read.subjectId()).stream())
                .distinct()
                .toList();
        return ids.isEmpty() ? Map.of() : cases.map(known -> known.ofCases(ids)).orElse(Map.of());
    }

    private static @Nullable String officerOf(Read read, Map<String, String> officersOfCases) {
        return switch (read.subjectKind()) {
            case PersonalReads.OFFICER -> read.subjectId();
            case PersonalReads.TRANSGRESSION -> officersOfCases.get(String.valueOf(read.subjectId()));
            default -> null;
        };
    }

    private void makePartitions() {
        long now = System.nanoTime();
        if (now - partitionsLookedAt >= PARTITIONS_EVERY.toNanos()) {
            jdbc.queryForObject("SELECT accesslog.make_partitions(?)", Integer.class, MONTHS_AHEAD);
            partitionsLookedAt = now;
        }
    }
}
