package org.ninetyten.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Pages of officers' histories from stores of several sizes, each beside its statement by JDBC. All stores are asked in
 * turn, so that whatever else the machine does hits them alike.
 */
final class HistoryPages {

    /** What the query side asks for an officer's first page; it asks for one entry more than a page has. */
    private static final String SAME_SQL = """
            SELECT e.*, coalesce(e.policy_version, r.policy_version) AS applying_version
            FROM readmodel.history_subject s JOIN readmodel.history_entry e USING (position)
            LEFT JOIN readmodel.history_entry r
                ON e.subject = 'transgression' AND r.subject = 'transgression' AND r.subject_id = e.subject_id
                    AND r.version = 1
            WHERE s.subject = ? AND s.subject_id = ? AND s.position > ?
            ORDER BY s.position LIMIT ?
            """;

    private static final int PAGE = 51;

    private final LoadedStore loaded;
    private final Random random = new Random(7);
    private final HttpConnection http;
    private final Connection database;
    private final PreparedStatement select;
    private Times overHttp = new Times();
    private Times byJdbc = new Times();

    private HistoryPages(LoadedStore loaded) throws IOException, SQLException {
        this.loaded = loaded;
        this.http = loaded.program().connect();
        this.database = loaded.store().connect();
        this.select = database.prepareStatement(SAME_SQL);
    }

    static void measure(List<LoadedStore> stores, Scale scale, Report report, PrintStream out)
            throws IOException, SQLException {
        out.printf("Histories: %,d pages of each store%n", scale.pages());
        List<HistoryPages> asked = new ArrayList<>();
        for (LoadedStore store : stores) {
            asked.add(new HistoryPages(store));
        }
        for (int i = 0; i < 2 * scale.pages(); i++) {
            for (HistoryPages one : asked) {
                if (i == scale.pages()) {
                    one.overHttp = new Times();
                    one.byJdbc = new Times();
                }
                one.askBoth();
            }
        }
        for (HistoryPages one : asked) {
            one.report(report);
            one.http.close();
            one.database.close();
        }
        double growth = asked.getLast().overHttp.percentile(99)
                / asked.getFirst().overHttp.percentile(99);
        report.must(
                Report.text(
                        "history page p99 at %,d events at most 1.5 of that at %,d",
                        stores.getLast().events(), stores.getFirst().events()),
                growth <= 1.5,
                "%.2f",
                growth);
    }

    private void askBoth() throws IOException, SQLException {
        String officer = "officer-" + random.nextInt(loaded.officers());
        long began = System.nanoTime();
        http.get("auditor", "/api/officers/" + officer + "/history");
        long answered = System.nanoTime();
        select(officer);
        overHttp.add(answered - began);
        byJdbc.add(System.nanoTime() - answered);
    }

    private void select(String officer) throws SQLException {
        select.setString(1, "officer");
        select.setString(2, officer);
        select.setLong(3, 0);
        select.setInt(4, PAGE);
        try (ResultSet row = select.executeQuery()) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                for (int i = 1; i <= columns; i++) {
                    row.getString(i);
                }
            }
        }
    }

    private void report(Report report) {
        report.line(
                Report.text("history page p50, p99 at %,d events", loaded.events()),
                CommandPace.percentiles(overHttp),
                CommandPace.percentiles(byJdbc),
                overHttp.percentile(50) / byJdbc.percentile(50));
    }
}
