package org.ninetyten.query.duties;

import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ninetyten.query.projection.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who ever held or operated which account: it only grows, so nothing is missed by asking it too widely. */
final class PeopleOfAccounts {

    private final ReadModel rows;
    private final JdbcTemplate jdbc;
    private final Set<Tie> joined = new LinkedHashSet<>();

    PeopleOfAccounts(ReadModel rows, JdbcTemplate jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    private record Tie(String accountId, String officerId, String policyId) {}

    void join(String accountId, AccountFacts facts) {
        String policyId = facts.policyId();
        if (policyId != null) {
            facts.people().forEach(person -> joined.add(new Tie(accountId, person.officerId(), policyId)));
        }
    }

    void write() {
        if (!joined.isEmpty()) {
            jdbc.batchUpdate(
                    rows.sql("INSERT INTO readmodel.duty_person (account_id, officer_id, policy_id) VALUES (?, ?, ?)"
                            + " ON CONFLICT DO NOTHING"),
                    joined.stream()
                            .map(tie -> new Object[] {tie.accountId(), tie.officerId(), tie.policyId()})
                            .toList());
            joined.clear();
        }
    }

    List<String> officersOf(Collection<String> accounts) {
        return find("officer_id", "account_id", accounts);
    }

    List<String> accountsOf(Collection<String> officers) {
        return find("account_id", "officer_id", officers);
    }

    List<String> officersUnder(Collection<String> policies) {
        return find("officer_id", "policy_id", policies);
    }

    List<String> accountsUnder(Collection<String> policies) {
        return find("account_id", "policy_id", policies);
    }

    private List<String> find(String what, String by, Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String sql = "SELECT DISTINCT " + what + " FROM readmodel.duty_person WHERE " + by + " = ANY (?) ORDER BY 1";
        return jdbc.query(
                connection -> {
                    PreparedStatement select = connection.prepareStatement(rows.sql(sql));
                    select.setArray(1, connection.createArrayOf("varchar", ids.toArray()));
                    return select;
                },
                (row, number) -> row.getString(1));
    }
}
