package org.ninetyten.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;

/** A store with many events, and a query side that has taken them in. */
final class LoadedStore implements AutoCloseable {

    private final Store store;
    private final Program program;
    private final long events;

    private LoadedStore(Store store, Program program, long events) {
        this.store = store;
        this.program = program;
        this.events = events;
    }

    /** Measures how fast all projections together take in events that come all at once while they wait for some. */
    static LoadedStore of(int atLeast, Store store, Report report, PrintStream out)
            throws IOException, SQLException, InterruptedException {
        Program program = Program.querySide(store).ready();
        try {
            out.printf("Loading %,d events%n", atLeast);
            try (EventLoad load = new EventLoad(store, store.sealing())) {
                InventedForce.tell(atLeast, load::add);
            }
            long began = System.nanoTime();
            new Projections(program).awaitCaughtUp();
            double seconds = (System.nanoTime() - began) / 1e9;
            long events = store.number("SELECT count(*) FROM eventstore.domain_event");
            out.printf("Live: %,d events taken in by every projection in %.1f s%n", events, seconds);
            report.line(
                    Report.text("live catch-up of %,d events", events),
                    Report.text("%,.0f events/s", events / seconds));
            // What the server does of itself within a minute.
            store.execute("ANALYZE");
            return new LoadedStore(store, program, events);
        } catch (SQLException | RuntimeException e) {
            program.close();
            throw e;
        }
    }

    Store store() {
        return store;
    }

    Program program() {
        return program;
    }

    long events() {
        return events;
    }

    int officers() {
        return InventedForce.officersFor((int) events);
    }

    @Override
    public void close() throws InterruptedException {
        program.close();
    }
}
