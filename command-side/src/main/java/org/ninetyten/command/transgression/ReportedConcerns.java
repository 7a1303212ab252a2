package org.ninetyten.command.transgression;

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
    public String take(String accountId, SampledConcern concern, String transgressionId) {
        jdbc.update("""
                INSERT INTO eventstore.reported_concern (account_id, sample_id, concern, transgression_id)
                VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                """, accountId, concern.sampleId(), concern.concern(), transgressionId);
        String taker = jdbc.queryForObject("""
                SELECT transgression_id FROM eventstore.reported_concern
                WHERE account_id = ? AND sample_id = ? AND concern = ?
                """, String.class, accountId, concern.sampleId(), concern.concern());
        return String.valueOf(taker);
    }

    @Override
    public boolean handOver(String accountId, SampledConcern concern, String from, String to) {
        return jdbc.update("""
                        UPDATE eventstore.reported_concern SET transgression_id = ?
                        WHERE account_id = ? AND sample_id = ? AND concern = ? AND transgression_id = ?
                        """, to, accountId, concern.sampleId(), concern.concern(), from) == 1;
    }
}
