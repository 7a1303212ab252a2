package org.ninetyten.query.acknowledgements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;
import org.ninetyten.query.projection.ReadModel;
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
     * which is the version's own.
     */
    private static final String OF_VERSION = """
            SELECT *, CASE
                WHEN acknowledged_on > due_by THEN 'ACKNOWLEDGED_LATE'
                WHEN acknowledged_on IS NOT NULL THEN 'ACKNOWLEDGED'
                WHEN missed THEN 'MISSED'
                ELSE 'OUTSTANDING' END AS state
            FROM (
                SELECT DISTINCT ON (officer_id) * FROM readmodel.acknowledgement
                WHERE policy_id = ? AND version >= ? AND version < ? AND officer_id > ?
                ORDER BY officer_id, version) first
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
     */
    record Span(int from, int before) {}

    /** What a list is narrowed to. */
    record Narrowing(
            AcknowledgementView.@Nullable State state,
            @Nullable String unit) {}

    List<AcknowledgementView> list(String policyId, Span span, Narrowing narrowing, String after, int limit) {
        List<Object> values = new ArrayList<>(List.of(policyId, span.from(), span.before(), after));
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
        values.add(limit);
        return jdbc.query(
                "SELECT one.*, name, unit FROM (" + OF_VERSION
                        + ") one LEFT JOIN readmodel.acknowledgement_officer officer USING (officer_id) WHERE " + where
                        + " ORDER BY officer_id LIMIT ?",
                (row, number) -> view(row),
                values.toArray());
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
                row.getObject("on_paper", Boolean.class));
    }

    AcknowledgementsView.Counts count(String policyId, Span span) {
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                SELECT count(*) AS required,
                       count(acknowledged_on) AS acknowledged,
                       count(*) FILTER (WHERE state = 'OUTSTANDING') AS outstanding,
                       count(*) FILTER (WHERE state = 'MISSED') AS missed,
                       count(*) FILTER (WHERE state = 'ACKNOWLEDGED_LATE') AS late
                FROM (%s) everyone
                """.formatted(OF_VERSION),
                (row, number) -> new AcknowledgementsView.Counts(
                        row.getLong("required"),
                        row.getLong("acknowledged"),
                        row.getLong("outstanding"),
                        row.getLong("missed"),
                        row.getLong("late")),
                policyId,
                span.from(),
                span.before(),
                ""));
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
