package org.ninetyten.query.duties;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ninetyten.query.duties.Due.About;
import org.ninetyten.query.duties.OfficerDuties.Standing;
import org.ninetyten.query.projection.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of what is due, and of who may post. */
final class DutyRows {

    private static final String OF_OWNERS = "SELECT * FROM readmodel.duty WHERE owner = ANY (?)";

    private static final String DELETE = "DELETE FROM readmodel.duty WHERE id = ANY (?)";

    private static final String INSERT = """
            INSERT INTO readmodel.duty (id, owner, kind, since, due_by, due_at, overdue_from, officer_id, unit, account_id,
                policy_id, policy_version, transgression_id, advice_id, officer_told)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String MOVE = """
            UPDATE readmodel.duty SET unit = ? WHERE officer_id = ? AND unit IS DISTINCT FROM ?
            """;

    private static final String POSTS = """
            INSERT INTO readmodel.duty_poster AS row (officer_id, unit, untrained_from, owing, unseen_from)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (officer_id) DO UPDATE SET unit = excluded.unit, untrained_from = excluded.untrained_from,
                owing = excluded.owing, unseen_from = excluded.unseen_from
            WHERE (row.unit, row.untrained_from, row.owing, row.unseen_from)
                IS DISTINCT FROM (excluded.unit, excluded.untrained_from, excluded.owing, excluded.unseen_from)
            """;

    private static final String POSTS_NO_MORE = "DELETE FROM readmodel.duty_poster WHERE officer_id = ANY (?)";

    private final ReadModel rows;
    private final JdbcTemplate jdbc;

    DutyRows(ReadModel rows, JdbcTemplate jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    private record Row(
            String id,
            String owner,
            String kind,
            @Nullable LocalDate since,
            LocalDate dueBy,
            @Nullable Instant dueAt,
            Instant overdueFrom,
            About about,
            @Nullable String unit,
            boolean officerTold) {

        static Row of(Due due, @Nullable String unit) {
            return new Row(
                    due.id(),
                    due.owner().toString(),
                    due.kind().name(),
                    due.since(),
                    due.dueBy(),
                    due.dueAt(),
                    due.overdueFrom(),
                    due.about(),
                    unit,
                    due.officerTold());
        }

        static Row of(ResultSet row) throws SQLException {
            Timestamp dueAt = row.getTimestamp("due_at");
            return new Row(
                    row.getString("id"),
                    row.getString("owner"),
                    row.getString("kind"),
                    row.getObject("since", LocalDate.class),
                    row.getObject("due_by", LocalDate.class),
                    dueAt == null ? null : dueAt.toInstant(),
                    row.getTimestamp("overdue_from").toInstant(),
                    new About(
                            row.getString("officer_id"),
                            row.getString("account_id"),
                            row.getString("policy_id"),
                            row.getObject("policy_version", Integer.class),
                            row.getString("transgression_id"),
                            row.getString("advice_id")),
                    row.getString("unit"),
                    row.getBoolean("officer_told"));
        }

        @Nullable
        Object[] values() {
            return new @Nullable Object[] {
                id,
                owner,
                kind,
                since == null ? null : Date.valueOf(since),
                Date.valueOf(dueBy),
                dueAt == null ? null : Timestamp.from(dueAt),
                Timestamp.from(overdueFrom),
                about.officerId(),
                unit,
                about.accountId(),
                about.policyId(),
                about.policyVersion(),
                about.transgressionId(),
                about.adviceId(),
                officerTold
            };
        }
    }

    /**
     * Makes what is due of those owners what it should be; rows that are right already are left alone.
     *
     * @param units the unit of an officer now
     */
    void write(Collection<Due.Owner> owners, List<Due> dues, Function<String, @Nullable String> units) {
        Map<String, Row> wrong = new HashMap<>();
        Object[] names = owners.stream().map(Due.Owner::toString).toArray();
        jdbc.query(
                connection -> {
                    PreparedStatement select = connection.prepareStatement(rows.sql(OF_OWNERS));
                    select.setArray(1, connection.createArrayOf("varchar", names));
                    return select;
                },
                row -> {
                    wrong.put(row.getString("id"), Row.of(row));
                });
        Map<String, Row> missing = new LinkedHashMap<>();
        for (Due due : dues) {
            String officer = due.about().officerId();
            Row wanted = Row.of(due, officer == null ? null : units.apply(officer));
            if (!wanted.equals(wrong.get(wanted.id()))) {
                missing.put(wanted.id(), wanted);
            } else {
                wrong.remove(wanted.id());
            }
        }
        delete(DELETE, wrong.keySet());
        insert(INSERT, missing.values().stream().map(Row::values).toList());
    }

    /** What is due of them in any way finds them in their unit. */
    void move(Map<String, String> units) {
        List<@Nullable Object[]> moves = new ArrayList<>();
        units.forEach((officer, unit) -> moves.add(new Object[] {unit, officer, unit}));
        insert(MOVE, moves);
    }

    /**
     * @param posting how those stand who may post
     * @param others those who may not
     */
    void posts(Map<String, Standing> posting, Collection<String> others, Function<String, @Nullable String> units) {
        delete(POSTS_NO_MORE, others);
        List<@Nullable Object[]> values = new ArrayList<>();
        posting.forEach((officer, standing) -> values.add(new @Nullable Object[] {
            officer,
            units.apply(officer),
            timestamp(standing.overdueFrom(DutyKind.TRAINING)),
            standing.owes(DutyKind.ACKNOWLEDGEMENT),
            timestamp(standing.overdueFrom(DutyKind.CHECK_IN))
        }));
        insert(POSTS, values);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private void delete(String sql, Collection<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.update(connection -> {
            PreparedStatement delete = connection.prepareStatement(rows.sql(sql));
            delete.setArray(1, connection.createArrayOf("varchar", ids.toArray()));
            return delete;
        });
    }

    private void insert(String sql, List<@Nullable Object[]> values) {
        if (!values.isEmpty()) {
            jdbc.batchUpdate(rows.sql(sql), values);
        }
    }
}
