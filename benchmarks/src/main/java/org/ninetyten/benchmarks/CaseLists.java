package org.ninetyten.benchmarks;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Lists of cases with every three of the nine filters: how much longer from many cases than from few. Both query sides
 * run at the same time and are asked in turn, so that whatever else the machine does slows down both.
 *
 * <p>Two mixes of values are asked for: common ones, where the first page is soon full, and rare ones, where it has to
 * be searched for. A page that holds more takes longer, whatever it is read from; so it is the lists of equal length
 * on both sides that say something about the tables, and the others are printed apart.
 */
final class CaseLists {

    private static final List<String> COMMON = List.of(
            "state=CLOSED",
            "intent=GENUINE_MISTAKE",
            "harm=LOW",
            "category=PERSONAL_DATA",
            "unit=unit-0",
            "officerId=officer-0",
            "accountId=account-0",
            "overdue=false",
            "from=2024-03-01&to=2025-09-01");

    private static final List<String> RARE = List.of(
            "state=ASSESSED",
            "intent=DELIBERATE",
            "harm=HIGH",
            "category=COPYRIGHT",
            "unit=unit-9",
            "officerId=officer-150",
            "accountId=account-150",
            "overdue=true",
            "from=2025-03-01&to=2025-03-08");

    private CaseLists() {}

    /** One list, asked of both. */
    private record Asked(String query, int itemsSmall, int itemsLarge, Times small, Times large) {

        boolean equallyLong() {
            return itemsSmall == itemsLarge;
        }

        double ratio() {
            return large.percentile(50) / small.percentile(50);
        }
    }

    static void measure(int smallSize, int largeSize, int warmUp, int rounds, PrintStream out)
            throws SQLException, InterruptedException {
        out.printf("Loading %,d and %,d cases through the projections…%n", smallSize, largeSize);
        try (LoadedQuerySide small = LoadedQuerySide.with(InventedCases.of(smallSize));
                LoadedQuerySide large = LoadedQuerySide.with(InventedCases.of(largeSize))) {
            List<Asked> asked = new ArrayList<>();
            for (List<String> values : List.of(COMMON, RARE)) {
                for (String query : triples(values)) {
                    asked.add(ask(query, small, large));
                }
            }
            for (int round = 0; round < warmUp + rounds; round++) {
                if (round == warmUp) {
                    asked.replaceAll(one -> ask(one, new Times(), new Times()));
                }
                for (Asked one : asked) {
                    // In turn also in who comes first.
                    if (round % 2 == 0) {
                        time(one, small, one.small());
                        time(one, large, one.large());
                    } else {
                        time(one, large, one.large());
                        time(one, small, one.small());
                    }
                }
            }
            print(asked, smallSize, largeSize, out);
        }
    }

    private static List<String> triples(List<String> values) {
        List<String> triples = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            for (int j = i + 1; j < values.size(); j++) {
                for (int k = j + 1; k < values.size(); k++) {
                    triples.add(String.join("&", values.get(i), values.get(j), values.get(k)));
                }
            }
        }
        return triples;
    }

    private static Asked ask(String query, LoadedQuerySide small, LoadedQuerySide large) throws InterruptedException {
        return new Asked(query, items(small, query), items(large, query), new Times(), new Times());
    }

    private static Asked ask(Asked again, Times small, Times large) {
        return new Asked(again.query(), again.itemsSmall(), again.itemsLarge(), small, large);
    }

    private static int items(LoadedQuerySide side, String query) throws InterruptedException {
        return side.get(path(query)).split("\"reportedAt\"", -1).length - 1;
    }

    private static void time(Asked asked, LoadedQuerySide side, Times times) throws InterruptedException {
        long began = System.nanoTime();
        side.get(path(asked.query()));
        times.add(System.nanoTime() - began);
    }

    private static String path(String query) {
        return "/api/transgressions?" + query;
    }

    private static void print(List<Asked> asked, int smallSize, int largeSize, PrintStream out) {
        out.printf(
                "GET /api/transgressions with three filters, milliseconds; ratio of the medians, %,d to %,d cases%n%n",
                largeSize, smallSize);
        part(
                "Lists equally long on both sides",
                asked.stream().filter(Asked::equallyLong).toList(),
                out);
        part(
                "Lists that are longer where there are more cases",
                asked.stream().filter(one -> !one.equallyLong()).toList(),
                out);
    }

    private static void part(String title, List<Asked> asked, PrintStream out) {
        if (asked.isEmpty()) {
            return;
        }
        Times small = new Times();
        Times large = new Times();
        asked.forEach(one -> {
            small.addAll(one.small());
            large.addAll(one.large());
        });
        out.printf("%s: %d lists, the ten with the highest ratio first%n", title, asked.size());
        out.printf(
                "%9s %9s %9s %9s %7s %11s  %s%n", "p50 few", "p50 many", "p99 few", "p99 many", "ratio", "items", "");
        asked.stream()
                .sorted(Comparator.comparingDouble(Asked::ratio).reversed())
                .limit(10)
                .forEach(one -> line(
                        one.small(),
                        one.large(),
                        one.ratio(),
                        one.itemsSmall() + "/" + one.itemsLarge(),
                        one.query(),
                        out));
        line(small, large, large.percentile(50) / small.percentile(50), "", "all of them", out);
        out.println();
    }

    private static void line(Times small, Times large, double ratio, String items, String what, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%9.2f %9.2f %9.2f %9.2f %7.2f %11s  %s%n",
                small.percentile(50),
                large.percentile(50),
                small.percentile(99),
                large.percentile(99),
                ratio,
                items,
                what);
    }
}
