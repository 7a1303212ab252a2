package org.ninetyten.query.reassessment;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.caller.Scope;
import org.ninetyten.query.projection.Documents;
import org.ninetyten.query.transgressions.CaseVisibility;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The reports as they are kept, for whoever asks for them. */
@Component
class Reassessments {

    /** A case and its place in the report. */
    record Placed(long position, ReassessedCase view) {}

    /** A reassessment and its place in the list. */
    record Numbered(long number, ReassessmentView view) {}

    private static final String READ_OF = """
            SELECT direction, count(*) FROM readmodel.reassessed_case
            WHERE reassessment_id = ? AND transgression_id = ANY (?) GROUP BY direction
            """;

    private static final String WAITING_OF = """
            SELECT count(*) FROM readmodel.reassessment_report report
            WHERE reassessment_id = ? AND transgression_id = ANY (?) AND asked AND assessed
              AND NOT EXISTS (SELECT FROM readmodel.reassessed_case one
                WHERE one.reassessment_id = report.reassessment_id AND one.position = report.position)
            """;

    private static final String SELECT = """
            SELECT number, id, state, policy_id, version, draft_version, from_day, to_day, reason, asked_by, asked_role,
                asked_at, position, cases_read, cases_of, totals, ended_at, cancelled_by, error
            FROM readmodel.reassessment
            """;

    private final JdbcTemplate jdbc;
    private final CaseVisibility visibility;
    private final Documents documents;
    private final TransactionTemplate transactions;

    Reassessments(
            JdbcTemplate jdbc,
            CaseVisibility visibility,
            Documents documents,
            PlatformTransactionManager transactions) {
        this.visibility = visibility;
        this.jdbc = jdbc;
        this.documents = documents;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * @param draftVersion where it is the draft that is asked about
     * @param position up to which history is read: looked up in a statement before this one, so that whoever takes a
     *     lower place has a transaction by now, and it stands in the snapshot
     */
    void ask(
            String id,
            ReassessmentRequest request,
            @Nullable Long draftVersion,
            ReassessmentView.Asker asker,
            Instant askedAt,
            long position) {
        jdbc.update(
                """
                INSERT INTO readmodel.reassessment (id, state, policy_id, version, draft_version, from_day, to_day, reason,
                    asked_by, asked_role, asked_at, position, snapshot, snapshot_at, totals)
                VALUES (?, 'RUNNING', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, pg_current_snapshot(), clock_timestamp(), ?::json)
                """,
                id,
                request.policyId(),
                request.version(),
                draftVersion,
                request.from(),
                request.to(),
                request.reason(),
                asker.id(),
                asker.role(),
                Timestamp.from(askedAt),
                position,
                documents.write(Totals.none()));
    }

    Optional<ReassessmentView> find(String id) {
        return jdbc.query(SELECT + " WHERE id = ?", (row, number) -> view(row), id).stream()
                .findFirst();
    }

    /**
     * The latest first.
     *
     * @param before only those asked for before the one of this number; 0 for the first page
     */
    List<Numbered> list(long before, int limit) {
        return jdbc.query(
                SELECT + " WHERE number < ? ORDER BY number DESC LIMIT ?",
                (row, number) -> new Numbered(row.getLong("number"), view(row)),
                before == 0 ? Long.MAX_VALUE : before,
                limit);
    }

    /** Whether it was still running, and now is not. */
    boolean cancel(String id, String by, Instant at) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            int cancelled = jdbc.update("""
                    UPDATE readmodel.reassessment SET state = 'CANCELLED', ended_at = ?, cancelled_by = ?
                    WHERE id = ? AND state = 'RUNNING'
                    """, Timestamp.from(at), by, id);
            if (cancelled == 1) {
                jdbc.update("DELETE FROM readmodel.reassessment_report WHERE reassessment_id = ?", id);
            }
            return cancelled == 1;
        }));
    }

    /** The same with no case in its figures that is not there for the caller: as if there had been fewer. */
    ReassessmentView to(Scope scope, ReassessmentView view) {
        Set<String> hidden = visibility.hiddenFrom(scope.caller());
        if (hidden.isEmpty()) {
            return view;
        }
        Map<Direction, Integer> read = new EnumMap<>(Direction.class);
        query(READ_OF, view.id(), hidden, row -> read.put(Direction.valueOf(row.getString(1)), row.getInt(2)));
        int[] waiting = {0};
        query(WAITING_OF, view.id(), hidden, row -> waiting[0] = row.getInt(1));
        int all = view.of() == 0
                ? 0
                : waiting[0]
                        + read.values().stream().mapToInt(Integer::intValue).sum();
        return view.without(read, all);
    }

    private void query(String sql, String id, Set<String> cases, RowCallbackHandler each) {
        jdbc.query(
                connection -> {
                    PreparedStatement select = connection.prepareStatement(sql);
                    select.setString(1, id);
                    select.setArray(2, connection.createArrayOf("varchar", cases.toArray()));
                    return select;
                },
                each);
    }

    /**
     * In the order in which they were reported, without those that are not there for the caller. It asks for those, not
     * for what the caller would see in the list of transgressions: that list may not have the newest cases yet.
     */
    List<Placed> cases(String id, @Nullable Direction direction, Scope scope, long after, int limit) {
        List<Object> values = new ArrayList<>(List.of(id, after));
        StringBuilder where = new StringBuilder("reassessment_id = ? AND position > ?");
        if (direction != null) {
            where.append(" AND direction = ?");
            values.add(direction.name());
        }
        where.append(" AND transgression_id <> ALL (?)");
        values.add(visibility.hiddenFrom(scope.caller()).toArray(String[]::new));
        values.add(limit);
        return jdbc.query(
                "SELECT position, document FROM readmodel.reassessed_case WHERE " + where
                        + " ORDER BY position LIMIT ?",
                (row, number) -> new Placed(
                        row.getLong("position"), documents.read(row.getString("document"), ReassessedCase.class)),
                values.toArray());
    }

    private ReassessmentView view(ResultSet row) throws SQLException {
        Long draftVersion = row.getObject("draft_version", Long.class);
        Timestamp endedAt = row.getTimestamp("ended_at");
        return new ReassessmentView(
                row.getString("id"),
                ReassessmentView.State.valueOf(row.getString("state")),
                row.getString("policy_id"),
                row.getObject("version", Integer.class),
                draftVersion == null ? null : true,
                draftVersion,
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getString("reason"),
                new ReassessmentView.Asker(row.getString("asked_by"), row.getString("asked_role")),
                row.getTimestamp("asked_at").toInstant(),
                row.getLong("position"),
                row.getInt("cases_read"),
                row.getInt("cases_of"),
                documents.read(row.getString("totals"), Totals.class).counts(),
                endedAt == null ? null : endedAt.toInstant(),
                row.getString("cancelled_by"),
                row.getString("error"));
    }
}
