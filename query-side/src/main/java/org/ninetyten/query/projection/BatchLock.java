package org.ninetyten.query.projection;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps batches of a projection's processor apart from whoever changes its rows in another way, in whatever process
 * they run. Held until the transaction ends, and taken before anything else in it: so neither waits for the other with
 * rows in its hands.
 */
@Component
class BatchLock {

    private static final String LOCK = "(hashtext('readmodel.projection'), hashtext(?))";

    private final JdbcTemplate jdbc;

    BatchLock(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * For a batch of the processor.
     *
     * @return how often which sequences have dead letters has changed
     */
    long forBatch(String projection) {
        // Two statements in one round trip: only the second sees what was committed while the first was waiting.
        String sql = "SELECT pg_advisory_xact_lock_shared" + LOCK
                + "; SELECT coalesce(max(changes), 0) FROM readmodel.dead_letter_change WHERE projection = ?";
        Long changes = jdbc.execute((ConnectionCallback<Long>) connection -> {
            try (PreparedStatement both = connection.prepareStatement(sql)) {
                both.setString(1, projection);
                both.setString(2, projection);
                both.execute();
                both.getMoreResults();
                try (ResultSet row = both.getResultSet()) {
                    return row.next() ? row.getLong(1) : 0L;
                }
            }
        });
        return changes == null ? 0 : changes;
    }

    /** For someone else: waits for the batch under way, and lets no other begin. */
    void alone(String projection) {
        jdbc.query("SELECT pg_advisory_xact_lock" + LOCK, row -> {}, projection);
    }

    /** Tells the processor, at its next batch, that which sequences have dead letters has changed. */
    void deadLettersChanged(String projection) {
        jdbc.update("""
                INSERT INTO readmodel.dead_letter_change AS known (projection, changes) VALUES (?, 1)
                ON CONFLICT (projection) DO UPDATE SET changes = known.changes + 1
                """, projection);
    }
}
