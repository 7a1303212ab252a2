package org.ninetyten.query.history;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Event;
import org.ninetyten.events.officer.OfficerEvent.AcknowledgementMissed;
import org.ninetyten.events.officer.OfficerEvent.AcknowledgementRequired;
import org.ninetyten.events.officer.OfficerEvent.CheckInMissed;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;
import org.ninetyten.events.officer.OfficerEvent.TrainingLapsed;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;
import org.ninetyten.query.projection.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Who answered for or might post with which account at which position: as the rows have it, with what this batch
 * changes on top.
 */
final class AccountPeople {

    private static final long STILL = Long.MAX_VALUE;

    /** The same as {@link #isInRespectOfAccounts}, in rows. */
    private static final String OF_ALL_ACCOUNTS = "e.kind IN ('TrainingRecorded', 'TrainingLapsed')";

    private static final String OF_ACCOUNTS_UNDER_A_POLICY =
            "e.kind IN ('PolicyAcknowledged', 'AcknowledgementRequired', 'AcknowledgementMissed', 'CheckInMissed')";

    private static final String TIES = """
            SELECT officer_id, account_id, policy_id, from_position, until_position
            FROM readmodel.history_account_person WHERE
            """;

    private final JdbcTemplate jdbc;
    private final ReadModel rows;
    private final List<Runnable> changes = new ArrayList<>();

    /** By officer, and by account; read when first asked for. */
    private final Map<String, List<Tie>> ofOfficers = new HashMap<>();

    private final Map<String, List<Tie>> ofAccounts = new HashMap<>();
    private final List<Tie> joined = new ArrayList<>();
    private final List<End> ends = new ArrayList<>();

    AccountPeople(JdbcTemplate jdbc, ReadModel rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** An officer's tie to an account, from the event at one position until the one at another. */
    private record Tie(String officerId, String accountId, String policyId, long from, long until) {

        boolean holdsAt(long position) {
            return from < position && position < until;
        }

        /** Also at the event that ends it, which the officer is still concerned by. */
        boolean holdsUpTo(long position) {
            return from < position && position <= until;
        }

        Tie cutBy(End end) {
            return end.isOf(this) && holdsAt(end.position())
                    ? new Tie(officerId, accountId, policyId, from, end.position())
                    : this;
        }
    }

    /** @param officerId whose tie to the account ended; absent where everyone's did */
    private record End(@Nullable String officerId, String accountId, long position) {

        private boolean isOf(Tie tie) {
            return accountId.equals(tie.accountId()) && (officerId == null || officerId.equals(tie.officerId()));
        }
    }

    /** Whether an officer's event of this kind stands in the histories of the accounts they have something to do with. */
    static boolean isInRespectOfAccounts(Event event) {
        return event instanceof TrainingRecorded || event instanceof TrainingLapsed || policyOf(event) != null;
    }

    /** The policy under which an officer's event concerns them: only accounts that are held to it are concerned too. */
    static @Nullable String policyOf(Event event) {
        return switch (event) {
            case PolicyAcknowledged acknowledged -> acknowledged.policyId();
            case AcknowledgementRequired required -> required.policyId();
            case AcknowledgementMissed missed -> missed.policyId();
            case CheckInMissed missed -> missed.policyId();
            default -> null;
        };
    }

    /** Reads at once what would otherwise be read one by one; only before anything else is asked or told. */
    void prepare(List<String> officers, List<String> accounts) {
        prepare("officer_id", officers, ofOfficers);
        prepare("account_id", accounts, ofAccounts);
    }

    private void prepare(String column, List<String> ids, Map<String, List<Tie>> into) {
        if (ids.isEmpty()) {
            return;
        }
        ids.forEach(id -> into.put(id, new ArrayList<>()));
        jdbc.query(
                connection -> {
                    PreparedStatement select = connection.prepareStatement(rows.sql(TIES + column + " = ANY (?)"));
                    select.setArray(1, connection.createArrayOf("varchar", ids.toArray()));
                    return select;
                },
                row -> {
                    into.computeIfPresent(row.getString(column), (id, those) -> with(those, tie(row)));
                });
    }

    void join(String officerId, String accountId, String policyId, long position) {
        Tie tie = new Tie(officerId, accountId, policyId, position, STILL);
        joined.add(tie);
        ofOfficers.computeIfPresent(officerId, (id, those) -> with(those, tie));
        ofAccounts.computeIfPresent(accountId, (id, those) -> with(those, tie));
        changes.add(() -> {
            jdbc.update(rows.sql("""
                    INSERT INTO readmodel.history_account_person
                        (officer_id, account_id, policy_id, from_position, until_position)
                    VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                    """), officerId, accountId, policyId, position, STILL);
            // As if this event had come in its place, where it comes late: committed after later ones, or a dead letter
            // that was retried.
            jdbc.update(
                    rows.sql("""
                    INSERT INTO readmodel.history_subject (subject, subject_id, position)
                    SELECT 'account', ?, e.position
                    FROM readmodel.history_subject s JOIN readmodel.history_entry e USING (position)
                    WHERE s.subject = 'officer' AND s.subject_id = ? AND s.position > ? AND e.subject = 'officer'
                      AND (%s OR (e.policy_id = ? AND %s))
                    ON CONFLICT DO NOTHING
                    """.formatted(OF_ALL_ACCOUNTS, OF_ACCOUNTS_UNDER_A_POLICY)),
                    accountId,
                    officerId,
                    position,
                    policyId);
        });
    }

    void endAll(String accountId, long position) {
        end(new End(null, accountId, position));
    }

    void end(String officerId, String accountId, long position) {
        end(new End(officerId, accountId, position));
    }

    private void end(End end) {
        ends.add(end);
        joined.replaceAll(tie -> tie.cutBy(end));
        ofOfficers.values().forEach(those -> those.replaceAll(tie -> tie.cutBy(end)));
        ofAccounts.values().forEach(those -> those.replaceAll(tie -> tie.cutBy(end)));
        changes.add(() -> {
            jdbc.update(
                    rows.sql("""
                    UPDATE readmodel.history_account_person SET until_position = ?
                    WHERE account_id = ? AND officer_id = coalesce(?, officer_id)
                      AND from_position < ? AND until_position > ?
                    """), end.position(), end.accountId(), end.officerId(), end.position(), end.position());
            // Again as if it had come in its place.
            jdbc.update(
                    rows.sql("""
                    DELETE FROM readmodel.history_subject s USING readmodel.history_entry e
                    WHERE s.subject = 'account' AND s.subject_id = ? AND s.position > ? AND e.position = s.position
                      AND e.subject = 'officer' AND e.subject_id = coalesce(?, e.subject_id) AND (%s OR %s)
                    """.formatted(OF_ALL_ACCOUNTS, OF_ACCOUNTS_UNDER_A_POLICY)),
                    end.accountId(),
                    end.position(),
                    end.officerId());
        });
    }

    List<String> accountsOf(String officerId, long position) {
        return accounts(officerId, tie -> tie.holdsAt(position));
    }

    List<String> accountsOf(String officerId, String policyId, long position) {
        return accounts(
                officerId, tie -> tie.holdsAt(position) && tie.policyId().equals(policyId));
    }

    /** Whoever answers for the account or may post with it, up to and with the event that ends that. */
    List<String> officersOf(String accountId, long position) {
        return ofAccounts
                .computeIfAbsent(
                        accountId,
                        id -> read("account_id", id, tie -> tie.accountId().equals(id)))
                .stream()
                .filter(tie -> tie.holdsUpTo(position))
                .map(Tie::officerId)
                .distinct()
                .sorted()
                .toList();
    }

    void write() {
        changes.forEach(Runnable::run);
        changes.clear();
    }

    private List<String> accounts(String officerId, Predicate<Tie> which) {
        return ofOfficers
                .computeIfAbsent(
                        officerId,
                        id -> read("officer_id", id, tie -> tie.officerId().equals(id)))
                .stream()
                .filter(which)
                .map(Tie::accountId)
                .distinct()
                .sorted()
                .toList();
    }

    /** The rows whose column has that id, and what the batch made of them and beside them. */
    private List<Tie> read(String column, String id, Predicate<Tie> those) {
        List<Tie> found = new ArrayList<>(jdbc.query(rows.sql(TIES + column + " = ?"), (row, number) -> tie(row), id));
        joined.stream().filter(those).forEach(found::add);
        // What the batch ended is not in the rows yet.
        ends.forEach(end -> found.replaceAll(tie -> tie.cutBy(end)));
        return found;
    }

    private static List<Tie> with(List<Tie> those, Tie tie) {
        those.add(tie);
        return those;
    }

    private static Tie tie(ResultSet row) {
        try {
            return new Tie(
                    row.getString("officer_id"),
                    row.getString("account_id"),
                    row.getString("policy_id"),
                    row.getLong("from_position"),
                    row.getLong("until_position"));
        } catch (SQLException e) {
            throw new org.springframework.jdbc.UncategorizedSQLException("Read a tie", null, e);
        }
    }
}
