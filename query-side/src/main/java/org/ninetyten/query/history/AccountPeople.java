package org.ninetyten.query.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ninetyten.query.projection.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Who answered for or might post with which account at which position: as the rows have it, with what this batch
 * changes on top.
 */
final class AccountPeople {

    private static final long STILL = Long.MAX_VALUE;

    private final JdbcTemplate jdbc;
    private final ReadModel rows;
    private final List<Runnable> changes = new ArrayList<>();

    /** By officer; read when first asked for. */
    private final Map<String, List<Tie>> ties = new HashMap<>();

    private final List<End> ends = new ArrayList<>();

    AccountPeople(JdbcTemplate jdbc, ReadModel rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** An officer's tie to an account, from the event at one position until the one at another. */
    private record Tie(String accountId, String policyId, long from, long until) {

        boolean holdsAt(long position) {
            return from < position && position < until;
        }

        Tie cutBy(End end) {
            return accountId.equals(end.accountId()) && holdsAt(end.position())
                    ? new Tie(accountId, policyId, from, end.position())
                    : this;
        }
    }

    private record End(String accountId, long position) {}

    void join(String officerId, String accountId, String policyId, long position) {
        of(officerId).add(new Tie(accountId, policyId, position, STILL));
        changes.add(() -> jdbc.update(rows.sql("""
                INSERT INTO readmodel.history_account_person
                    (officer_id, account_id, policy_id, from_position, until_position)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """), officerId, accountId, policyId, position, STILL));
    }

    void end(String accountId, long position) {
        End end = new End(accountId, position);
        ends.add(end);
        ties.values().forEach(those -> those.replaceAll(tie -> tie.cutBy(end)));
        changes.add(() -> jdbc.update(rows.sql("""
                UPDATE readmodel.history_account_person SET until_position = ?
                WHERE account_id = ? AND from_position < ? AND until_position > ?
                """), position, accountId, position, position));
    }

    List<String> accountsOf(String officerId, long position) {
        return accounts(officerId, tie -> tie.holdsAt(position));
    }

    List<String> accountsOf(String officerId, String policyId, long position) {
        return accounts(
                officerId, tie -> tie.holdsAt(position) && tie.policyId().equals(policyId));
    }

    void write() {
        changes.forEach(Runnable::run);
        changes.clear();
    }

    private List<String> accounts(String officerId, Predicate<Tie> which) {
        return of(officerId).stream()
                .filter(which)
                .map(Tie::accountId)
                .distinct()
                .sorted()
                .toList();
    }

    private List<Tie> of(String officerId) {
        return ties.computeIfAbsent(officerId, this::read);
    }

    private List<Tie> read(String officerId) {
        List<Tie> found = new ArrayList<>(jdbc.query(
                rows.sql("""
                SELECT account_id, policy_id, from_position, until_position
                FROM readmodel.history_account_person WHERE officer_id = ?
                """),
                (row, number) -> new Tie(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)),
                officerId));
        // What the batch ended is not in the rows yet.
        ends.forEach(end -> found.replaceAll(tie -> tie.cutBy(end)));
        return found;
    }
}
