package org.ninetyten.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A query side's projections, as its interface for administrators has them. */
final class Projections {

    private static final Pattern NAME = Pattern.compile("\"name\":\"([a-z-]+)\"");
    private static final Pattern LAG = Pattern.compile("\"lagEvents\":(\\d+)");
    private static final Pattern REBUILT = Pattern.compile("\"rebuild\":\\{\"state\":\"([A-Z]+)\",\"read\":(\\d+)");

    private final Program program;

    Projections(Program program) {
        this.program = program;
    }

    List<String> names() throws IOException {
        return NAME.matcher(all()).results().map(found -> found.group(1)).toList();
    }

    /** How far the one that is furthest behind is. */
    long lag() throws IOException {
        return LAG.matcher(all())
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElse(0);
    }

    /** Counting what is left costs the server something, so most of the time it is left alone. */
    void awaitCaughtUp() throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (lag() > 0) {
            Thread.sleep(Math.max(100, 10 * (System.nanoTime() - began) / 1_000_000));
            began = System.nanoTime();
        }
    }

    /** @param events that were read */
    record Rebuilt(long events, double seconds) {

        double perSecond() {
            return events / seconds;
        }
    }

    Rebuilt rebuild(String projection) throws IOException, InterruptedException {
        try (HttpConnection connection = program.connect()) {
            long began = System.nanoTime();
            connection.post("admin", "/api/projections/" + projection + "/rebuild");
            while (true) {
                Matcher state = REBUILT.matcher(connection.get("admin", "/api/projections/" + projection));
                if (!state.find()) {
                    throw new IllegalStateException("No rebuild of " + projection);
                }
                if (state.group(1).equals("DONE")) {
                    return new Rebuilt(Long.parseLong(state.group(2)), (System.nanoTime() - began) / 1e9);
                }
                if (!state.group(1).equals("RUNNING")) {
                    throw new IllegalStateException("A rebuild of " + projection + " is " + state.group(1));
                }
                Thread.sleep(20);
            }
        }
    }

    private String all() throws IOException {
        try (HttpConnection connection = program.connect()) {
            return connection.get("admin", "/api/projections");
        }
    }
}
