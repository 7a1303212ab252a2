package org.ninetyten.query.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.ninetyten.query.overview.Withholding.Behind;
import org.ninetyten.query.overview.Withholding.By;

/**
 * Whoever takes together all that is told learns nothing of one to four people. They know of no unit in which of its
 * months there was something, but for what they are told: that there was nothing at all in a unit, or in a month.
 */
class WithholdingPropertiesTest {

    private static final Set<By> EVERYWHERE = EnumSet.allOf(By.class);
    private static final int YEAR = 2025;
    private static final Period.WholeParts WHOLE_YEAR = new Period.WholeParts(List.of(YEAR), List.of());
    private static final LocalDate TODAY = LocalDate.parse("2026-06-15");

    /** From many people in a place to one; figures with one part to three. */
    @Provide
    Arbitrary<List<Behind>> figures() {
        return Arbitraries.longs().map(WithholdingPropertiesTest::figure);
    }

    private static List<Behind> figure(long seed) {
        Random random = new Random(seed);
        int units = 1 + random.nextInt(4);
        int months = 1 + random.nextInt(4);
        int parts = 1 + random.nextInt(3);
        int[] sizes = new int[units];
        for (int i = 0; i < units; i++) {
            sizes[i] = 1 + random.nextInt(random.nextBoolean() ? 5 : 14);
        }
        List<Behind> people = new ArrayList<>();
        int rows = random.nextInt(80);
        for (int i = 0; i < rows; i++) {
            int unit = random.nextInt(units);
            people.add(new Behind(
                    YearMonth.of(YEAR, 1 + random.nextInt(months)),
                    "unit-" + unit,
                    unit + "-" + random.nextInt(sizes[unit]),
                    "part-" + random.nextInt(parts)));
        }
        return people;
    }

    @Property(tries = 10_000)
    void noSumOrDifferenceOfWhatIsToldIsOfOneToFourPeople(@ForAll("figures") List<Behind> people) {
        Withholding withholding = Withholding.of(List.of(people), EVERYWHERE).getFirst();

        for (String part : distinct(people, Behind::part)) {
            List<Behind> those =
                    people.stream().filter(one -> one.part().equals(part)).toList();
            List<Behind> cells = cellsThatMayBeFilled(withholding, people, those);
            Space told = told(withholding, people, cells);
            for (Predicate<Behind> place : places(people)) {
                List<Behind> found = those.stream().filter(place).toList();
                int few = count(found);
                if (few > 0 && few < Withholding.FEWEST) {
                    assertThat(told.has(vector(cells, place)))
                            .as("%s of %s", found, people)
                            .isFalse();
                }
            }
        }
    }

    @Property(tries = 1_000)
    void whereAFigureIsNotToldNoneIsThatSaysMoreOfTheSame(@ForAll("figures") List<Behind> people) {
        List<Behind> coarse = people.stream()
                .map(one -> new Behind(one.month(), one.unit(), one.officerId(), ""))
                .toList();
        List<Withholding> both = Withholding.of(List.of(coarse, people), EVERYWHERE);

        Period.WholeParts year = new Period.WholeParts(List.of(YEAR), List.of());
        assertThat(both.get(0).tells(year) || !both.get(1).tells(year)).isTrue();
        for (String unit : distinct(people, Behind::unit)) {
            assertThat(both.get(0).tells(year, unit) || !both.get(1).tells(year, unit))
                    .isTrue();
        }
        for (YearMonth month : distinct(people, Behind::month)) {
            assertThat(both.get(0).tells(month) || !both.get(1).tells(month)).isTrue();
        }
    }

    @Property(tries = 1_000)
    void whatIsOfFewPeopleIsNotTold(@ForAll("figures") List<Behind> people) {
        Withholding withholding = Withholding.of(List.of(people), EVERYWHERE).getFirst();
        for (String unit : distinct(people, Behind::unit)) {
            int few =
                    count(people.stream().filter(one -> one.unit().equals(unit)).toList());
            if (few < Withholding.FEWEST) {
                assertThat(withholding.tells(new Period.WholeParts(List.of(YEAR), List.of()), unit))
                        .isFalse();
            }
        }
    }

    @Test
    void aForceOfManyIsToldOfWholeAndByMonthAndUnit() {
        List<Behind> people = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            people.add(new Behind(YearMonth.of(YEAR, 1 + i % 3), "unit-" + i % 2, "officer-" + i, ""));
        }
        Withholding withholding = Withholding.of(List.of(people), EVERYWHERE).getFirst();
        Period.WholeParts year = new Period.WholeParts(List.of(YEAR), List.of());

        assertThat(withholding.tells(year)).isTrue();
        assertThat(withholding.tells(year, "unit-0")).isTrue();
        assertThat(withholding.tells(YearMonth.of(YEAR, 2))).isTrue();
    }

    /** Six in one unit, three in the other: told of the six and of all nine, the three would be told of. */
    @Test
    void aLargeUnitIsNotToldOfBesideTheForceWhereASmallOneIsAllThatIsLeft() {
        List<Behind> people = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            people.add(new Behind(YearMonth.of(YEAR, 1), i < 6 ? "large" : "small", "officer-" + i, ""));
        }
        Withholding withholding = Withholding.of(List.of(people), EVERYWHERE).getFirst();
        Period.WholeParts year = new Period.WholeParts(List.of(YEAR), List.of());

        assertThat(withholding.tells(year)).isTrue();
        assertThat(withholding.tells(year, "small")).isFalse();
        assertThat(withholding.tells(year, "large")).isFalse();
    }

    @Test
    void aMonthIsNotToldOfWhereTheRestOfItsYearWouldBeOfFew() {
        List<Behind> people = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            people.add(new Behind(YearMonth.of(YEAR, i < 6 ? 1 : 2), "unit", "officer-" + i, ""));
        }
        Withholding withholding = Withholding.of(List.of(people), EVERYWHERE).getFirst();

        assertThat(withholding.tells(YearMonth.of(YEAR, 2))).isFalse();
        assertThat(withholding.tells(YearMonth.of(YEAR, 1))).isFalse();
        assertThat(withholding.tells(period("2025-01-01", "2025-12-31").wholeParts()))
                .isTrue();
        assertThat(withholding.tells(period("2025-01-01", "2025-01-31").wholeParts()))
                .isFalse();
        assertThat(withholding.tells(period("2025-03-01", "2025-12-31").wholeParts()))
                .isTrue();
    }

    @Test
    void aPeriodIsMadeOfWholeYearsAndTheMonthsThatAreLeft() {
        assertThat(period("2024-11-01", "2026-06-15").wholeParts())
                .isEqualTo(new Period.WholeParts(
                        List.of(2025, 2026), List.of(YearMonth.of(2024, 11), YearMonth.of(2024, 12))));
        assertThat(period("2026-01-01", "2026-05-31").wholeParts().years()).isEmpty();
        assertThat(period("2026-01-01", "2027-12-31").wholeParts().years()).containsExactly(2026);
        assertThat(period("2026-01-01", "2026-06-14").isOfWholeMonths()).isFalse();
        assertThat(period("2026-01-01", "2026-06-15").isOfWholeMonths()).isTrue();
        assertThat(period("2026-01-02", "2026-05-31").isOfWholeMonths()).isFalse();
    }

    private static Period period(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to), TODAY);
    }

    /** All unions of units, all unions of months, and each unit in each month. */
    private static List<Predicate<Behind>> places(List<Behind> people) {
        List<Predicate<Behind>> places = new ArrayList<>();
        unions(distinct(people, Behind::unit)).forEach(units -> places.add(one -> units.contains(one.unit())));
        unions(distinct(people, Behind::month)).forEach(months -> places.add(one -> months.contains(one.month())));
        for (String unit : distinct(people, Behind::unit)) {
            for (YearMonth month : distinct(people, Behind::month)) {
                places.add(one -> one.unit().equals(unit) && one.month().equals(month));
            }
        }
        return places;
    }

    private static <T> List<Set<T>> unions(Set<T> all) {
        List<Set<T>> found = new ArrayList<>(List.of(Set.of()));
        for (T one : all) {
            for (Set<T> before : List.copyOf(found)) {
                Set<T> with = new HashSet<>(before);
                with.add(one);
                found.add(with);
            }
        }
        return found;
    }

    /** Each unit in each month, but for those of which it is told that there is nothing. */
    private static List<Behind> cellsThatMayBeFilled(Withholding withholding, List<Behind> people, List<Behind> those) {
        Set<String> empty = new HashSet<>(distinct(people, Behind::unit));
        empty.removeIf(unit -> !withholding.tells(WHOLE_YEAR, unit)
                || those.stream().anyMatch(one -> one.unit().equals(unit)));
        Set<YearMonth> emptyMonths = new HashSet<>(distinct(people, Behind::month));
        emptyMonths.removeIf(month -> !withholding.tells(month)
                || those.stream().anyMatch(one -> one.month().equals(month)));
        List<Behind> cells = new ArrayList<>();
        for (String unit : distinct(people, Behind::unit)) {
            for (YearMonth month : distinct(people, Behind::month)) {
                if (!empty.contains(unit) && !emptyMonths.contains(month)) {
                    cells.add(new Behind(month, unit, "", ""));
                }
            }
        }
        return cells;
    }

    /** Everything that can be asked for and is told, as the cells that are counted in it. */
    private static Space told(Withholding withholding, List<Behind> people, List<Behind> cells) {
        Space told = new Space();
        if (withholding.tells(WHOLE_YEAR)) {
            told.add(vector(cells, one -> true));
        }
        for (String unit : distinct(people, Behind::unit)) {
            if (withholding.tells(WHOLE_YEAR, unit)) {
                told.add(vector(cells, one -> one.unit().equals(unit)));
            }
        }
        for (YearMonth month : distinct(people, Behind::month)) {
            if (withholding.tells(month)) {
                told.add(vector(cells, one -> one.month().equals(month)));
            }
        }
        return told;
    }

    private static double[] vector(List<Behind> cells, Predicate<Behind> counted) {
        return cells.stream().mapToDouble(cell -> counted.test(cell) ? 1 : 0).toArray();
    }

    private static <T extends Comparable<T>> Set<T> distinct(List<Behind> people, Function<Behind, T> what) {
        Set<T> found = new TreeSet<>();
        people.forEach(one -> found.add(what.apply(one)));
        return found;
    }

    private static int count(List<Behind> people) {
        return distinct(people, Behind::officerId).size();
    }

    /** What can be worked out by adding and taking away, kept in echelon form. */
    private static final class Space {

        private static final double NOTHING = 1e-9;

        private final List<double[]> basis = new ArrayList<>();

        void add(double[] vector) {
            double[] rest = reduced(vector);
            if (!isZero(rest)) {
                basis.add(rest);
            }
        }

        boolean has(double[] vector) {
            return isZero(reduced(vector));
        }

        private double[] reduced(double[] vector) {
            double[] rest = vector.clone();
            for (double[] known : basis) {
                int pivot = pivot(known);
                double times = rest[pivot] / known[pivot];
                for (int i = 0; i < rest.length; i++) {
                    rest[i] -= times * known[i];
                }
            }
            return rest;
        }

        private static int pivot(double[] vector) {
            int at = 0;
            while (Math.abs(vector[at]) < NOTHING) {
                at++;
            }
            return at;
        }

        private static boolean isZero(double[] vector) {
            for (double one : vector) {
                if (Math.abs(one) > NOTHING) {
                    return false;
                }
            }
            return true;
        }
    }
}
