package org.ninetyten.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Random;

/**
 * What it costs a read that it is noted in the access log: pages of the same officers' histories from two query sides of
 * one database, one of which keeps no note, in turn.
 */
final class AccessLogCost {

    private static final double AT_MOST = 1.05;
    private static final int EVENTS = 20_000;

    private final Random random = new Random(7);
    private final int officers;
    private final HttpConnection noting;
    private final HttpConnection without;
    private Times notedTimes = new Times();
    private Times withoutTimes = new Times();

    private AccessLogCost(int officers, HttpConnection noting, HttpConnection without) {
        this.officers = officers;
        this.noting = noting;
        this.without = without;
    }

    static void measure(Store store, Scale scale, Report report, PrintStream out)
            throws IOException, SQLException, InterruptedException {
        int events = Math.min(EVENTS, scale.stores().getLast());
        try (LoadedStore loaded = LoadedStore.of(events, store, report, out);
                Program unwritten = Program.querySide(store, "--ninety-ten.access-log.unwritten-for-benchmarks=true")
                        .ready();
                HttpConnection noting = loaded.program().connect();
                HttpConnection without = unwritten.connect()) {
            AccessLogCost cost = new AccessLogCost(loaded.officers(), noting, without);
            out.printf("Access log: %,d pages with it and without%n", 2 * scale.pages());
            cost.ask(scale.pages());
            cost.notedTimes = new Times();
            cost.withoutTimes = new Times();
            long before = lines(store);
            cost.ask(2 * scale.pages());
            Await.until("every read with the log is in it", () -> lines(store) - before >= 2L * scale.pages());
            cost.report(report);
        }
    }

    private static long lines(Store store) throws SQLException {
        return store.number("SELECT count(*) FROM accesslog.entry WHERE subject_kind = 'officer'");
    }

    /** Now one first and now the other: what is read twice is read faster. */
    private void ask(int pages) throws IOException {
        for (int i = 0; i < pages; i++) {
            String path = "/api/officers/officer-" + random.nextInt(officers) + "/history";
            if (i % 2 == 0) {
                notedTimes.add(taken(noting, path));
                withoutTimes.add(taken(without, path));
            } else {
                withoutTimes.add(taken(without, path));
                notedTimes.add(taken(noting, path));
            }
        }
    }

    private static long taken(HttpConnection http, String path) throws IOException {
        long began = System.nanoTime();
        http.get("auditor", path);
        return System.nanoTime() - began;
    }

    private void report(Report report) {
        double ratio = notedTimes.percentile(50) / withoutTimes.percentile(50);
        report.line(
                "history page noted in the access log, not: p50, p99",
                CommandPace.percentiles(notedTimes),
                CommandPace.percentiles(withoutTimes),
                ratio);
        report.must("the access log costs a page under 5 per cent (p50)", ratio < AT_MOST, "%.3f", ratio);
    }
}
