package org.ninetyten.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
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
    void awaitCaughtUp() {
        Await.untilWithoutDisturbing("projections have caught up", () -> lag() == 0);
    }

    /** @param events that were read */
    record Rebuilt(long events, double seconds) {

        double perSecond() {
            return events / seconds;
        }
    }

    Rebuilt rebuild(String projection) throws IOException {
        try (HttpConnection connection = program.connect()) {
            long began = System.nanoTime();
            connection.post("admin", "/api/projections/" + projection + "/rebuild");
            Await.until("a rebuild of " + projection, () -> isDone(rebuildOf(projection, connection), projection));
            double seconds = (System.nanoTime() - began) / 1e9;
            return new Rebuilt(Long.parseLong(rebuildOf(projection, connection).group(2)), seconds);
        }
    }

    private static MatchResult rebuildOf(String projection, HttpConnection connection) throws IOException {
        Matcher found = REBUILT.matcher(connection.get("admin", "/api/projections/" + projection));
        if (!found.find()) {
            throw new IllegalStateException("No rebuild of " + projection);
        }
        return found;
    }

    private static boolean isDone(MatchResult rebuild, String projection) {
        return switch (rebuild.group(1)) {
            case "DONE" -> true;
            case "RUNNING" -> false;
            default -> throw new IllegalStateException("A rebuild of " + projection + " is " + rebuild.group(1));
        };
    }

    private String all() throws IOException {
        try (HttpConnection connection = program.connect()) {
            return connection.get("admin", "/api/projections");
        }
    }
}
