package org.ninetyten.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Commands a second over HTTP beside raw inserts of their rows, in turn: what else the machine does hits both. */
final class CommandPace {

    private static final double AT_LEAST = 0.30;
    private static final int CLIENTS_THAT_COUNT = 16;
    private static final List<Integer> CLIENTS = List.of(1, CLIENTS_THAT_COUNT, 64);
    private static final int ROWS = 20_000;

    private CommandPace() {}

    static void measure(Store store, Scale scale, Report report, PrintStream out)
            throws IOException, SQLException, InterruptedException {
        try (Program program = Program.commandSide(store).ready()) {
            CommandsOverHttp commands = new CommandsOverHttp(program);
            out.printf("Commands: warming up for %d s%n", scale.warmUp().toSeconds());
            commands.measure(CLIENTS_THAT_COUNT, scale.warmUp());
            RawInserts inserts = new RawInserts(store);
            inserts.takeRows(ROWS);
            inserts.measure(CLIENTS_THAT_COUNT, scale.window());
            for (int clients : CLIENTS) {
                inTurn(clients, program, inserts, scale, report, out);
            }
            report.line("command side, resident", Report.text("%d MB", program.residentMegabytes()));
        }
    }

    private static void inTurn(
            int clients, Program program, RawInserts inserts, Scale scale, Report report, PrintStream out)
            throws InterruptedException {
        CommandsOverHttp commands = new CommandsOverHttp(program);
        Duration busy = Duration.ZERO;
        double given = 0;
        double inserted = 0;
        Times times = new Times();
        Times floor = new Times();
        for (int turn = 0; turn < scale.turns(); turn++) {
            Load.Result raw = inserts.measure(clients, scale.window());
            Duration before = program.processorTime();
            Load.Result overHttp = commands.measure(clients, scale.window());
            busy = busy.plus(program.processorTime().minus(before));
            out.printf(
                    "Commands, %d clients: %,.0f/s, raw inserts %,.0f/s%n",
                    clients, overHttp.perSecond(), raw.perSecond());
            given += overHttp.perSecond() / scale.turns();
            inserted += raw.perSecond() / scale.turns();
            times.addAll(overHttp.times());
            floor.addAll(raw.times());
        }
        report.line(
                Report.text("commands over HTTP, %d clients", clients),
                Report.text("%,.0f/s", given),
                Report.text("%,.0f inserts/s", inserted),
                given / inserted);
        report.line(
                "    p50, p99", percentiles(times), percentiles(floor), times.percentile(50) / floor.percentile(50));
        report.line(
                "    processor time of the program a command",
                Report.text("%.2f ms", busy.toNanos() / 1e6 / times.count()));
        if (clients == CLIENTS_THAT_COUNT) {
            report.must(
                    Report.text("commands at %d clients at least %.2f of raw inserts", clients, AT_LEAST),
                    given / inserted >= AT_LEAST,
                    "%.3f",
                    given / inserted);
        }
    }

    static String percentiles(Times times) {
        return Report.text("%.2f, %.2f ms", times.percentile(50), times.percentile(99));
    }
}
