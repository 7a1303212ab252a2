package org.ninetyten.command.transgression;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class CasesOfOfficers implements Cases {

    private final JdbcTemplate jdbc;

    CasesOfOfficers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void reported(String officerId, String transgressionId) {
        jdbc.update("""
                INSERT INTO eventstore.officer_case (officer_id, transgression_id)
                VALUES (?, ?) ON CONFLICT DO NOTHING
                """, officerId, transgressionId);
    }

    @Override
    public List<String> of(String officerId) {
        return jdbc.queryForList(
                "SELECT transgression_id FROM eventstore.officer_case WHERE officer_id = ? ORDER BY transgression_id",
                String.class,
                officerId);
    }
}
