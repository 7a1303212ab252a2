package org.ninetyten.query.acknowledgements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.caller.Scope;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;
import org.ninetyten.query.projection.ReadModel;
import org.ninetyten.query.projection.StateTable.Condition;
import org.ninetyten.query.scope.Within;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of who was required to acknowledge what, and of who did. */
@Component
class Acknowledgements {

    /** A new row takes over what was acknowledged of later versions. Read again, it changes nothing. */
    private static final String KEEP_ROW = """
            INSERT INTO readmodel.acknowledgement AS row (policy_id, officer_id, version, due_by, missed,
                acknowledged_on, acknowledged_version, on_paper)
            SELECT asked.policy_id, asked.officer_id, asked.version, asked.due_by, asked.missed,
                met.acknowledged_on, met.acknowledged_version, met.on_paper
            FROM (VALUES (?, ?, ?::integer, ?::date, ?::boolean)) asked (policy_id, officer_id, version, due_by, missed)
            LEFT JOIN LATERAL (
                SELECT acknowledged_on, acknowledged_version, on_paper FROM readmodel.acknowledgement later
                WHERE later.policy_id = asked.policy_id AND later.officer_id = asked.officer_id
                  AND later.version > asked.version AND later.acknowledged_on IS NOT NULL
                ORDER BY acknowledged_on, acknowledged_version LIMIT 1) met ON true
            ON CONFLICT (policy_id, officer_id, version) DO UPDATE
            SET due_by = coalesce(excluded.due_by, row.due_by), missed = row.missed OR excluded.missed
            """;

    private static final String ACKNOWLEDGE = """
            UPDATE readmodel.acknowledgement SET acknowledged_on = ?, acknowledged_version = ?, on_paper = ?
            WHERE policy_id = ? AND officer_id = ? AND version <= ?
              AND (acknowledged_on IS NULL OR (acknowledged_on, acknowledged_version) > (?, ?))
            """;

    private static final String KEEP_OFFICER = """
            INSERT INTO readmodel.acknowledgement_officer AS row (officer_id, version, name, unit) VALUES (?, ?, ?, ?)
            ON CONFLICT (officer_id) DO UPDATE
            SET version = excluded.version, name = excluded.name, unit = excluded.unit
            WHERE row.version < excluded.version
            """;

    /**
     * Everyone of whom a version is required, or who acknowledged it or one that amends it: of several rows the first,
     * which is the version's own. Whoever owed nothing any more when their day came, or will owe nothing, is known by
     * what the command side goes by when it decides who missed it.
     */
    private static final String OF_VERSION = """
            SELECT *, CASE
                WHEN acknowledged_on > due_by THEN 'ACKNOWLEDGED_LATE'
                WHEN acknowledged_on IS NOT NULL THEN 'ACKNOWLEDGED'
                WHEN missed THEN 'MISSED'
                WHEN coalesce(CAST(? AS date) <= due_by, false) THEN 'NO_LONGER_REQUIRED'
                WHEN NOT EXISTS (
                    SELECT FROM eventstore.account_person person
                    WHERE person.officer_id = own.officer_id AND person.policy_id = own.policy_id
                      AND (person.joined_on IS NULL OR person.joined_on <= own.due_by)
                      AND (person.left_on IS NULL OR person.left_on > own.due_by)) THEN 'NO_LONGER_REQUIRED'
                ELSE 'OUTSTANDING' END AS state
            FROM (
                SELECT DISTINCT ON (officer_id) * FROM readmodel.acknowledgement
                WHERE policy_id = ? AND version >= ? AND version < ? AND officer_id > ?
                ORDER BY officer_id, version) own
            """;

    private static final String LIST = """
            SELECT page.*, (SELECT max(acknowledged_version) FROM readmodel.acknowledgement every
                            WHERE every.policy_id = page.policy_id AND every.officer_id = page.officer_id) AS last_version
            FROM (SELECT one.*, name, unit FROM (%s) one
                  LEFT JOIN readmodel.acknowledgement_officer officer USING (officer_id) WHERE %s
                  ORDER BY officer_id LIMIT ?) page
            ORDER BY officer_id
            """;

    private final JdbcTemplate jdbc;

    Acknowledgements(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The versions that one acknowledgement serves.
     *
     * @param from the version that required it
     * @param before the next that requires another; not among them
     * @param withdrawnOn the day from which on nobody need acknowledge the policy; absent while it is not withdrawn
     */
    record Span(
            String policyId, int from, int before, @Nullable LocalDate withdrawnOn) {

        private List<@Nullable Object> valuesAfter(String officerId) {
            return new ArrayList<>(Arrays.asList(withdrawnOn, policyId, from, before, officerId));
        }
    }

    /** What a list is narrowed to. */
    record Narrowing(
            AcknowledgementView.@Nullable State state,
            @Nullable String unit) {}

    /** The officers of a list whom the caller may see; their unit is as it is now. */
    private static void within(Scope scope, StringBuilder where, List<@Nullable Object> values) {
        for (Condition condition : Within.ofUnit(scope, "unit", "officer_id")) {
            where.append(" AND (").append(condition.sql()).append(')');
            values.addAll(condition.values());
        }
    }

    List<AcknowledgementView> list(Span span, Narrowing narrowing, Scope scope, String after, int limit) {
        List<@Nullable Object> values = span.valuesAfter(after);
        StringBuilder where = new StringBuilder("true");
        AcknowledgementView.State state = narrowing.state();
        if (state == AcknowledgementView.State.ACKNOWLEDGED) {
            where.append(" AND acknowledged_on IS NOT NULL");
        } else if (state != null) {
            where.append(" AND state = ?");
            values.add(state.name());
        }
        if (narrowing.unit() != null) {
            where.append(" AND unit = ?");
            values.add(narrowing.unit());
        }
        within(scope, where, values);
        values.add(limit);
        return jdbc.query(LIST.formatted(OF_VERSION, where), (row, number) -> view(row), values.toArray());
    }

    private static AcknowledgementView view(ResultSet row) throws SQLException {
        return new AcknowledgementView(
                row.getString("officer_id"),
                row.getString("name"),
                row.getString("unit"),
                row.getObject("due_by", LocalDate.class),
                AcknowledgementView.State.valueOf(row.getString("state")),
                row.getObject("acknowledged_on", LocalDate.class),
                row.getObject("acknowledged_version", Integer.class),
                row.getObject("on_paper", Boolean.class),
                row.getBoolean("missed"),
                row.getObject("last_version", Integer.class));
    }

    AcknowledgementsView.Counts count(Span span, Scope scope) {
        List<@Nullable Object> values = span.valuesAfter("");
        StringBuilder where = new StringBuilder("true");
        within(scope, where, values);
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                SELECT count(*) FILTER (WHERE due_by IS NOT NULL AND state <> 'NO_LONGER_REQUIRED') AS required,
                       count(*) FILTER (WHERE due_by IS NOT NULL AND acknowledged_on IS NOT NULL) AS acknowledged,
                       count(*) FILTER (WHERE state = 'OUTSTANDING') AS outstanding,
                       count(*) FILTER (WHERE state = 'MISSED') AS overdue,
                       count(*) FILTER (WHERE missed) AS missed,
                       count(*) FILTER (WHERE state = 'ACKNOWLEDGED_LATE') AS late,
                       count(*) FILTER (WHERE due_by IS NULL) AS unasked,
                       count(*) FILTER (WHERE state = 'NO_LONGER_REQUIRED') AS released
                FROM (%s) everyone LEFT JOIN readmodel.acknowledgement_officer officer USING (officer_id) WHERE %s
                """.formatted(OF_VERSION, where),
                (row, number) -> new AcknowledgementsView.Counts(
                        row.getLong("required"),
                        row.getLong("acknowledged"),
                        row.getLong("outstanding"),
                        row.getLong("overdue"),
                        row.getLong("missed"),
                        row.getLong("late"),
                        row.getLong("unasked"),
                        row.getLong("released")),
                values.toArray()));
    }

    Unwritten begin(ReadModel model) {
        return new Unwritten(model);
    }

    /** What one batch changes. The order in which rows and acknowledgements are written makes no difference to them. */
    final class Unwritten {

        private final List<Object[]> officers = new ArrayList<>();
        private final List<@Nullable Object[]> rows = new ArrayList<>();
        private final List<Object[]> acknowledgements = new ArrayList<>();
        private final ReadModel model;

        private Unwritten(ReadModel model) {
            this.model = model;
        }

        void officer(String officerId, long version, String name, String unit) {
            officers.add(new Object[] {officerId, version, name, unit});
        }

        void required(String officerId, String policyId, int version, LocalDate dueBy, boolean missed) {
            rows.add(new Object[] {policyId, officerId, version, dueBy, missed});
        }

        void acknowledged(PolicyAcknowledged e) {
            rows.add(new @Nullable Object[] {e.policyId(), e.officerId(), e.version(), null, false});
            acknowledgements.add(new Object[] {
                e.acknowledgedOn(),
                e.version(),
                e.onPaper(),
                e.policyId(),
                e.officerId(),
                e.version(),
                e.acknowledgedOn(),
                e.version()
            });
        }

        void write() {
            write(KEEP_OFFICER, officers);
            write(KEEP_ROW, rows);
            write(ACKNOWLEDGE, acknowledgements);
        }

        private void write(String sql, List<Object[]> values) {
            if (!values.isEmpty()) {
                jdbc.batchUpdate(model.sql(sql), values);
            }
            values.clear();
        }
    }
}
