package org.ninetyten.events.stored;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ninetyten.database.DatabaseRole;
import org.ninetyten.events.keyring.NewKey;
import org.ninetyten.events.transaction.LazyConnections;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What commands that are committed together have to do with each other: nothing. */
class GroupCommitIT {

    private static StoreOnPostgres store;
    private static GroupCommit commits;

    private final List<Thread> callers = new ArrayList<>();

    @BeforeAll
    static void start() {
        store = StoreOnPostgres.create("group_commit");
        commits = new GroupCommit(store.bean(DataSource.class));
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void whatComesWhileSomebodyWritesIsWrittenNextTogether() throws Exception {
        List<CompletableFuture<Void>> appended = new ArrayList<>();
        whileNobodyCanWrite(() -> {
            appended.add(append("together-1", 0));
            awaitWaiting(1);
            for (int i = 2; i <= 6; i++) {
                appended.add(append("together-" + i, 0, 1));
            }
            awaitWaiting(6);
        });
        appended.forEach(CompletableFuture::join);

        assertThat(transactions("together-1")).hasSize(1);
        assertThat(transactions("together-[2-6]")).hasSize(1).doesNotContainAnyElementsOf(transactions("together-1"));
        assertThat(count("together-.")).isEqualTo(11);
    }

    @Test
    void eachCommandsEventsStandInTheirOrder() throws Exception {
        List<CompletableFuture<Void>> appended = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            appended.add(append("ordered-" + i, 0, 1, 2));
        }
        appended.forEach(CompletableFuture::join);

        assertThat(store.sql().queryForList("""
                        SELECT stream FROM eventstore.domain_event WHERE stream LIKE 'ordered-%'
                        GROUP BY stream
                        HAVING array_agg(sequence_number ORDER BY position) <> '{0,1,2}'""", String.class)).isEmpty();
        assertThat(count("ordered-.*")).isEqualTo(60);
    }

    @Test
    void aPlaceThatIsTakenIsRefusedToWhoeverWantsItAndToNobodyElse() throws Exception {
        append("taken", 0).join();
        List<CompletableFuture<Void>> appended = new ArrayList<>();
        whileNobodyCanWrite(() -> {
            appended.add(append("free-1", 0));
            awaitWaiting(1);
            appended.add(append("taken", 0));
            appended.add(append("free-2", 0, 1));
            appended.add(append("too-long-" + "x".repeat(260), 0));
            appended.add(append("half-1", 0, 0));
            awaitWaiting(5);
        });

        assertRefused(appended.get(1), "23505");
        assertRefused(appended.get(3), "22001");
        assertRefused(appended.get(4), "23505");
        appended.get(0).join();
        appended.get(2).join();
        assertThat(count("free-.")).isEqualTo(3);
        assertThat(count("half-1")).isZero();
        assertThat(count("taken")).isEqualTo(1);
    }

    @Test
    void firstKeysAreStoredWithTheirEventsOrNotAtAll() throws Exception {
        List<CompletableFuture<Void>> appended = new ArrayList<>();
        whileNobodyCanWrite(() -> {
            appended.add(append("before-keys", 0));
            awaitWaiting(1);
            appended.add(on(() -> commits.append(rows("officer:k1", 0), List.of(key(901, "officer:k1")))));
            appended.add(on(() -> commits.append(rows("before-keys", 0), List.of(key(902, "officer:k2")))));
            awaitWaiting(3);
            appended.add(on(() -> commits.append(rows("officer:k1", 1), List.of(key(903, "officer:k1")))));
            awaitWaiting(4);
        });

        appended.get(1).join();
        assertRefused(appended.get(2), "23505");
        assertRefused(appended.get(3), "23505");
        assertThat(store.sql()
                        .queryForList(
                                "SELECT id FROM keyring.data_key WHERE scope IN ('officer:k1', 'officer:k2')",
                                Long.class))
                .containsExactly(901L);
        assertThat(count("officer:k1")).isEqualTo(1);
    }

    private static NewKey key(long id, String scope) {
        return new NewKey(id, scope, scope.substring(scope.indexOf(':') + 1), new byte[] {1, 2}, "file:1");
    }

    @Test
    void whoIsInterruptedIsAnsweredAllTheSame() throws Exception {
        AtomicBoolean stillInterrupted = new AtomicBoolean();
        List<CompletableFuture<Void>> appended = new ArrayList<>();
        whileNobodyCanWrite(() -> {
            appended.add(append("first", 0));
            awaitWaiting(1);
            appended.add(on(() -> {
                commits.append(rows("interrupted", 0), List.of());
                stillInterrupted.set(Thread.currentThread().isInterrupted());
            }));
            awaitWaiting(2);
            callers.getLast().interrupt();
        });
        appended.forEach(CompletableFuture::join);

        assertThat(stillInterrupted).isTrue();
        assertThat(count("interrupted")).isEqualTo(1);
    }

    @Test
    void whereThereIsNoDatabaseEverybodyIsToldAndTheNextIsTriedAnew() throws SQLException {
        HikariDataSource gone = new HikariDataSource();
        gone.setJdbcUrl("jdbc:postgresql://127.0.0.1:1/none");
        gone.setInitializationFailTimeout(-1);
        gone.setConnectionTimeout(250);
        try (gone) {
            GroupCommit nowhere = new GroupCommit(gone);

            assertThatThrownBy(() -> nowhere.append(rows("nowhere", 0), List.of()))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> nowhere.append(rows("nowhere", 0), List.of()))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aTransactionIsUnusedUntilItsFirstStatementAndTheNextOneIsAgain() {
        LazyConnections connections = new LazyConnections(store.bean(DataSource.class));
        var transactions = new TransactionTemplate(new DataSourceTransactionManager(connections));
        var sql = new JdbcTemplate(connections);
        List<Boolean> unused = new ArrayList<>();
        Runnable look = () -> unused.add(LazyConnections.areUnused(connections));

        look.run();
        transactions.executeWithoutResult(status -> {
            look.run();
            LazyConnections.atOnce(connections, own -> own.queryForObject("SELECT 1", Integer.class));
            look.run();
            sql.queryForObject("SELECT 1", Integer.class);
            look.run();
        });
        transactions.executeWithoutResult(status -> look.run());
        look.run();

        assertThat(unused).containsExactly(false, true, true, false, true, false);
    }

    private interface Work {

        void run() throws SQLException;
    }

    private void whileNobodyCanWrite(Work work) throws SQLException {
        try (Connection owner = store.connect(DatabaseRole.OWNER);
                Statement lock = owner.createStatement()) {
            owner.setAutoCommit(false);
            lock.execute("LOCK TABLE eventstore.domain_event IN SHARE ROW EXCLUSIVE MODE");
            work.run();
            owner.rollback();
        }
    }

    private CompletableFuture<Void> append(String stream, int... sequenceNumbers) {
        return on(() -> commits.append(rows(stream, sequenceNumbers), List.of()));
    }

    private CompletableFuture<Void> on(Work work) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                work.run();
                ended.complete(null);
            } catch (SQLException | RuntimeException e) {
                ended.completeExceptionally(e);
            }
        });
        callers.add(caller);
        caller.start();
        return ended;
    }

    /** One is in the database, where it waits for the lock; the others are parked. */
    private void awaitWaiting(int all) {
        await().until(() -> {
            Integer locked = store.sql().queryForObject("""
                    SELECT count(*)::int FROM pg_stat_activity
                    WHERE datname = current_database() AND wait_event_type = 'Lock'""", Integer.class);
            long parked = callers.stream()
                    .filter(caller -> caller.getState() == Thread.State.WAITING)
                    .count();
            return locked != null && locked + parked == all && locked == 1;
        });
    }

    private static List<GroupCommit.Row> rows(String stream, int... sequenceNumbers) {
        List<GroupCommit.Row> rows = new ArrayList<>();
        for (int number : sequenceNumbers) {
            rows.add(new GroupCommit.Row(
                    UUID.randomUUID().toString(),
                    stream,
                    number,
                    "Aggregate",
                    "2026-03-01T09:30:00Z",
                    "OfficerLeft",
                    "1",
                    "{\"a\":\"'\\\\,}\"}".getBytes(UTF_8),
                    "{}".getBytes(UTF_8)));
        }
        return rows;
    }

    private static List<String> transactions(String streams) {
        return store.sql()
                .queryForList(
                        "SELECT DISTINCT xmin::text FROM eventstore.domain_event WHERE stream ~ ('^' || ? || '$')",
                        String.class,
                        streams);
    }

    private static int count(String streams) {
        Integer count = store.sql()
                .queryForObject(
                        "SELECT count(*)::int FROM eventstore.domain_event WHERE stream ~ ('^' || ? || '$')",
                        Integer.class,
                        streams);
        return count == null ? 0 : count;
    }

    private static void assertRefused(CompletableFuture<Void> appended, String state) {
        assertThatThrownBy(appended::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
    }
}
