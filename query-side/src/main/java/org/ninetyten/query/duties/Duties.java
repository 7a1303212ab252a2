package org.ninetyten.query.duties;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.page.Cursor;
import org.ninetyten.events.Subject;
import org.ninetyten.query.projection.StateTable.Condition;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads what is due: what is overdue first, and then by when it is due. */
@Component
class Duties {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Duties(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One and its place in the order, for the next page to start after. */
    record Placed(DutyView duty, String place) {}

    /** @param after the place of the last one before; empty for the first page */
    List<Placed> list(DutyFilter filter, List<Condition> more, String after, int limit) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Condition> conditions = new ArrayList<>(filter.conditions(now));
        conditions.addAll(more);
        if (!after.isEmpty()) {
            conditions.add(later(after));
        }
        StringBuilder sql = new StringBuilder("SELECT * FROM readmodel.duty WHERE true");
        List<Object> values = new ArrayList<>();
        for (Condition condition : conditions) {
            sql.append(" AND (").append(condition.sql()).append(')');
            values.addAll(condition.values());
        }
        values.add(limit);
        sql.append(" ORDER BY overdue_from, id LIMIT ?");
        return jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(sql.toString());
                    // Never one plan for all values: what is quick to find in a unit is slow to find in a large force.
                    statement.unwrap(PGStatement.class).setPrepareThreshold(0);
                    new ArgumentPreparedStatementSetter(values.toArray()).setValues(statement);
                    return statement;
                },
                (row, number) -> placed(row, now));
    }

    private static Condition later(String place) {
        int comma = place.indexOf(',');
        try {
            Instant overdueFrom = Instant.parse(place.substring(0, Math.max(0, comma)));
            return new Condition(
                    "(overdue_from, id) > (?, ?)", List.of(Timestamp.from(overdueFrom), place.substring(comma + 1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.notOurs();
        }
    }

    /** How many events of the subject are in what is listed; 0 for one that is not known. */
    long versionOf(Subject subject, String id) {
        return jdbc
                .query(
                        "SELECT version FROM readmodel.duty_fact WHERE subject = ? AND id = ?",
                        (row, number) -> row.getLong(1),
                        subject.word(),
                        id)
                .stream()
                .findFirst()
                .orElse(0L);
    }

    private static Placed placed(ResultSet row, Instant now) throws SQLException {
        Instant overdueFrom = row.getTimestamp("overdue_from").toInstant();
        Timestamp dueAt = row.getTimestamp("due_at");
        DutyKind kind = DutyKind.valueOf(row.getString("kind"));
        boolean missed = !overdueFrom.isAfter(now);
        LocalDate dueBy = row.getObject("due_by", LocalDate.class);
        String officerId = row.getString("officer_id");
        String accountId = row.getString("account_id");
        String policyId = row.getString("policy_id");
        @Nullable Integer policyVersion = row.getObject("policy_version", Integer.class);
        String id = row.getString("id");
        DutyView duty = new DutyView(
                id,
                kind,
                dueBy,
                dueAt == null ? null : dueAt.toInstant(),
                missed,
                row.getObject("since", LocalDate.class),
                officerId,
                row.getString("unit"),
                accountId,
                policyId,
                policyVersion,
                row.getString("transgression_id"),
                row.getString("advice_id"),
                DutyView.summary(kind, missed, dueBy, officerId, accountId, policyId, policyVersion));
        return new Placed(duty, overdueFrom + "," + id);
    }
}
