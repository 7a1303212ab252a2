package org.ninetyten.query.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.ninetyten.events.Subject;
import org.ninetyten.query.history.HistoryEntry.Actor;
import org.ninetyten.query.history.HistoryEntry.Subjects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads histories, oldest first. */
@Component
class Histories {

    private final JdbcTemplate jdbc;

    Histories(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param after only entries whose position is after this one */
    List<HistoryEntry> of(Subject subject, String id, HistoryFilter filter, long after, int limit) {
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder("""
                SELECT e.* FROM readmodel.history_subject s JOIN readmodel.history_entry e USING (position)
                WHERE s.subject = ? AND s.subject_id = ? AND s.position > ?
                """);
        values.add(subject.word());
        values.add(id);
        values.add(after);
        if (filter.from() != null) {
            sql.append(" AND e.recorded_at >= ?");
            values.add(Timestamp.from(filter.from()));
        }
        if (filter.to() != null) {
            sql.append(" AND e.recorded_at < ?");
            values.add(Timestamp.from(filter.to()));
        }
        if (filter.kind() != null) {
            sql.append(" AND e.kind = ?");
            values.add(filter.kind());
        }
        if (filter.actor() != null) {
            sql.append(" AND e.actor_id = ?");
            values.add(filter.actor());
        }
        if (filter.withoutTransgressions()) {
            sql.append(" AND e.transgression_id IS NULL");
        }
        sql.append(" ORDER BY s.position LIMIT ?");
        values.add(limit);
        return jdbc.query(sql.toString(), (row, number) -> entry(row), values.toArray());
    }

    /** How many of the subject's own events the history has; 0 for one that it does not know. */
    long versionOf(Subject subject, String id) {
        Long version = jdbc.queryForObject(
                "SELECT coalesce(max(version), 0) FROM readmodel.history_entry WHERE subject = ? AND subject_id = ?",
                Long.class,
                subject.word(),
                id);
        return version == null ? 0 : version;
    }

    private static HistoryEntry entry(ResultSet row) throws SQLException {
        return new HistoryEntry(
                row.getLong("position"),
                row.getString("event_id"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getObject("happened_on", java.time.LocalDate.class),
                row.getString("kind"),
                row.getString("summary"),
                new Actor(row.getString("actor_id"), row.getString("actor_role")),
                new Subjects(
                        row.getString("officer_id"),
                        row.getString("account_id"),
                        row.getString("policy_id"),
                        row.getString("transgression_id")),
                row.getObject("policy_version", Integer.class),
                row.getString("details"),
                row.getString("correlation_id"),
                row.getString("causation_id"));
    }
}
