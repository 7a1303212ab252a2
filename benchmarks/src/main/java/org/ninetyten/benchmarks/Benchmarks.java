package org.ninetyten.benchmarks;

import java.util.Arrays;
import java.util.List;

/** Runs the benchmark that the first argument names; the others are its own. */
public final class Benchmarks {

    private static final String USAGE = """
            usage: case-lists [SMALL [LARGE [ROUNDS]]]
              case-lists  lists of cases with every three of nine filters, LARGE cases (10000) against SMALL (1000)
                   duties-and-overview [OFFICERS [ROUNDS]]
              duties-and-overview  lists of duties, and overviews, of OFFICERS (50000) and ten times as many events""";

    private static final int WARM_UP_ROUNDS = 10;

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        List<String> given = Arrays.asList(arguments);
        if (!given.isEmpty() && given.getFirst().equals("duties-and-overview") && given.size() <= 3) {
            DutiesAndOverview.measure(number(given, 1, 50_000), WARM_UP_ROUNDS, number(given, 2, 100), System.out);
            System.exit(0);
        }
        if (given.isEmpty() || !given.getFirst().equals("case-lists") || given.size() > 4) {
            System.err.println(USAGE);
            System.exit(2);
        }
        int small = number(given, 1, 1_000);
        int large = number(given, 2, 10_000);
        int rounds = number(given, 3, 40);
        CaseLists.measure(small, large, WARM_UP_ROUNDS, rounds, System.out);
        System.exit(0);
    }

    private static int number(List<String> given, int index, int otherwise) {
        return given.size() > index ? Integer.parseInt(given.get(index)) : otherwise;
    }
}
