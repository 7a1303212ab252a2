package org.ninetyten.benchmarks;

import java.util.Arrays;
import java.util.List;

/** Runs the benchmark that the first argument names; the others are its own. */
public final class Benchmarks {

    private static final String USAGE = """
            usage: short | full [MEASUREMENT…], or case-lists [SMALL [LARGE [ROUNDS]]],
            or duties-and-overview [OFFICERS [ROUNDS]]
              short, full  what is measured beside a floor: start-up, commands and projections in under three minutes, or
                           everything, with a million events; or only some of it: %s
              case-lists   lists of cases with every three of nine filters, LARGE cases (10000) against SMALL (1000)
               duties-and-overview   lists of duties, and overviews, of OFFICERS (50000) and ten times as many events""".formatted(String.join(" ", Measurements.ALL));

    private static final int WARM_UP_ROUNDS = 10;

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        List<String> given = Arrays.asList(arguments);
        switch (given.isEmpty() ? "" : given.getFirst()) {
            case "short" -> measure(Scale.SHORT, given);
            case "full" -> measure(Scale.FULL, given);
            case "case-lists" -> {
                int small = number(given, 1, 1_000);
                int large = number(given, 2, 10_000);
                int rounds = number(given, 3, 40);
                CaseLists.measure(small, large, WARM_UP_ROUNDS, rounds, System.out);
            }
            case "duties-and-overview" ->
                DutiesAndOverview.measure(number(given, 1, 50_000), WARM_UP_ROUNDS, number(given, 2, 100), System.out);
            default -> {
                System.err.println(USAGE);
                System.exit(2);
            }
        }
        System.exit(0);
    }

    private static void measure(Scale scale, List<String> given) throws Exception {
        List<String> which = given.size() == 1 ? scale.which() : given.subList(1, given.size());
        Measurements.run(scale, which, System.out);
    }

    private static int number(List<String> given, int index, int otherwise) {
        return given.size() > index ? Integer.parseInt(given.get(index)) : otherwise;
    }
}
