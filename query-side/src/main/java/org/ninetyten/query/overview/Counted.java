package org.ninetyten.query.overview;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.caller.Scope;
import org.ninetyten.events.LondonTime;
import org.ninetyten.query.overview.Withholding.Behind;
import org.ninetyten.query.projection.StateTable.Condition;
import org.ninetyten.query.transgressions.CaseVisibility;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.stereotype.Component;

/** Reads what is counted. A unit is an officer's as it is now, as in all lists. */
@Component
class Counted {

    private static final String CASES = """
            SELECT (posted_at AT TIME ZONE 'Europe/London')::date AS posted_on, officer_id, %s AS unit, breach, intent, harm,
                response, departed, reported_on, told_on, completed_on
            FROM readmodel.transgression%s WHERE posted_at >= ?
            """;

    private static final String FACTS = """
            SELECT kind, day, count(*) AS count, sum(sampled) AS sampled, sum(good) AS good,
                count(*) FILTER (WHERE followed) AS followed
            FROM readmodel.overview_fact WHERE day BETWEEN ? AND ?
            """;

    /**
     * Who is behind what there was in each month: a few of them, which is enough to know that they are not too few, and
     * all where they are. Looked for among the month's first entries; should many of those be of one person, fewer are
     * found than there are, and more is withheld.
     */
    private static final String PEOPLE_OF_MONTHS = """
            SELECT kind, followed, month::date AS month, officer_id
            FROM unnest(ARRAY['SAMPLE', 'COMMENDATION', 'ADVICE']) kind
            CROSS JOIN unnest(ARRAY[true, false]) followed
            CROSS JOIN generate_series(?::timestamp, ?::timestamp, '1 month') month
            CROSS JOIN LATERAL (
                SELECT DISTINCT officer_id FROM (
                    SELECT fact.officer_id FROM readmodel.overview_fact fact
                    WHERE fact.kind = kind.kind AND fact.day >= month::date AND fact.day < (month + interval '1 month')::date
                      AND coalesce(fact.followed, false) = followed.followed LIMIT 200) first
                LIMIT 10) person
            """;

    /** An officer is of one unit, so how many they are says enough. */
    private static final String PEOPLE_OF_UNITS = """
            SELECT kind, followed, month, coalesce(o.unit, '') AS unit, least(count(*), 5) AS people
            FROM (SELECT DISTINCT kind, coalesce(followed, false) AS followed, date_trunc('year', day)::date AS month, officer_id
                  FROM readmodel.overview_fact WHERE day BETWEEN ? AND ?) person
            LEFT JOIN readmodel.officer o ON o.id = person.officer_id
            GROUP BY 1, 2, 3, 4
            """;

    private static final String WITH_UNITS = " LEFT JOIN readmodel.officer o ON o.id = officer_id";

    private static final String OF_UNIT =
            " AND officer_id = ANY (ARRAY(SELECT o.id::text FROM readmodel.officer o WHERE o.unit = ?))";

    private static final String STANDING = """
            SELECT coalesce(unit, '') AS unit, count(*) AS posting, count(*) FILTER (WHERE untrained_from <= ?) AS untrained,
                count(*) FILTER (WHERE owing) AS owing, count(*) FILTER (WHERE unseen_from <= ?) AS unseen
            FROM readmodel.duty_poster %s GROUP BY 1
            """;

    private final JdbcTemplate jdbc;

    Counted(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which rows are needed.
     *
     * @param unit narrows them to it; absent for all
     * @param withUnits whether each row says its unit, where they are not narrowed to one
     */
    record Wanted(LocalDate from, LocalDate to, @Nullable String unit, boolean withUnits) {

        private String unitColumn() {
            return withUnits ? "coalesce(o.unit, '')" : "''";
        }

        private String join() {
            return withUnits ? WITH_UNITS : "";
        }
    }

    /** Also those that were posted after the period, which tell what was repeated. Of the caller's own, those they were told of. */
    List<CaseRow> cases(Wanted wanted, Scope scope) {
        StringBuilder sql = new StringBuilder(CASES.formatted(wanted.unitColumn(), wanted.join()));
        List<Object> values = new ArrayList<>();
        values.add(Timestamp.from(wanted.from().atStartOfDay(LondonTime.ZONE).toInstant()));
        narrow(wanted, sql, values);
        for (Condition condition : CaseVisibility.ofCaller(scope.caller(), "transgression.id")) {
            sql.append(" AND (").append(condition.sql()).append(')');
            values.addAll(condition.values());
        }
        return jdbc.query(
                planned(sql.toString(), values),
                (row, number) -> new CaseRow(
                        row.getObject("posted_on", LocalDate.class),
                        row.getString("officer_id"),
                        row.getString("unit"),
                        row.getBoolean("breach"),
                        row.getString("intent"),
                        row.getString("harm"),
                        row.getString("response"),
                        row.getBoolean("departed"),
                        row.getObject("reported_on", LocalDate.class),
                        row.getObject("told_on", LocalDate.class),
                        row.getObject("completed_on", LocalDate.class)));
    }

    List<SupportMonth> support(Period period, @Nullable String unit) {
        Wanted wanted = new Wanted(period.from(), period.to(), unit, false);
        StringBuilder sql = new StringBuilder(FACTS);
        List<Object> values = new ArrayList<>(List.of(wanted.from(), wanted.to()));
        narrow(wanted, sql, values);
        sql.append(" GROUP BY 1, 2");
        Map<FactKind, Map<YearMonth, SupportMonth>> months = new EnumMap<>(FactKind.class);
        jdbc.query(planned(sql.toString(), values), row -> {
            SupportMonth day = new SupportMonth(
                    FactKind.valueOf(row.getString("kind")),
                    YearMonth.from(row.getObject("day", LocalDate.class)),
                    row.getInt("count"),
                    row.getInt("sampled"),
                    row.getInt("good"),
                    row.getInt("followed"));
            months.computeIfAbsent(day.kind(), kind -> new TreeMap<>()).merge(day.month(), day, SupportMonth::and);
        });
        return months.values().stream()
                .flatMap(ofKind -> ofKind.values().stream())
                .toList();
    }

    /** Who is behind the support of each month of those years, of the whole force. */
    Map<FactKind, List<Behind>> peopleOfMonths(Period years) {
        Map<FactKind, List<Behind>> people = new EnumMap<>(FactKind.class);
        List<Object> values = List.of(years.from(), years.to().isAfter(years.today()) ? years.today() : years.to());
        jdbc.query(planned(PEOPLE_OF_MONTHS, values), row -> {
            YearMonth month = YearMonth.from(row.getObject("month", LocalDate.class));
            people.computeIfAbsent(FactKind.valueOf(row.getString("kind")), kind -> new ArrayList<>())
                    .add(new Behind(month, "", row.getString("officer_id"), part(row)));
        });
        return people;
    }

    /** Who is behind the support of each unit in each of those years. */
    Map<FactKind, List<Behind>> peopleOfUnits(Period years) {
        Map<FactKind, List<Behind>> people = new EnumMap<>(FactKind.class);
        jdbc.query(planned(PEOPLE_OF_UNITS, List.of(years.from(), years.to())), row -> {
            YearMonth year = YearMonth.from(row.getObject("month", LocalDate.class));
            String unit = row.getString("unit");
            List<Behind> those =
                    people.computeIfAbsent(FactKind.valueOf(row.getString("kind")), kind -> new ArrayList<>());
            for (int i = 0; i < row.getInt("people"); i++) {
                those.add(new Behind(year, unit, unit + " " + i, part(row)));
            }
        });
        return people;
    }

    private static String part(ResultSet row) throws SQLException {
        return row.getBoolean("followed") ? "followed" : "";
    }

    private static void narrow(Wanted wanted, StringBuilder sql, List<Object> values) {
        if (wanted.unit() != null) {
            sql.append(OF_UNIT);
            values.add(wanted.unit());
        }
    }

    /**
     * How those stand who hold or operate an account now.
     *
     * @param posting how many they are
     * @param untrained how many of them have no training that counts
     * @param owing how many have yet to acknowledge a version they were asked to
     * @param unseen with how many a check-in is overdue
     */
    record Standing(String unit, long posting, long untrained, long owing, long unseen) {}

    List<Standing> standing(@Nullable String unit, Instant now) {
        List<Object> values = new ArrayList<>(List.of(Timestamp.from(now), Timestamp.from(now)));
        if (unit != null) {
            values.add(unit);
        }
        return jdbc.query(
                planned(STANDING.formatted(unit == null ? "" : "WHERE unit = ?"), values),
                (row, number) -> new Standing(
                        Objects.requireNonNull(row.getString("unit")),
                        row.getLong("posting"),
                        row.getLong("untrained"),
                        row.getLong("owing"),
                        row.getLong("unseen")));
    }

    /**
     * The rows behind a count of the ninety, in the order of their ids.
     *
     * @param followed only advice that was followed
     * @param after the place of the last one before; empty for the first page
     */
    List<OverviewEntry> entries(FactKind kind, boolean followed, Wanted wanted, String after, int limit) {
        StringBuilder sql = new StringBuilder("""
                SELECT * FROM readmodel.overview_fact WHERE kind = ? AND day BETWEEN ? AND ?
                """);
        List<Object> values = new ArrayList<>(List.of(kind.name(), wanted.from(), wanted.to()));
        narrow(wanted, sql, values);
        if (followed) {
            sql.append(" AND followed");
        }
        if (!after.isEmpty()) {
            sql.append(" AND (subject_id, id) > (?, ?)");
            int slash = after.indexOf('/');
            values.add(after.substring(0, Math.max(0, slash)));
            values.add(after.substring(slash + 1));
        }
        sql.append(" ORDER BY subject_id, id LIMIT ?");
        values.add(limit);
        return jdbc.query(
                planned(sql.toString(), values),
                (row, number) -> new OverviewEntry(
                        row.getString("subject_id") + "/" + row.getString("id"),
                        row.getString("officer_id"),
                        row.getString("account_id"),
                        row.getObject("day", LocalDate.class),
                        row.getObject("sampled", Integer.class),
                        row.getObject("good", Integer.class),
                        row.getString("decision"),
                        row.getObject("followed", Boolean.class)));
    }

    /** Never one plan for all values: a unit is few rows of many, the force is all. */
    private static PreparedStatementCreator planned(String sql, List<Object> values) {
        return connection -> {
            PreparedStatement statement = connection.prepareStatement(sql);
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            new ArgumentPreparedStatementSetter(values.toArray()).setValues(statement);
            return statement;
        };
    }
}
