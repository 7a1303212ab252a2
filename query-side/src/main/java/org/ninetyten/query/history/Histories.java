package org.ninetyten.query.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ninetyten.edge.caller.Scope;
import org.ninetyten.events.Subject;
import org.ninetyten.query.history.HistoryEntry.Actor;
import org.ninetyten.query.history.HistoryEntry.Subjects;
import org.ninetyten.query.projection.Documents;
import org.ninetyten.query.projection.StateTable.Condition;
import org.ninetyten.query.scope.RestrictedCases;
import org.ninetyten.query.scope.Within;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads histories, oldest first. */
@Component
public class Histories {

    /** Whether the case of an id shows to its officer: they were given a notice, or it stands explained as no breach. */
    private static final String TOLD = """
            (EXISTS (SELECT 1 FROM readmodel.history_entry notice
                WHERE notice.subject = 'transgression' AND notice.subject_id = {case} AND notice.kind = 'OfficerNotified')
            OR ((SELECT NOT (assessed.details ->> 'breach')::boolean FROM readmodel.history_entry assessed
                WHERE assessed.subject = 'transgression' AND assessed.subject_id = {case}
                    AND assessed.kind = 'TransgressionAssessed'
                ORDER BY assessed.version DESC LIMIT 1)
            AND (SELECT turn.kind <> 'TransgressionReopened' FROM readmodel.history_entry turn
                WHERE turn.subject = 'transgression' AND turn.subject_id = {case}
                    AND turn.kind IN ('TransgressionAssessed', 'TransgressionReopened', 'TransgressionWithdrawn')
                ORDER BY turn.version DESC LIMIT 1)))
            """;

    /** Entries of a case of the officer's own only once it shows to them, or where they reported themselves. */
    private static final String SHOWN_TO_OFFICER = """
            (e.transgression_id IS NULL
            OR NOT EXISTS (SELECT 1 FROM readmodel.history_entry reported
                WHERE reported.subject = 'transgression' AND reported.subject_id = e.transgression_id
                    AND reported.version = 1 AND reported.officer_id = ?)
            OR (e.kind = 'TransgressionReported' AND (e.details ->> 'selfReported')::boolean)
            OR """ + TOLD.replace("{case}", "e.transgression_id") + ")";

    /** Who shares an account with someone finds in their own history nothing of a case about the other. */
    private static final String OF_NO_OTHER_OFFICERS_CASE = """
            NOT EXISTS (SELECT 1 FROM readmodel.history_entry reported
                WHERE reported.subject = 'transgression' AND reported.subject_id = e.transgression_id
                    AND reported.version = 1 AND reported.officer_id <> ?)
            """;

    private static final String OFFICER_OF_CASE = """
            (SELECT reported.officer_id FROM readmodel.history_entry reported
                WHERE reported.subject = 'transgression' AND reported.subject_id = e.transgression_id
                    AND reported.version = 1)
            """;

    /** Whoever sees the account sees that it is suspended; for which case they see where they may know of that. */
    private static final String SUSPENSION = "e.kind IN ('AccountSuspended', 'AccountReinstated')";

    /** That something is kept by order tells that there is a matter behind it, and its reason tells which. */
    private static final String NO_LEGAL_HOLD = "e.kind NOT IN ('LegalHoldPlaced', 'LegalHoldLifted')";

    private final JdbcTemplate jdbc;
    private final Documents documents;

    Histories(JdbcTemplate jdbc, Documents documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    /** @param after only entries whose position is after this one */
    public List<HistoryEntry> of(Subject subject, String id, HistoryFilter filter, long after, int limit) {
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder("SELECT e.*, ");
        Scope reader = filter.readBy();
        if (reader == null) {
            sql.append("true");
        } else {
            and(thereFor(reader), sql, values);
        }
        sql.append("""
                 AS case_shown, coalesce(e.policy_version, r.policy_version) AS applying_version
                FROM readmodel.history_subject s JOIN readmodel.history_entry e USING (position)
                LEFT JOIN readmodel.history_entry r
                    ON e.subject = 'transgression' AND r.subject = 'transgression' AND r.subject_id = e.subject_id
                        AND r.version = 1
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
        if (filter.knownOn() != null) {
            sql.append(" AND e.recorded_at <= ?");
            // Cut off, as the database would round what is finer, and so might round up.
            values.add(Timestamp.from(filter.knownOn().truncatedTo(ChronoUnit.MICROS)));
        }
        if (filter.happenedBy() != null) {
            sql.append(" AND e.happened_on <= ?");
            values.add(filter.happenedBy());
        }
        if (filter.kind() != null) {
            sql.append(" AND e.kind = ?");
            values.add(filter.kind());
        }
        if (filter.actor() != null) {
            sql.append(" AND e.actor_id = ?");
            values.add(filter.actor());
        }
        if (reader != null) {
            narrow(reader, subject, id, sql, values);
        }
        sql.append(" ORDER BY s.position LIMIT ?");
        values.add(limit);
        return jdbc.query(sql.toString(), (row, number) -> entry(row), values.toArray());
    }

    /** To what the reader may know of: entries that name a case which they may not are left out, but for suspensions. */
    private static void narrow(Scope reader, Subject subject, String id, StringBuilder sql, List<Object> values) {
        sql.append(" AND (").append(SUSPENSION).append(" OR ");
        and(thereFor(reader), sql, values);
        sql.append(')');
        String officerId = reader.caller().officerId();
        if (!reader.aboutAnyone()) {
            sql.append(" AND ").append(NO_LEGAL_HOLD);
        }
        if (officerId != null) {
            sql.append(" AND (e.officer_id IS DISTINCT FROM ? OR ")
                    .append(NO_LEGAL_HOLD)
                    .append(')');
            values.add(officerId);
            sql.append(" AND ").append(SHOWN_TO_OFFICER);
            values.add(officerId);
        }
        if (subject == Subject.OFFICER && id.equals(officerId)) {
            sql.append(" AND ").append(OF_NO_OTHER_OFFICERS_CASE);
            values.add(id);
        }
    }

    /** Of the case that an entry names. */
    private static List<Condition> thereFor(Scope reader) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(RestrictedCases.thereFor(reader.caller(), "e.transgression_id"));
        if (reader.ofUnit()) {
            Within.ofOfficer(reader, OFFICER_OF_CASE).stream()
                    .map(within -> new Condition("e.transgression_id IS NULL OR " + within.sql(), within.values()))
                    .forEach(conditions::add);
        }
        return conditions;
    }

    private static void and(List<Condition> conditions, StringBuilder sql, List<Object> values) {
        sql.append(conditions.stream().map(one -> "(" + one.sql() + ")").collect(Collectors.joining(" AND ")));
        conditions.forEach(one -> values.addAll(one.values()));
    }

    /** How many of the subject's own events the history has; 0 for one that it does not know. */
    public long versionOf(Subject subject, String id) {
        Long version = jdbc.queryForObject(
                "SELECT coalesce(max(version), 0) FROM readmodel.history_entry WHERE subject = ? AND subject_id = ?",
                Long.class,
                subject.word(),
                id);
        return version == null ? 0 : version;
    }

    /** The officer whom a case is about; empty for a case that the history does not know. */
    Optional<String> officerOfCase(String transgressionId) {
        return jdbc
                .query(
                        "SELECT officer_id FROM readmodel.history_entry"
                                + " WHERE subject = 'transgression' AND subject_id = ? AND version = 1",
                        (row, number) -> row.getString(1),
                        transgressionId)
                .stream()
                .findFirst();
    }

    /** Whether that case shows to its officer. */
    boolean showsToOfficer(String transgressionId) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT coalesce(" + TOLD.replace("{case}", "asked.id") + ", false) FROM (SELECT ?::text AS id) asked",
                Boolean.class,
                transgressionId));
    }

    private HistoryEntry entry(ResultSet row) throws SQLException {
        boolean caseShown = row.getBoolean("case_shown");
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
                        caseShown ? row.getString("transgression_id") : null),
                row.getObject("applying_version", Integer.class),
                caseShown ? row.getString("details") : documents.without(row.getString("details"), "transgressionId"),
                row.getString("correlation_id"),
                // As of one by hand, which comes of its request and of no other event.
                row.getString(caseShown ? "causation_id" : "correlation_id"));
    }
}
