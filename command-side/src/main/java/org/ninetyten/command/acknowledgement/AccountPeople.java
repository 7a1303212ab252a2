package org.ninetyten.command.acknowledgement;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.officer.OpenAccounts;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who has which account, and until when they had it, as far as this automation has taken that in. */
@Component
class AccountPeople implements OpenAccounts {

    private final JdbcTemplate jdbc;

    AccountPeople(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param joined of an operator; a holder has the account from the beginning */
    void join(String accountId, String officerId, String policyId, @Nullable LocalDate joined) {
        jdbc.update("""
                INSERT INTO eventstore.account_person (account_id, officer_id, policy_id, joined_on)
                VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                """, accountId, officerId, policyId, joined);
    }

    void leave(String accountId, String officerId, LocalDate on) {
        jdbc.update("""
                UPDATE eventstore.account_person SET left_on = ?
                WHERE account_id = ? AND officer_id = ? AND left_on IS NULL
                """, on, accountId, officerId);
    }

    void leaveAll(String accountId, LocalDate on) {
        jdbc.update(
                "UPDATE eventstore.account_person SET left_on = ? WHERE account_id = ? AND left_on IS NULL",
                on,
                accountId);
    }

    @Override
    public boolean has(String officerId, String policyId, LocalDate atTheEndOf) {
        return Objects.requireNonNull(
                jdbc.queryForObject("""
                SELECT EXISTS (SELECT FROM eventstore.account_person
                               WHERE officer_id = ? AND policy_id = ?
                                 AND (joined_on IS NULL OR joined_on <= ?) AND (left_on IS NULL OR left_on > ?))
                """, Boolean.class, officerId, policyId, atTheEndOf, atTheEndOf));
    }

    @Override
    public List<String> everOf(String officerId) {
        return jdbc.queryForList(
                "SELECT DISTINCT account_id FROM eventstore.account_person WHERE officer_id = ? ORDER BY account_id",
                String.class,
                officerId);
    }
}
