package org.ninetyten.events.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes a connection from the pool for a transaction's first statement, and knows whether there was one: what is decided
 * from memory needs none, and a transaction that has sent nothing has nothing that would have to be kept with its events.
 */
public final class LazyConnections extends LazyConnectionDataSourceProxy {

    private final DataSource pool;

    public LazyConnections(DataSource pool) {
        this.pool = pool;
        setTargetDataSource(new Noting(pool));
        afterPropertiesSet();
    }

    /** Whether a transaction is under way on this thread that has not sent any statement yet. */
    public static boolean areUnused(DataSource connections) {
        return connections instanceof LazyConnections
                && TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.getSynchronizations().stream()
                        .noneMatch(FirstStatement.class::isInstance);
    }

    /** Whatever this thread's transaction does from now on is done in it, and not {@link #atOnce}. */
    public static void use() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new FirstStatement());
        }
    }

    /** Connections that belong to no transaction but their statement's own. */
    public static DataSource withoutTransaction(DataSource connections) {
        return connections instanceof LazyConnections lazy ? lazy.pool : connections;
    }

    /** Does it at once, each statement committed by itself, whatever transaction is under way. */
    public static <T> T atOnce(DataSource connections, Function<JdbcOperations, T> work) {
        try (Connection connection = withoutTransaction(connections).getConnection()) {
            // Not the pool itself, of which Spring would keep the connection for as long as the transaction lasts.
            return work.apply(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("No connection", e);
        }
    }

    /** Lasts as long as its transaction, and rests while that is suspended. */
    private static final class FirstStatement implements TransactionSynchronization {}

    private static final class Noting extends DelegatingDataSource {

        private Noting(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            use();
            return super.getConnection();
        }
    }
}
