package org.ninetyten.query.overview;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which counts may be told to whom a count of few people would give them away (ADR 0018). A figure may be asked for of a
 * year, of one of its months, and of a unit in that year. In each of these places it is told only where nobody or at
 * least five people are behind each part of it; and where a year is told, what is not told of its units, taken together,
 * is again of nobody or of at least five, and so is what is not told of its months. So no difference of what is told is
 * of fewer.
 */
final class Withholding {

    static final int FEWEST = 5;

    private final Map<Integer, Year> years;

    private Withholding(Map<Integer, Year> years) {
        this.years = years;
    }

    /**
     * Someone who is counted in a figure.
     *
     * @param part of the figure, such as one of the intents; what is not told of it but can be worked out is one too
     */
    record Behind(YearMonth month, String unit, String officerId, String part) {}

    /** Where, besides in whole years, it is worked out whether figures are told. */
    enum By {
        UNIT,
        MONTH
    }

    /** Of one year, where the figure is not told. */
    private record Year(boolean withheld, Set<String> units, Set<YearMonth> months) {}

    /**
     * Figures that count the same things by and by more finely. Where one is not told, no finer one is: or what one tells
     * of some units and another of others could be taken together.
     */
    static List<Withholding> of(List<List<Behind>> fromCoarseToFine, Set<By> by) {
        List<Withholding> found = new ArrayList<>();
        @Nullable Withholding coarser = null;
        for (List<Behind> figure : fromCoarseToFine) {
            Map<Integer, Year> years = new TreeMap<>();
            Map<Integer, List<Behind>> byYear = figure.stream()
                    .collect(Collectors.groupingBy(one -> one.month().getYear()));
            Set<Integer> all = new TreeSet<>(byYear.keySet());
            if (coarser != null) {
                all.addAll(coarser.years.keySet());
            }
            for (int year : all) {
                Year withheldAlready = coarser == null
                        ? new Year(false, Set.of(), Set.of())
                        : coarser.years.getOrDefault(year, new Year(false, Set.of(), Set.of()));
                years.put(year, ofYear(byYear.getOrDefault(year, List.of()), withheldAlready, by));
            }
            coarser = new Withholding(years);
            found.add(coarser);
        }
        return found;
    }

    private static Year ofYear(List<Behind> people, Year already, Set<By> by) {
        boolean withheld = already.withheld() || !isSafe(people);
        return new Year(
                withheld,
                by.contains(By.UNIT) ? places(people, Behind::unit, already.units(), withheld) : Set.of(),
                by.contains(By.MONTH) ? places(people, Behind::month, already.months(), withheld) : Set.of());
    }

    private static <P extends Comparable<P>> Set<P> places(
            List<Behind> people, Function<Behind, P> place, Set<P> already, boolean wholeIsWithheld) {
        Map<P, List<Behind>> places = people.stream().collect(Collectors.groupingBy(place));
        Set<P> withheld = new HashSet<>(already);
        places.forEach((one, those) -> {
            if (!isSafe(those)) {
                withheld.add(one);
            }
        });
        while (!wholeIsWithheld && !isSafe(all(places, withheld))) {
            // What is missing from the whole would tell on the few: one more place goes with them, the smallest.
            Optional<P> next = places.keySet().stream()
                    .filter(one -> !withheld.contains(one))
                    .min(Comparator.<P>comparingInt(one -> count(places.getOrDefault(one, List.of())))
                            .thenComparing(Comparator.naturalOrder()));
            if (next.isEmpty()) {
                break;
            }
            withheld.add(next.get());
        }
        return withheld;
    }

    private static <P> List<Behind> all(Map<P, List<Behind>> places, Set<P> those) {
        return those.stream()
                .map(places::get)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList();
    }

    private static int count(Collection<Behind> people) {
        return (int) people.stream().map(Behind::officerId).distinct().count();
    }

    private static boolean isSafe(List<Behind> people) {
        Map<String, Set<String>> parts = new HashMap<>();
        people.forEach(one ->
                parts.computeIfAbsent(one.part(), part -> new HashSet<>()).add(one.officerId()));
        return parts.values().stream().allMatch(part -> part.size() >= FEWEST);
    }

    /** The whole force in a period, which is told where all that it is made of is. */
    boolean tells(Period.WholeParts period) {
        return period.years().stream().noneMatch(year -> year(year).withheld())
                && period.months().stream().allMatch(this::tells);
    }

    boolean tells(YearMonth month) {
        return !year(month.getYear()).months().contains(month);
    }

    /** One unit, which is told of whole years alone. */
    boolean tells(Period.WholeParts period, String unit) {
        return period.months().isEmpty()
                && period.years().stream().noneMatch(year -> year(year).units().contains(unit));
    }

    private Year year(int year) {
        return years.getOrDefault(year, new Year(false, Set.of(), Set.of()));
    }
}
