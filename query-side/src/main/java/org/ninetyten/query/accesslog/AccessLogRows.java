package org.ninetyten.query.accesslog;

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
     * @param before the id of the last that was seen; 0 for none
     */
    List<AccessLogEntry> find(Wanted wanted, long before, int limit) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
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
                (row, number) -> new AccessLogEntry(
                        row.getLong("id"),
                        row.getObject("read_at", OffsetDateTime.class).toInstant(),
                        row.getString("caller"),
                        row.getString("role"),
                        row.getString("query"),
                        new AccessLogEntry.Subject(
                                row.getString("subject_kind"),
                                row.getString("subject_id"),
                                row.getString("officer_id")),
                        row.getString("filters"),
                        row.getString("purpose"),
                        row.getInt("status"),
                        row.getString("correlation_id")),
                values.toArray());
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
