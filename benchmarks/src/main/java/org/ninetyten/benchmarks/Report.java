package org.ninetyten.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The table at the end: each figure beside its floor, and what must hold of them. */
final class Report {

    private record Line(
            String what,
            String figure,
            String floor,
            @Nullable Double ratio) {}

    private record Must(String what, String found, boolean met) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<Must> musts = new ArrayList<>();

    void line(String what, String figure, String floor, double ratio) {
        lines.add(new Line(what, figure, floor, ratio));
    }

    void line(String what, String figure) {
        lines.add(new Line(what, figure, "", null));
    }

    void must(String what, boolean met, String found, Object... values) {
        musts.add(new Must(what, text(found, values), met));
    }

    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    void print(PrintStream out) {
        out.printf("%n%-46s %24s %26s %7s%n", "what", "measured", "floor", "ratio");
        for (Line line : lines) {
            Double ratio = line.ratio();
            out.printf(
                    "%-46s %24s %26s %7s%n",
                    line.what(), line.figure(), line.floor(), ratio == null ? "" : text("%.3f", ratio));
        }
        out.printf("%n%-70s %s%n", "must hold", "");
        for (Must must : musts) {
            out.printf("%-70s %-8s %s%n", must.what(), must.met() ? "met" : "NOT MET", must.found());
        }
    }
}
