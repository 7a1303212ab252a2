package org.ninetyten.command.transgression;

import java.util.List;
import org.ninetyten.events.transgression.SampledConcern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Concerns reserved by rows in the event store's database. */
@Component
class ReportedConcerns implements SampleConcerns {

    private final JdbcTemplate jdbc;

    ReportedConcerns(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean take(String accountId, SampledConcern concern, String transgressionId) {
        int inserted = jdbc.update("""
                INSERT INTO eventstore.reported_concern (account_id, sample_id, concern, transgression_id)
                VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                """, accountId, concern.sampleId(), concern.concern(), transgressionId);
        return inserted == 1 || List.of(transgressionId).equals(takers(accountId, concern));
    }

    private List<String> takers(String accountId, SampledConcern concern) {
        return jdbc.queryForList("""
                SELECT transgression_id FROM eventstore.reported_concern
                WHERE account_id = ? AND sample_id = ? AND concern = ?
                """, String.class, accountId, concern.sampleId(), concern.concern());
    }
}
