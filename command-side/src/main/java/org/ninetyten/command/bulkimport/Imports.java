package org.ninetyten.command.bulkimport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.edge.refusal.Violation;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The imports as they are kept, for whoever asks for one or about one. */
@Component
class Imports {

    /** An import and its place in the list. */
    record Numbered(long number, ImportView view) {}

    /** How cells are kept: whatever they hold, they are read back as they were. */
    static final JsonMapper JSON = JsonMapper.shared();

    /** Sets what one that ends keeps, and what it forgets: what people are called stands in the store, and not twice. */
    static final String END = """
            UPDATE eventstore.bulk_import SET state = ?, ended_at = ?, cancelled_by = ?, lease_owner = NULL,
                (done, unchanged, refused) = (SELECT count(*) FILTER (WHERE state = 'DONE'),
                    count(*) FILTER (WHERE state = 'UNCHANGED'), count(*) FILTER (WHERE state = 'REFUSED')
                    FROM eventstore.bulk_import_line WHERE import_id = id)
            WHERE id = ? AND state = 'RUNNING'
            """;

    static final String FORGET = "UPDATE eventstore.bulk_import_line SET cells = NULL WHERE import_id = ?";

    private static final Pattern USABLE_ID = Pattern.compile(Slug.REGEXP);

    private static final String SELECT = """
            SELECT number, id, kind, dry_run, state, lines, asked_by, asked_role, asked_at, started_at, ended_at,
                cancelled_by, coalesce(imported.done, counted.done) AS done,
                coalesce(imported.unchanged, counted.unchanged) AS unchanged,
                coalesce(imported.refused, counted.refused) AS refused
            FROM eventstore.bulk_import imported, LATERAL (
                SELECT count(*) FILTER (WHERE line.state = 'DONE') AS done,
                    count(*) FILTER (WHERE line.state = 'UNCHANGED') AS unchanged,
                    count(*) FILTER (WHERE line.state = 'REFUSED') AS refused
                FROM eventstore.bulk_import_line line
                WHERE line.import_id = imported.id AND imported.state = 'RUNNING') counted
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    Imports(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    void ask(String id, SheetKind<?> kind, List<Sheet.Row> rows, boolean dryRun, ImportView.Asker asker, Instant at) {
        List<Integer> firstLines = SameThings.firstLines(kind, rows);
        List<Object[]> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            lines.add(line(id, kind, rows.get(i), firstLines.get(i)));
        }
        transactions.executeWithoutResult(status -> {
            jdbc.update("""
                    INSERT INTO eventstore.bulk_import
                        (id, kind, dry_run, state, lines, asked_by, asked_role, asked_at)
                    VALUES (?, ?, ?, 'RUNNING', ?, ?, ?, ?)
                    """, id, kind.kind().name(), dryRun, rows.size(), asker.id(), asker.role(), Timestamp.from(at));
            jdbc.batchUpdate("""
                    INSERT INTO eventstore.bulk_import_line
                        (import_id, line, first_line, subject_id, cells, state, code, detail)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """, lines);
        });
    }

    private static @Nullable Object[] line(String id, SheetKind<?> kind, Sheet.Row row, int firstLine) {
        String subject = row.cells().getOrDefault(kind.idColumn(), "");
        Outcome known = row.excess() > 0 ? Outcome.excess(row.excess()) : null;
        return new @Nullable Object[] {
            id,
            row.line(),
            firstLine,
            USABLE_ID.matcher(subject).matches() ? subject : null,
            JSON.writeValueAsString(row.cells()),
            known == null ? LineState.WAITING.name() : known.state().name(),
            known == null ? null : known.code(),
            known == null ? null : known.detail()
        };
    }

    Optional<ImportView> find(String id) {
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

    /** In the order of the sheet. */
    List<ImportedLine> lines(String id, @Nullable LineState state, long after, int limit) {
        List<Object> values = new ArrayList<>(List.of(id, after));
        if (state != null) {
            values.add(state.name());
        }
        values.add(limit);
        return jdbc.query(
                "SELECT line, subject_id, state, code, detail, violations FROM eventstore.bulk_import_line"
                        + " WHERE import_id = ? AND line > ? "
                        + (state == null ? "" : "AND state = ? ")
                        + "ORDER BY line LIMIT ?",
                (row, number) -> lineView(row),
                values.toArray());
    }

    /** Whether it was still running, and now is not. A line that was under way is done by then. */
    boolean cancel(String id, String by, Instant at) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            // Waits for the lines under way, so that they are counted.
            jdbc.queryForList("SELECT FROM eventstore.bulk_import WHERE id = ? FOR UPDATE", id);
            boolean cancelled = jdbc.update(END, ImportView.State.CANCELLED.name(), Timestamp.from(at), by, id) == 1;
            if (cancelled) {
                jdbc.update(FORGET, id);
            }
            return cancelled;
        }));
    }

    private static ImportView view(ResultSet row) throws SQLException {
        return new ImportView(
                row.getString("id"),
                ImportKind.valueOf(row.getString("kind")),
                row.getBoolean("dry_run"),
                ImportView.State.valueOf(row.getString("state")),
                row.getInt("lines"),
                row.getInt("done"),
                row.getInt("unchanged"),
                row.getInt("refused"),
                new ImportView.Asker(row.getString("asked_by"), row.getString("asked_role")),
                row.getTimestamp("asked_at").toInstant(),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("ended_at")),
                row.getString("cancelled_by"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static ImportedLine lineView(ResultSet row) throws SQLException {
        String violations = row.getString("violations");
        return new ImportedLine(
                row.getInt("line"),
                row.getString("subject_id"),
                LineState.valueOf(row.getString("state")),
                row.getString("code"),
                row.getString("detail"),
                violations == null ? null : Arrays.asList(JSON.readValue(violations, Violation[].class)));
    }
}
