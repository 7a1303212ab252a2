package org.ninetyten.query.transgressions;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.ninetyten.edge.accesslog.CaseOfficers;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells the access log whom the cases are about that were read. */
@Component
class OfficersOfCases implements CaseOfficers {

    private final JdbcTemplate jdbc;

    OfficersOfCases(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, String> ofCases(Collection<String> transgressionIds) {
        Map<String, String> officers = new HashMap<>();
        jdbc.query(
                "SELECT id, officer_id FROM readmodel.transgression WHERE id = ANY (?)",
                row -> {
                    officers.put(row.getString("id"), row.getString("officer_id"));
                },
                (Object) transgressionIds.toArray(String[]::new));
        return officers;
    }
}
