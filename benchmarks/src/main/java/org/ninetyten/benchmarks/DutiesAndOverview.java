package org.ninetyten.benchmarks;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.ninetyten.events.Event;
import org.ninetyten.events.LondonTime;

/**
 * Lists of duties and overviews of a large force over HTTP, each next to its floor: the statements that it cannot do
 * without, on a connection of their own, with every row read. Each is asked in turn with its floor, so that whatever
 * else the machine does slows down both.
 */
final class DutiesAndOverview {

    /** What nothing is asked of here. */
    private static final List<String> LEFT_OUT = List.of("accounts", "acknowledgements", "histories", "policies");

    private static final String DUTIES = "SELECT * FROM readmodel.duty WHERE %s ORDER BY overdue_from, id LIMIT 51";

    private static final String OF_UNIT =
            " AND officer_id = ANY (ARRAY(SELECT o.id::text FROM readmodel.officer o WHERE o.unit = 'unit-7'))";

    private static final String CASES = """
            SELECT posted_at, officer_id, breach, intent, harm, response, departed, reported_on, told_on, completed_on
            FROM readmodel.transgression WHERE posted_at >= '%s'%s
            """;

    private static final String SUPPORT = """
            SELECT kind, day, count(*), sum(sampled), sum(good), count(*) FILTER (WHERE followed)
            FROM readmodel.overview_fact WHERE day BETWEEN '%s' AND '%s'%s GROUP BY 1, 2
            """;

    private static final String STANDING = """
            SELECT unit, count(*), count(*) FILTER (WHERE untrained_from <= now()), count(*) FILTER (WHERE owing),
                count(*) FILTER (WHERE unseen_from <= now())
            FROM readmodel.duty_poster WHERE true%s GROUP BY unit
            """;

    private DutiesAndOverview() {}

    /** One request and the statements of its floor. */
    private record Asked(String what, String user, String path, List<String> floor, Times http, Times sql) {

        static Asked of(String what, String user, String path, String... floor) {
            return new Asked(what, user, path, List.of(floor), new Times(), new Times());
        }

        Asked again() {
            return new Asked(what, user, path, floor, new Times(), new Times());
        }
    }

    static void measure(int officers, int warmUp, int rounds, PrintStream out)
            throws SQLException, InterruptedException {
        LocalDate today = LocalDate.now(LondonTime.ZONE);
        List<Event> events = SupportedForce.of(officers, today);
        out.printf("Loading %,d officers with %,d events through the projections…%n", officers, events.size());
        long began = System.nanoTime();
        try (LoadedQuerySide side = LoadedQuerySide.with(events, LEFT_OUT);
                Connection connection = side.connection()) {
            out.printf(Locale.ROOT, "%.0f seconds%n", (System.nanoTime() - began) / 1e9);
            List<Asked> asked = asked(today);
            for (int round = 0; round < warmUp + rounds; round++) {
                if (round == warmUp) {
                    asked = asked.stream().map(Asked::again).toList();
                }
                for (Asked one : asked) {
                    time(one, side, connection);
                }
            }
            print(asked, out);
        }
    }

    private static List<Asked> asked(LocalDate today) {
        LocalDate january = today.withDayOfYear(1);
        String year = "?from=" + january + "&to=" + today;
        String all = "?from=" + january.minusYears(3) + "&to=" + today;
        LocalDate first = january.minusYears(3);
        return List.of(
                Asked.of("duties of all", "auditor", "/api/duties", DUTIES.formatted("true")),
                Asked.of("of a unit", "auditor", "/api/duties?unit=unit-7", DUTIES.formatted("unit = 'unit-7'")),
                Asked.of(
                        "of an officer",
                        "auditor",
                        "/api/duties?officerId=officer-77",
                        DUTIES.formatted("officer_id = 'officer-77'")),
                Asked.of(
                        "check-ins not yet due",
                        "auditor",
                        "/api/duties?kind=CHECK_IN&missed=false",
                        DUTIES.formatted("kind = 'CHECK_IN' AND overdue_from > now()")),
                Asked.of(
                        "of a unit, of a kind, by a day",
                        "auditor",
                        "/api/duties?unit=unit-7&kind=TRAINING&dueTo=" + today.plusDays(60),
                        DUTIES.formatted(
                                "unit = 'unit-7' AND kind = 'TRAINING' AND due_by <= '" + today.plusDays(60) + "'")),
                overview("overview of this year", "auditor", year, january, today, ""),
                overview("of three years", "auditor", all, first, today, ""),
                overview("of a unit, this year", "auditor", year + "&unit=unit-7", january, today, OF_UNIT),
                overview("of this year, withholding", "comms", year, january, today, ""),
                overview("of three years, withholding", "comms", all, first, today, ""),
                overview("of a unit, withholding", "comms", year + "&unit=unit-7", january, today, ""));
    }

    private static Asked overview(String what, String user, String query, LocalDate from, LocalDate to, String ofUnit) {
        return Asked.of(
                what,
                user,
                "/api/overview" + query,
                CASES.formatted(from, ofUnit),
                SUPPORT.formatted(from, to, ofUnit),
                STANDING.formatted(ofUnit.isEmpty() ? "" : " AND unit = 'unit-7'"));
    }

    private static void time(Asked asked, LoadedQuerySide side, Connection connection)
            throws SQLException, InterruptedException {
        long began = System.nanoTime();
        side.getAs(asked.user(), asked.path());
        asked.http().add(System.nanoTime() - began);
        began = System.nanoTime();
        for (String sql : asked.floor()) {
            read(connection, sql);
        }
        asked.sql().add(System.nanoTime() - began);
    }

    private static void read(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getString(column);
                }
            }
        }
    }

    private static void print(List<Asked> asked, PrintStream out) {
        out.printf("%nMilliseconds over HTTP, and of the statements alone%n");
        out.printf("%9s %9s %9s %9s  %s%n", "p50", "p99", "SQL p50", "SQL p99", "");
        asked.forEach(one -> out.printf(
                Locale.ROOT,
                "%9.2f %9.2f %9.2f %9.2f  %s%n",
                one.http().percentile(50),
                one.http().percentile(99),
                one.sql().percentile(50),
                one.sql().percentile(99),
                one.what()));
    }
}
