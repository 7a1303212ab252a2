package org.ninetyten.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;

/** Rebuilds beside the copying that no rebuild does without, in turn. */
final class RebuildPace {

    static final String HISTORIES = "histories";

    private final int turns;
    private final Report report;
    private final PrintStream out;

    RebuildPace(int turns, Report report, PrintStream out) {
        this.turns = turns;
        this.report = report;
        this.out = out;
    }

    /** @param ratio of the floor's time to the rebuild's */
    record Result(double seconds, double ratio) {}

    Result measure(String projection, LoadedStore loaded) throws IOException, SQLException, InterruptedException {
        Projections projections = new Projections(loaded.program());
        CopyFloor copying = new CopyFloor(loaded.store(), projection);
        double rebuilding = 0;
        double floor = 0;
        long events = 0;
        for (int turn = 0; turn < turns; turn++) {
            double copied = copying.measure();
            Projections.Rebuilt rebuilt = projections.rebuild(projection);
            out.printf(
                    "Rebuild of %s: %,d events in %.2f s, copying %.2f s%n",
                    projection, rebuilt.events(), rebuilt.seconds(), copied);
            floor += copied;
            rebuilding += rebuilt.seconds();
            events += rebuilt.events();
        }
        report.line(
                Report.text("rebuild of %s, %,d events", projection, events / turns),
                Report.text("%,.0f events/s", events / rebuilding),
                Report.text("%,.0f copied/s", events / floor),
                floor / rebuilding);
        return new Result(rebuilding / turns, floor / rebuilding);
    }
}
