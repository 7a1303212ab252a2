package org.ninetyten.query.projection;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.keyring.Keyring;
import org.ninetyten.query.projection.EventPages.Page;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works on rebuilds and verifications, one after another. Each process has one of these, and any of them takes up what
 * nobody works on: what was asked of another, and what another left when it died. The copy's rows commit with how far
 * it has got, so whoever goes on does so from there.
 *
 * <p>A copy follows the projection's own token, never anything else: what the token has, it reads; what it has not, be it
 * for an event that was not committed when later ones were, it leaves until the token has it.
 */
@Component
class RebuildWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RebuildWorker.class);

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration RENEW_EVERY = Rebuilds.LEASE.dividedBy(5);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration PAUSE_BEFORE_SWITCH = Duration.ofMillis(250);
    private static final int FAILURES_AT_MOST = 5;

    /** Below PostgreSQL's deadlock_timeout: when readers and the switch wait for each other, the switch gives way. */
    private static final String LOCK_PATIENCE = "500ms";

    private static final String DEADLOCK = "40P01";
    private static final String NOT_IN_PREREQUISITE_STATE = "55000";
    private static final String UNDEFINED_TABLE = "42P01";

    /** What is left to read when a switch begins; more than this, and it is read before. */
    private static final int PAGES_IN_A_SWITCH = 2;

    private final Map<String, Projection> projections;
    private final Rebuilds rebuilds;
    private final EventPages pages;
    private final LiveTokens tokens;
    private final BatchLock lock;
    private final DeadLetterQueues queues;
    private final Comparison comparison;
    private final Documents documents;
    private final Keyring keyring;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final TransactionTemplate snapshots;

    /** This process, among all that ever were. */
    private final String self = UUID.randomUUID().toString();

    /** Both log whatever a round ends with, be it an Error, and go on to the next. */
    private final ThreadPoolTaskScheduler worker = thread("rebuilds-", STOP_WITHIN);

    private final ThreadPoolTaskScheduler leases = thread("rebuild-leases-", Duration.ZERO);

    private final ThreadPoolTaskScheduler reader = thread("rebuild-reader-", Duration.ZERO);

    private volatile @Nullable Rebuild current;
    private volatile boolean running;
    private volatile CountDownLatch stopping = new CountDownLatch(1);

    RebuildWorker(
            List<Projection> projections,
            Rebuilds rebuilds,
            EventPages pages,
            LiveTokens tokens,
            BatchLock lock,
            DeadLetterQueues queues,
            Comparison comparison,
            Documents documents,
            Keyring keyring,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        this.projections = projections.stream().collect(Collectors.toMap(Projection::name, Function.identity()));
        this.rebuilds = rebuilds;
        this.pages = pages;
        this.tokens = tokens;
        this.lock = lock;
        this.queues = queues;
        this.comparison = comparison;
        this.documents = documents;
        this.keyring = keyring;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.snapshots = new TransactionTemplate(transactions);
        this.snapshots.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    private static ThreadPoolTaskScheduler thread(String name, Duration stopWithin) {
        ThreadPoolTaskScheduler thread = new ThreadPoolTaskScheduler();
        thread.setThreadNamePrefix(name);
        thread.setDaemon(true);
        // Not interrupted: it stops at the next page, and a connection in use is not lost.
        thread.setWaitForTasksToCompleteOnShutdown(true);
        thread.setAwaitTerminationSeconds((int) stopWithin.toSeconds());
        return thread;
    }

    @Override
    public void start() {
        running = true;
        stopping = new CountDownLatch(1);
        worker.initialize();
        leases.initialize();
        reader.initialize();
        Future<?> unusedLooking = worker.scheduleWithFixedDelay(this::look, LOOK_EVERY);
        Future<?> unusedRenewing = leases.scheduleWithFixedDelay(this::renew, RENEW_EVERY);
    }

    @Override
    public void stop() {
        running = false;
        stopping.countDown();
        worker.shutdown();
        leases.shutdown();
        reader.shutdown();
    }

    /** Something has been asked for: not to be left until the next look. */
    void poke() {
        if (running) {
            worker.execute(this::look);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void renew() {
        Rebuild mine = current;
        if (mine != null) {
            try {
                rebuilds.renew(mine, self);
            } catch (RuntimeException e) {
                log.warn("The lease on a rebuild of {} could not be renewed: {}", mine.projection(), e.toString());
            }
        }
    }

    private void look() {
        try {
            Optional<Rebuild> found = rebuilds.takeUp(self);
            while (running && found.isPresent()) {
                work(found.get());
                found = rebuilds.takeUp(self);
            }
        } catch (RuntimeException e) {
            // The database may be away: in a line, not with a stack trace at each look.
            log.warn("Rebuilds could not be looked for: {}", e.toString());
        }
    }

    private void work(Rebuild rebuild) {
        Projection projection = projections.get(rebuild.projection());
        if (projection == null) {
            rebuilds.failed(rebuild, "This release has no projection of that name.");
            return;
        }
        current = rebuild;
        try {
            // Not with a key that was destroyed elsewhere a moment ago.
            keyring.forget();
            log.info(
                    "{} of {} from position {}",
                    rebuild.purpose(),
                    projection.name(),
                    rebuild.covers().position());
            tryUntilItIsDone(rebuild, projection);
        } catch (RebuildLostException e) {
            log.info("The {} of {} is no longer for this process", rebuild.purpose(), projection.name());
            rebuilds.dropCopy(projection.name());
        } finally {
            current = null;
        }
    }

    private void tryUntilItIsDone(Rebuild begun, Projection projection) {
        Rebuild rebuild = begun;
        int failures = 0;
        while (true) {
            long before = rebuild.read();
            try {
                new Making(rebuild, projection).run();
                return;
            } catch (RebuildLostException e) {
                throw e;
            } catch (SwitchPutOffException e) {
                pause(PAUSE_BEFORE_SWITCH);
                rebuild = rebuilds.find(begun.id()).filter(Rebuild::isRunning).orElseThrow(RebuildLostException::new);
            } catch (RuntimeException e) {
                rebuild = rebuilds.find(begun.id()).filter(Rebuild::isRunning).orElseThrow(RebuildLostException::new);
                failures = rebuild.read() > before ? 1 : failures + 1;
                if (!running) {
                    rebuilds.letGo(rebuild, self);
                    throw new RebuildLostException();
                }
                log.warn("The {} of {} failed, try {}", rebuild.purpose(), projection.name(), failures, e);
                if (failures >= FAILURES_AT_MOST) {
                    rebuilds.failed(rebuild, Blame.inPlainWords(e));
                    return;
                }
                rebuilds.stumbled(rebuild, Blame.inPlainWords(e));
                if (isNotOfTheShape(e)) {
                    rebuilds.beginAgain(rebuild, self);
                }
                rebuild = rebuilds.find(begun.id()).orElseThrow(RebuildLostException::new);
                pause(PAUSE_AFTER_FAILURE);
            }
        }
    }

    private static boolean isNotOfTheShape(RuntimeException e) {
        String state = Blame.sqlState(e);
        return NOT_IN_PREREQUISITE_STATE.equals(state) || UNDEFINED_TABLE.equals(state);
    }

    /** Less where the process stops meanwhile: what is gone on with then gives the rebuild to another. */
    private void pause(Duration length) {
        try {
            boolean unusedStopping = stopping.await(length.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RebuildLostException();
        }
    }

    /** One try. What is committed in it stays, whatever becomes of it. */
    private final class Making {

        private final Projection projection;
        private final Intake intake;
        private final ReadAhead ahead;
        private Rebuild rebuild;

        Making(Rebuild rebuild, Projection projection) {
            this.rebuild = rebuild;
            this.projection = projection;
            this.intake = new Intake(projection, queues.ofCopy(projection.name()), heldUp());
            this.ahead = new ReadAhead(pages, projection, transactions, reader);
        }

        private Set<String> heldUp() {
            return Set.copyOf(jdbc.queryForList(
                    "SELECT DISTINCT sequenceIdentifier FROM readmodel_copy.dead_letter WHERE processingGroup = ?",
                    String.class,
                    projection.name()));
        }

        void run() {
            long left = pages.count(projection, rebuild.covers(), tokens.of(projection.name()));
            rebuilds.expect(rebuild, rebuild.read() + left);
            rebuild = rebuild.expecting(rebuild.read() + left);
            do {
                follow();
            } while (!finish());
            log.info("The {} of {} is done, {} events", rebuild.purpose(), projection.name(), rebuild.read());
        }

        private void follow() {
            boolean more = true;
            while (more) {
                more = Boolean.TRUE.equals(transactions.execute(this::takePage));
            }
        }

        /** Whether there is more to take. */
        private boolean takePage(TransactionStatus transaction) {
            if (!running) {
                throw new IllegalStateException("The process is stopping");
            }
            boolean more = takePage(tokens.of(projection.name()), transaction);
            rebuilds.progress(rebuild, self);
            return more;
        }

        private boolean takePage(Coverage live, TransactionStatus transaction) {
            Page page = ahead.next(rebuild.covers(), live);
            intake.take(page.events(), transaction);
            rebuild = rebuild.at(page.covers(), page.events().size());
            return page.more();
        }

        private boolean finish() {
            rebuilds.analyze(rebuild);
            return rebuild.purpose() == Rebuild.Purpose.REBUILD ? switchOver() : verify();
        }

        /** Whether it is done: not where someone reads so long that there is more to take in by now. */
        private boolean switchOver() {
            try {
                return Boolean.TRUE.equals(transactions.execute(transaction -> {
                    jdbc.execute("SET LOCAL lock_timeout = '" + LOCK_PATIENCE + "'");
                    lock.alone(projection.name());
                    Coverage live = tokens.held(projection.name());
                    int taken = 1;
                    boolean more = takePage(live, transaction);
                    while (more && taken < PAGES_IN_A_SWITCH) {
                        more = takePage(live, transaction);
                        taken++;
                    }
                    if (more) {
                        rebuilds.progress(rebuild, self);
                        return false;
                    }
                    rebuilds.switchTo(rebuild, self);
                    lock.deadLettersChanged(projection.name());
                    return true;
                }));
            } catch (RuntimeException e) {
                String state = Blame.sqlState(e);
                if (!Rebuilds.LOCK_NOT_AVAILABLE.equals(state) && !DEADLOCK.equals(state)) {
                    throw e;
                }
                log.info("The switch to the new {} waits for queries under way", projection.name());
                // What was taken in was rolled back, and what the intake remembers with it.
                throw new SwitchPutOffException(e);
            }
        }

        /** The rows and their token as they stood at one time, and beside them a copy of all that the token has. */
        private boolean verify() {
            Comparison.Result result = snapshots.execute(transaction -> {
                transaction.setRollbackOnly();
                // It writes nothing, so no reader waits for what it would commit.
                jdbc.execute("SET LOCAL transaction_timeout = 0");
                Coverage live = tokens.of(projection.name());
                boolean more = true;
                while (more) {
                    more = takePage(live, transaction);
                }
                return comparison.compare(projection);
            });
            rebuilds.verified(rebuild, self, documents.write(Objects.requireNonNull(result)));
            return true;
        }
    }

    /** Someone reads the old rows; the switch is tried again. */
    private static final class SwitchPutOffException extends RuntimeException {

        private static final long serialVersionUID = 1;

        SwitchPutOffException(RuntimeException cause) {
            super(cause);
        }
    }
}
