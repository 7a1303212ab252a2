package org.ninetyten.query.history;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ninetyten.events.Event;
import org.ninetyten.events.officer.OfficerEvent.AcknowledgementMissed;
import org.ninetyten.events.officer.OfficerEvent.AcknowledgementRequired;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;
import org.ninetyten.query.projection.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Who answered for or might post with which account at which position: as the rows have it, with what this batch
 * changes on top.
 */
final class AccountPeople {

    private static final long STILL = Long.MAX_VALUE;

    private static final String TIES = """
            SELECT officer_id, account_id, policy_id, from_position, until_position
            FROM readmodel.history_account_person WHERE
            """;

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

    /** Whether an officer's event of this kind stands in the histories of the accounts they have something to do with. */
    static boolean isInRespectOfAccounts(Event event) {
        return event instanceof TrainingRecorded
                || event instanceof PolicyAcknowledged
                || event instanceof AcknowledgementRequired
                || event instanceof AcknowledgementMissed;
    }

    /** Reads at once what would otherwise be read officer by officer. */
    void prepare(List<String> officers) {
        if (officers.isEmpty()) {
            return;
        }
        officers.forEach(officer -> ties.put(officer, new ArrayList<>()));
        jdbc.query(
                connection -> {
                    PreparedStatement select = connection.prepareStatement(rows.sql(TIES + "officer_id = ANY (?)"));
                    select.setArray(1, connection.createArrayOf("varchar", officers.toArray()));
                    return select;
                },
                row -> {
                    of(row.getString("officer_id")).add(tie(row));
                });
    }

    void join(String officerId, String accountId, String policyId, long position) {
        of(officerId).add(new Tie(accountId, policyId, position, STILL));
        changes.add(() -> {
            jdbc.update(rows.sql("""
                    INSERT INTO readmodel.history_account_person
                        (officer_id, account_id, policy_id, from_position, until_position)
                    VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                    """), officerId, accountId, policyId, position, STILL);
            // As if this event had come in its place, where it comes late: committed after later ones, or a dead letter
            // that was retried.
            jdbc.update(rows.sql("""
                    INSERT INTO readmodel.history_subject (subject, subject_id, position)
                    SELECT 'account', ?, e.position
                    FROM readmodel.history_subject s JOIN readmodel.history_entry e USING (position)
                    WHERE s.subject = 'officer' AND s.subject_id = ? AND s.position > ? AND e.subject = 'officer'
                      AND (e.kind = 'TrainingRecorded' OR (e.policy_id = ? AND
                        e.kind IN ('PolicyAcknowledged', 'AcknowledgementRequired', 'AcknowledgementMissed')))
                    ON CONFLICT DO NOTHING
                    """), accountId, officerId, position, policyId);
        });
    }

    void end(String accountId, long position) {
        End end = new End(accountId, position);
        ends.add(end);
        ties.values().forEach(those -> those.replaceAll(tie -> tie.cutBy(end)));
        changes.add(() -> {
            jdbc.update(rows.sql("""
                    UPDATE readmodel.history_account_person SET until_position = ?
                    WHERE account_id = ? AND from_position < ? AND until_position > ?
                    """), position, accountId, position, position);
            // Again as if it had come in its place.
            jdbc.update(rows.sql("""
                    DELETE FROM readmodel.history_subject s USING readmodel.history_entry e
                    WHERE s.subject = 'account' AND s.subject_id = ? AND s.position > ? AND e.position = s.position
                      AND e.subject = 'officer' AND e.kind IN
                        ('TrainingRecorded', 'PolicyAcknowledged', 'AcknowledgementRequired', 'AcknowledgementMissed')
                    """), accountId, position);
        });
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
        List<Tie> found =
                new ArrayList<>(jdbc.query(rows.sql(TIES + "officer_id = ?"), (row, number) -> tie(row), officerId));
        // What the batch ended is not in the rows yet.
        ends.forEach(end -> found.replaceAll(tie -> tie.cutBy(end)));
        return found;
    }

    private static Tie tie(ResultSet row) throws SQLException {
        return new Tie(
                row.getString("account_id"),
                row.getString("policy_id"),
                row.getLong("from_position"),
                row.getLong("until_position"));
    }
}
