package org.ninetyten.query.accesslog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.caller.Role;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The access log as it stands in the database. */
@Component
class AccessLogRows {

    /** An officer's own record, and a case about them as soon as they were told of it. */
    private static final String ABOUT_OFFICER = """
            officer_id = ? AND (subject_kind = 'officer' OR EXISTS (
                SELECT FROM readmodel.transgression
                WHERE transgression.id = subject_id AND transgression.officer_id = entry.officer_id AND officer_told))""";

    private static final String OF_HIDDEN_CASE = "subject_kind = 'transgression' AND subject_id = ANY (?)";

    /** Whoever was told that there is none: the reader themselves, and who is not on its list. */
    private static final String TOLD_OF_NONE = """
            status >= 400 AND (caller = ? OR EXISTS (SELECT FROM readmodel.restricted_case
                WHERE transgression_id = subject_id AND NOT entry.caller = ANY (allowed)))""";

    private final JdbcTemplate jdbc;

    AccessLogRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is looked for; what is null narrows nothing. */
    record Wanted(
            @Nullable String caller,
            @Nullable String subjectKind,
            @Nullable String subjectId,
            @Nullable String officerId,
            @Nullable Role role,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String aboutOfficer) {}

    /**
     * The latest first.
     *
     * @param hidden what the reader may not know of
     * @param before the id of the last that was seen; 0 for none
     */
    List<AccessLogEntry> find(Wanted wanted, HiddenReads hidden, long before, int limit) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        String[] hiddenCases = hidden.cases().toArray(String[]::new);
        if (hiddenCases.length > 0) {
            conditions.add("(NOT (" + OF_HIDDEN_CASE + ") OR (" + TOLD_OF_NONE + "))");
            values.addAll(List.of(hiddenCases, hidden.reader()));
        }
        if (hiddenCases.length > 0 && (wanted.officerId() != null || wanted.aboutOfficer() != null)) {
            // Of whom it is shows of none of them.
            conditions.add("NOT (" + OF_HIDDEN_CASE + ")");
            values.add(hiddenCases);
        }
        narrow(conditions, values, "caller = ?", wanted.caller());
        narrow(conditions, values, "subject_kind = ?", wanted.subjectKind());
        narrow(conditions, values, "subject_id = ?", wanted.subjectId());
        narrow(conditions, values, "officer_id = ?", wanted.officerId());
        narrow(
                conditions,
                values,
                "? = ANY (string_to_array(role, ' '))",
                wanted.role() == null ? null : wanted.role().name());
        narrow(conditions, values, "read_at >= ?", utc(wanted.from()));
        narrow(conditions, values, "read_at < ?", utc(wanted.to()));
        narrow(conditions, values, ABOUT_OFFICER, wanted.aboutOfficer());
        narrow(conditions, values, "id < ?", before == 0 ? null : before);
        values.add(limit);
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return jdbc.query(
                "SELECT * FROM accesslog.entry" + where + " ORDER BY id DESC LIMIT ?",
                (row, number) -> entry(row, hidden),
                values.toArray());
    }

    private static AccessLogEntry entry(ResultSet row, HiddenReads hidden) throws SQLException {
        String kind = row.getString("subject_kind");
        String id = row.getString("subject_id");
        boolean ofHiddenCase =
                id != null && kind.equals("transgression") && hidden.cases().contains(id);
        String caller = row.getString("caller");
        return new AccessLogEntry(
                row.getLong("id"),
                row.getObject("read_at", OffsetDateTime.class).toInstant(),
                caller,
                row.getString("role"),
                row.getString("query"),
                new AccessLogEntry.Subject(kind, id, ofHiddenCase ? null : row.getString("officer_id")),
                hidden.shown(row.getString("filters"), caller),
                row.getString("purpose"),
                row.getInt("status"),
                row.getString("correlation_id"));
    }

    private static void narrow(List<String> conditions, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
