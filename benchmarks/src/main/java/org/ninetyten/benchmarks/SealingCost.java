package org.ninetyten.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import org.axonframework.serialization.Serializer;
import org.ninetyten.events.stored.StoredEventSerializer;

/** What it costs that texts stand under people's keys: the same commands and the same rebuild with and without, in turn. */
final class SealingCost {

    private static final double AT_MOST = 1.15;
    private static final int CLIENTS = 4;
    private static final int EVENTS = 20_000;
    private static final int TURNS = 4;
    private static final int SHORTER = 6;

    /** The first minute is spent on compiling, of which there is more with keys. */
    private static final int WARM_UP = 4;

    private static final Duration ENOUGH = Duration.ofSeconds(90);

    private SealingCost() {}

    static void ofCommands(Store sealed, Store plain, Scale scale, Report report, PrintStream out)
            throws IOException, InterruptedException {
        try (Program withKeys = Program.commandSide(sealed).ready();
                Program without = Program.commandSide(plain, "--ninety-ten.keys.unsealed-for-benchmarks=true")
                        .ready()) {
            CommandsOverHttp withKeysCommands = new CommandsOverHttp(withKeys);
            CommandsOverHttp withoutCommands = new CommandsOverHttp(without);
            Duration warmUp = min(scale.warmUp().multipliedBy(WARM_UP), ENOUGH);
            withKeysCommands.measure(CLIENTS, warmUp);
            withoutCommands.measure(CLIENTS, warmUp);
            Times withTimes = new Times();
            Times withoutTimes = new Times();
            // Short turns, many of them: what else the machine does for some seconds hits both.
            Duration length = scale.window().dividedBy(SHORTER);
            for (int turn = 0; turn < scale.turns() * TURNS * SHORTER; turn++) {
                withTimes.addAll(withKeysCommands.measure(CLIENTS, length).times());
                withoutTimes.addAll(withoutCommands.measure(CLIENTS, length).times());
            }
            double ratio = withTimes.percentile(50) / withoutTimes.percentile(50);
            out.printf("Commands with keys and without: p50 %.3f%n", ratio);
            report.line(
                    "commands with keys, beside without: p50, p99",
                    CommandPace.percentiles(withTimes),
                    CommandPace.percentiles(withoutTimes),
                    ratio);
            report.must("keys cost commands under 15 per cent (p50)", ratio < AT_MOST, "%.3f", ratio);
        }
    }

    static void ofRebuilds(Store sealed, Store plain, int events, int turns, Report report, PrintStream out)
            throws IOException, SQLException, InterruptedException {
        try (Program withKeys = Program.querySide(sealed).ready();
                Program without = Program.querySide(plain).ready()) {
            load(sealed, sealed.sealing(), events);
            load(plain, StoredEventSerializer.create(), events);
            Projections withKeysRows = new Projections(withKeys);
            Projections withoutRows = new Projections(without);
            withKeysRows.awaitCaughtUp();
            withoutRows.awaitCaughtUp();
            Times withTimes = new Times();
            Times withoutTimes = new Times();
            // The first rebuild of each only warms up.
            for (int turn = 0; turn <= turns * TURNS; turn++) {
                double with = withKeysRows.rebuild(RebuildPace.HISTORIES).seconds();
                double plainly = withoutRows.rebuild(RebuildPace.HISTORIES).seconds();
                out.printf("Rebuild with keys %.2f s, without %.2f s%n", with, plainly);
                if (turn > 0) {
                    withTimes.add(nanos(with));
                    withoutTimes.add(nanos(plainly));
                }
            }
            double ratio = withTimes.percentile(50) / withoutTimes.percentile(50);
            report.line(
                    Report.text("rebuild of %,d events with keys, without: p50", events),
                    Report.text("%.0f ms", withTimes.percentile(50)),
                    Report.text("%.0f ms", withoutTimes.percentile(50)),
                    ratio);
            report.must("keys cost a rebuild under 15 per cent (p50)", ratio < AT_MOST, "%.3f", ratio);
        }
    }

    static int eventsFor(Scale scale) {
        return Math.min(EVENTS, scale.stores().getLast());
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }

    private static void load(Store store, Serializer serializer, int events) throws SQLException {
        try (EventLoad load = new EventLoad(store, serializer)) {
            InventedForce.tell(events, load::add);
        }
    }
}
