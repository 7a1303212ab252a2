package org.ninetyten.query.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who answers for or may post with which open account: as the rows have it, with what this batch changes on top. */
final class AccountPeople {

    private final JdbcTemplate jdbc;
    private final List<Runnable> changes = new ArrayList<>();

    /** Officer to the accounts that are theirs and the policy each is held to; read when first asked for. */
    private final Map<String, Map<String, String>> byOfficer = new HashMap<>();

    private final Set<String> ended = new HashSet<>();

    AccountPeople(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void join(String officerId, String accountId, String policyId) {
        of(officerId).put(accountId, policyId);
        changes.add(() -> jdbc.update("""
                INSERT INTO readmodel.history_account_person (officer_id, account_id, policy_id)
                VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                """, officerId, accountId, policyId));
    }

    void end(String accountId) {
        ended.add(accountId);
        byOfficer.values().forEach(accounts -> accounts.remove(accountId));
        changes.add(() -> {
            jdbc.update("DELETE FROM readmodel.history_account_person WHERE account_id = ?", accountId);
        });
    }

    List<String> accountsOf(String officerId) {
        return List.copyOf(of(officerId).keySet());
    }

    List<String> accountsOf(String officerId, String policyId) {
        return of(officerId).entrySet().stream()
                .filter(account -> account.getValue().equals(policyId))
                .map(Map.Entry::getKey)
                .toList();
    }

    void write() {
        changes.forEach(Runnable::run);
        changes.clear();
    }

    private Map<String, String> of(String officerId) {
        return byOfficer.computeIfAbsent(officerId, this::read);
    }

    private Map<String, String> read(String officerId) {
        // What the batch changed but has not written yet must be seen: only officers not asked for so far are read,
        // and accounts that the batch ended are taken out again.
        Map<String, String> accounts = new TreeMap<>();
        jdbc.query(
                "SELECT account_id, policy_id FROM readmodel.history_account_person WHERE officer_id = ?",
                row -> {
                    accounts.put(row.getString(1), row.getString(2));
                },
                officerId);
        ended.forEach(accounts::remove);
        return accounts;
    }
}
