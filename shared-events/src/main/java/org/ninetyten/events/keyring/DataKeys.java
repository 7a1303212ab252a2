package org.ninetyten.events.keyring;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Subject;
import org.ninetyten.events.transaction.LazyConnections;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The rows of keys. A first key is stored with the event that needs it; where nobody takes it for that, at once if the
 * transaction has sent nothing yet: without the event it is a key that opens nothing. All else is done in the transaction.
 */
final class DataKeys {

    private static final String COLUMNS = "id, scope, officer_id, generation, wrapped";

    /** The newest there is, or else a first one. Empty where another makes that first one at this moment. */
    private static final String CURRENT_OR_MADE = """
            WITH there AS MATERIALIZED (
                SELECT %1$s FROM keyring.data_key WHERE scope = ? AND officer_id IS NOT DISTINCT FROM ?
                ORDER BY generation DESC LIMIT 1
            ), made AS (
                INSERT INTO keyring.data_key (scope, officer_id, generation, wrapped, master)
                SELECT ?, ?, 1, ?, ? WHERE NOT EXISTS (SELECT FROM there)
                ON CONFLICT DO NOTHING
                RETURNING %1$s
            )
            SELECT * FROM there UNION ALL SELECT * FROM made
            """.formatted(COLUMNS);

    private static final int KEY_BYTES = 32;
    private static final int IDS_AHEAD = 50;
    private static final int ATTEMPTS = 5;
    private static final int WRAPPED_AT_ONCE = 500;

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final MasterKey master;
    private final SecureRandom random = new SecureRandom();

    /** Numbers for keys that are stored later; what is left of them when the process ends is nobody's. */
    private final Queue<Long> idsAhead = new ConcurrentLinkedQueue<>();

    DataKeys(DataSource dataSource, MasterKey master) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.master = master;
    }

    /** Where nothing of the transaction depends on it, nor it on anything there. */
    private <T> T atOnceIfUnused(Function<JdbcOperations, T> work) {
        return LazyConnections.areUnused(dataSource) ? LazyConnections.atOnce(dataSource, work) : work.apply(jdbc);
    }

    DataKey currentOrMade(String scope, @Nullable String officerId) {
        byte[] wrapped = newKey(scope, officerId, 1);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            List<DataKey> found = atOnceIfUnused(operations -> operations.query(
                    CURRENT_OR_MADE,
                    (row, number) -> key(row),
                    scope,
                    officerId,
                    scope,
                    officerId,
                    wrapped,
                    master.name()));
            if (!found.isEmpty()) {
                return found.getFirst();
            }
        }
        throw new IllegalStateException("The key of " + scope + " could be neither found nor made");
    }

    /** The newest there is; absent where there is none. */
    @Nullable
    DataKey current(String scope, @Nullable String officerId) {
        return atOnceIfUnused(operations -> operations.query(
                        "SELECT " + COLUMNS + " FROM keyring.data_key"
                                + " WHERE scope = ? AND officer_id IS NOT DISTINCT FROM ? ORDER BY generation DESC LIMIT 1",
                        (row, number) -> key(row),
                        scope,
                        officerId))
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** A first one, which is not stored. */
    DataKey prepare(PreparedKeys prepared, String scope, @Nullable String officerId) {
        byte[] bytes = newBytes();
        long id = newId();
        prepared.add(
                new NewKey(id, scope, officerId, master.wrap(bytes, whose(scope, officerId, 1)), master.name()),
                DataKey.of(id, scope, bytes));
        return Objects.requireNonNull(prepared.find(scope));
    }

    private long newId() {
        Long id = idsAhead.poll();
        while (id == null) {
            idsAhead.addAll(LazyConnections.atOnce(
                    dataSource,
                    operations -> operations.queryForList(
                            "SELECT nextval('keyring.data_key_id_seq') FROM generate_series(1, ?)",
                            Long.class,
                            IDS_AHEAD)));
            id = idsAhead.poll();
        }
        return id;
    }

    void store(List<NewKey> firstKeys) {
        jdbc.batchUpdate(
                "INSERT INTO keyring.data_key (id, scope, officer_id, generation, wrapped, master)"
                        + " OVERRIDING SYSTEM VALUE VALUES (?, ?, ?, 1, ?, ?)",
                firstKeys.stream()
                        .map(key -> new @Nullable Object[] {
                            key.id(), key.scope(), key.officerId(), key.wrapped(), key.master()
                        })
                        .toList());
    }

    /** Of those under which is said what concerns an account's holder, the one that was begun last. */
    @Nullable
    DataKey latestOfHolders(String scope) {
        return atOnceIfUnused(operations -> operations.query(
                        "SELECT " + COLUMNS + " FROM keyring.data_key WHERE scope = ? AND officer_id IS NOT NULL"
                                + " ORDER BY id DESC LIMIT 1",
                        (row, number) -> key(row),
                        scope))
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** A new one each time that they come to hold it. */
    void makeForHolder(String scope, String officerId) {
        Integer last = jdbc.queryForObject(
                "SELECT coalesce(max(generation), 0) FROM keyring.data_key WHERE scope = ? AND officer_id = ?",
                Integer.class,
                scope,
                officerId);
        int generation = (last == null ? 0 : last) + 1;
        jdbc.update(
                "INSERT INTO keyring.data_key (scope, officer_id, generation, wrapped, master) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                scope,
                officerId,
                generation,
                newKey(scope, officerId, generation),
                master.name());
    }

    List<DataKey> find(Collection<Long> ids) {
        return atOnceIfUnused(operations -> operations.query(
                connection -> {
                    PreparedStatement select = connection.prepareStatement(
                            "SELECT " + COLUMNS + " FROM keyring.data_key WHERE id = ANY (?)");
                    select.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
                    return select;
                },
                (row, number) -> key(row)));
    }

    void destroy(String officerId, List<String> scopes) {
        jdbc.update(connection -> {
            PreparedStatement update = connection.prepareStatement("""
                    UPDATE keyring.data_key SET wrapped = NULL, master = NULL, destroyed_at = clock_timestamp()
                    WHERE destroyed_at IS NULL AND (officer_id = ? OR officer_id IS NULL AND scope = ANY (?))
                    """);
            update.setString(1, officerId);
            update.setArray(2, connection.createArrayOf("varchar", scopes.toArray()));
            return update;
        });
        // Of whom nothing was ever sealed: nothing is to be from now on.
        jdbc.update(
                "INSERT INTO keyring.data_key (scope, officer_id, generation, destroyed_at)"
                        + " VALUES (?, ?, 1, clock_timestamp()) ON CONFLICT DO NOTHING",
                Subject.OFFICER.stream(officerId),
                officerId);
    }

    long destroyed() {
        Long destroyed =
                jdbc.queryForObject("SELECT count(*) FROM keyring.data_key WHERE destroyed_at IS NOT NULL", Long.class);
        return destroyed == null ? 0 : destroyed;
    }

    /** Wraps with today's master key those keys that another one wrapped; how many it were. */
    int wrapAllAnew() {
        int all = 0;
        int some = wrapAnew(WRAPPED_AT_ONCE);
        while (some > 0) {
            all += some;
            some = wrapAnew(WRAPPED_AT_ONCE);
        }
        return all;
    }

    private int wrapAnew(int atMost) {
        List<Object[]> changed = jdbc.query(
                "SELECT " + COLUMNS + " FROM keyring.data_key WHERE wrapped IS NOT NULL AND master <> ?"
                        + " ORDER BY id LIMIT ?",
                (row, number) -> {
                    byte[] whose = whose(row.getString("scope"), row.getString("officer_id"), row.getInt("generation"));
                    byte[] bytes = master.unwrap(row.getBytes("wrapped"), whose);
                    return new Object[] {master.wrap(bytes, whose), master.name(), row.getLong("id")};
                },
                master.name(),
                atMost);
        jdbc.batchUpdate(
                "UPDATE keyring.data_key SET wrapped = ?, master = ? WHERE id = ? AND wrapped IS NOT NULL",
                new ArrayList<>(changed));
        return changed.size();
    }

    /** Fails where the master key is not the one that this database's keys were wrapped with. */
    void requireTheRightMaster() {
        jdbc.query(
                "SELECT " + COLUMNS + " FROM keyring.data_key WHERE wrapped IS NOT NULL ORDER BY id DESC LIMIT 1",
                (row, number) -> key(row));
    }

    /** At once where nothing is under way that could be taken back. */
    void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive() || LazyConnections.areUnused(dataSource)) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    private byte[] newKey(String scope, @Nullable String officerId, int generation) {
        return master.wrap(newBytes(), whose(scope, officerId, generation));
    }

    private byte[] newBytes() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private DataKey key(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        String scope = row.getString("scope");
        byte[] wrapped = row.getBytes("wrapped");
        if (wrapped == null) {
            return DataKey.destroyed(id, scope);
        }
        byte[] whose = whose(scope, row.getString("officer_id"), row.getInt("generation"));
        return DataKey.of(id, scope, master.unwrap(wrapped, whose));
    }

    /** A key put into another's row is not opened there. */
    private static byte[] whose(String scope, @Nullable String officerId, int generation) {
        return (scope + "\n" + (officerId == null ? "" : officerId) + "\n" + generation)
                .getBytes(StandardCharsets.UTF_8);
    }
}
