package org.ninetyten.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.ninetyten.database.EmbeddedDatabase;
import org.springframework.util.FileSystemUtils;

/** Everything that is measured beside a floor, on one server that keeps every commit, and the table of it. */
final class Measurements {

    static final String COMMANDS = "commands";
    static final String PROJECTIONS = "projections";
    static final String START_UP = "start-up";
    static final String KEYS = "keys";
    static final String ACCESS_LOG = "access-log";

    static final List<String> ALL = List.of(START_UP, COMMANDS, PROJECTIONS, KEYS, ACCESS_LOG);

    private static final double HISTORIES_AT_LEAST = 0.15;
    private static final double TEN_TIMES_WITHIN = 12;

    private final EmbeddedDatabase server;
    private final Path work;
    private final Scale scale;
    private final Report report;
    private final PrintStream out;

    private Measurements(EmbeddedDatabase server, Path work, Scale scale, Report report, PrintStream out) {
        this.server = server;
        this.work = work;
        this.scale = scale;
        this.report = report;
        this.out = out;
    }

    static void run(Scale scale, List<String> which, PrintStream out)
            throws IOException, SQLException, InterruptedException {
        Path work = Files.createTempDirectory("ninety-ten-benchmarks");
        Report report = new Report();
        try (EmbeddedDatabase server = EmbeddedDatabase.open(work.resolve("data"), out::println)) {
            Measurements measurements = new Measurements(server, work, scale, report, out);
            if (which.contains(START_UP)) {
                StartUp.measure(new Store(server, work, "start_up"), scale, report, out);
            }
            if (which.contains(COMMANDS)) {
                CommandPace.measure(new Store(server, work, COMMANDS), scale, report, out);
            }
            if (which.contains(PROJECTIONS)) {
                measurements.projections();
            }
            if (which.contains(KEYS)) {
                SealingCost.ofCommands(
                        new Store(server, work, "commands_sealed"),
                        new Store(server, work, "commands_plain"),
                        scale,
                        report,
                        out);
                SealingCost.ofRebuilds(
                        new Store(server, work, "events_sealed"),
                        new Store(server, work, "events_plain"),
                        SealingCost.eventsFor(scale),
                        scale.turns(),
                        report,
                        out);
            }
            if (which.contains(ACCESS_LOG)) {
                AccessLogCost.measure(new Store(server, work, "access_log"), scale, report, out);
            }
        }
        FileSystemUtils.deleteRecursively(work);
        report.print(out);
    }

    /** From the smallest store to the largest; all stay, to be asked in turn for their histories. */
    private void projections() throws IOException, SQLException, InterruptedException {
        List<LoadedStore> stores = new ArrayList<>();
        try {
            List<RebuildPace.Result> histories = new ArrayList<>();
            RebuildPace rebuilds = new RebuildPace(scale.turns(), report, out);
            for (int events : scale.stores()) {
                LoadedStore loaded = LoadedStore.of(events, new Store(server, work, "events_" + events), report, out);
                stores.add(loaded);
                histories.add(rebuilds.measure(RebuildPace.HISTORIES, loaded));
            }
            mustHold(histories);
            LoadedStore last = stores.getLast();
            for (String projection : new Projections(last.program()).names()) {
                if (!projection.equals(RebuildPace.HISTORIES)) {
                    rebuilds.measure(projection, last);
                }
            }
            HistoryPages.measure(stores, scale, report, out);
            ReassessmentRuns.measure(last, scale, report, out);
            memory(last.program());
        } finally {
            for (LoadedStore loaded : stores) {
                loaded.close();
            }
        }
    }

    private void mustHold(List<RebuildPace.Result> histories) {
        RebuildPace.Result last = histories.getLast();
        report.must(
                Report.text("rebuild of the histories at least %.2f of copying", HISTORIES_AT_LEAST),
                last.ratio() >= HISTORIES_AT_LEAST,
                "%.3f",
                last.ratio());
        double growth = last.seconds() / histories.get(histories.size() - 2).seconds();
        report.must(
                Report.text("rebuild of ten times the events within %.0f times the time", TEN_TIMES_WITHIN),
                growth <= TEN_TIMES_WITHIN,
                "%.1f",
                growth);
    }

    /** It has been through everything by now, and a heap that were too small would have ended it. */
    private void memory(Program program) {
        long heap = program.heapMegabytes();
        report.line("query side of the largest store, resident", Report.text("%d MB", program.residentMegabytes()));
        report.must(
                "heap of the query side under 512 MB throughout",
                heap > 0,
                "started with %s, %d MB in use at the end",
                Program.HEAP,
                heap);
    }
}
