package org.ninetyten.query.overview;

import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.query.overview.Counted.Standing;
import org.ninetyten.query.overview.Withholding.Behind;
import org.ninetyten.query.overview.Withholding.By;

/** Which of an overview's figures may be told. A figure's parts are told together or not at all. */
interface Telling {

    List<String> SUPPORT = List.of("posts", "advice", "commendations");

    /** As {@link Figures#behindCases} has them. */
    List<String> CASES = List.of(
            "transgressions.reported",
            "daysToTell",
            "transgressions.byIntent",
            "departures",
            "transgressions.byResponse",
            "transgressions.byHarm",
            "repeats");

    List<String> STANDING = List.of("training", "acknowledged", "checkedIn");

    Telling ALL = new Telling() {
        @Override
        public boolean tells(String figure) {
            return true;
        }

        @Override
        public boolean tells(String figure, YearMonth month) {
            return true;
        }
    };

    boolean tells(String figure);

    boolean tells(String figure, YearMonth month);

    /**
     * Of the whole force, or one unit.
     *
     * @param ofYears the cases of all years that the period has a day of
     * @param support who is behind it in those, by month for the whole force, by unit for one
     */
    static Telling of(
            Period period,
            @Nullable String unit,
            Figures ofYears,
            Map<FactKind, List<Behind>> support,
            List<Standing> standing) {
        // What is told of one unit is not told by month.
        Set<By> by = EnumSet.of(unit == null ? By.MONTH : By.UNIT);
        Map<String, Withholding> figures = new HashMap<>();
        List<Withholding> cases = Withholding.of(ofYears.behindCases(), by);
        IntStream.range(0, CASES.size()).forEach(i -> figures.put(CASES.get(i), cases.get(i)));
        figures.put("posts", alone(support.getOrDefault(FactKind.SAMPLE, List.of()), by));
        figures.put("commendations", alone(support.getOrDefault(FactKind.COMMENDATION, List.of()), by));
        figures.put("advice", alone(support.getOrDefault(FactKind.ADVICE, List.of()), by));
        YearMonth now = YearMonth.from(period.today());
        Withholding posting =
                alone(standing.stream().flatMap(one -> behind(one, now)).toList(), by);
        Period.WholeParts asked = period.wholeParts();
        Period.WholeParts thisYear = new Period.WholeParts(List.of(now.getYear()), List.of());
        return new Telling() {
            @Override
            public boolean tells(String figure) {
                return STANDING.contains(figure) ? tells(posting, thisYear) : tells(of(figure), asked);
            }

            private boolean tells(Withholding withholding, Period.WholeParts parts) {
                return unit == null ? withholding.tells(parts) : withholding.tells(parts, unit);
            }

            @Override
            public boolean tells(String figure, YearMonth month) {
                return unit == null && of(figure).tells(month);
            }

            private Withholding of(String figure) {
                Withholding found = figures.get(figure);
                if (found == null) {
                    throw new IllegalArgumentException("There is no figure " + figure);
                }
                return found;
            }
        };
    }

    private static Withholding alone(List<Behind> figure, Set<By> by) {
        return Withholding.of(List.of(figure), by).getFirst();
    }

    /** Whoever holds or operates an account is of one unit: how many they are says enough. */
    private static Stream<Behind> behind(Standing unit, YearMonth now) {
        return IntStream.range(0, (int) Math.min(unit.posting(), Withholding.FEWEST))
                .mapToObj(i -> new Behind(now, unit.unit(), unit.unit() + " " + i, ""));
    }
}
