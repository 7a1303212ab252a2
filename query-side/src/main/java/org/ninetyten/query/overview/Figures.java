package org.ninetyten.query.overview;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.policy.Harm;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Response;
import org.ninetyten.query.overview.OverviewView.AgainAfter;
import org.ninetyten.query.overview.OverviewView.DaysToTell;
import org.ninetyten.query.overview.OverviewView.Share;
import org.ninetyten.query.overview.Withholding.Behind;

/** The figures of one period, and who is behind them. */
final class Figures {

    static final Figures NONE = new Figures(List.of(), List.of(), List.of());

    private static final String REST = "rest";

    private final List<CaseRow> cases;
    private final List<SupportMonth> support;
    private final List<Repeats.Answered> answered;

    private Figures(List<CaseRow> cases, List<SupportMonth> support, List<Repeats.Answered> answered) {
        this.cases = cases;
        this.support = support;
        this.answered = answered;
    }

    /**
     * @param cases with later ones than those of the period, so that what was repeated can be told
     * @param support of the period
     */
    static Figures of(Period period, List<CaseRow> cases, List<SupportMonth> support) {
        return new Figures(
                cases.stream().filter(row -> period.has(row.postedOn())).toList(),
                support,
                Repeats.of(cases).stream()
                        .filter(one -> period.has(one.row().postedOn()))
                        .toList());
    }

    /** The same with the cases of one unit alone; what there was of support is left as it is. */
    Figures of(@Nullable String unit) {
        return unit == null
                ? this
                : new Figures(
                        cases.stream().filter(row -> row.unit().equals(unit)).toList(),
                        support,
                        answered.stream()
                                .filter(one -> one.row().unit().equals(unit))
                                .toList());
    }

    /** The same of each month; without what was repeated, which months are too short for. */
    Map<YearMonth, Figures> byMonth() {
        Map<YearMonth, List<CaseRow>> casesOf =
                cases.stream().collect(Collectors.groupingBy(row -> YearMonth.from(row.postedOn())));
        Map<YearMonth, List<SupportMonth>> supportOf =
                support.stream().collect(Collectors.groupingBy(SupportMonth::month));
        Map<YearMonth, Figures> months = new HashMap<>();
        Stream.concat(casesOf.keySet().stream(), supportOf.keySet().stream())
                .forEach(month -> months.put(
                        month,
                        new Figures(
                                casesOf.getOrDefault(month, List.of()),
                                supportOf.getOrDefault(month, List.of()),
                                List.of())));
        return months;
    }

    int postsSampled() {
        return support.stream().mapToInt(SupportMonth::sampled).sum();
    }

    int postsFine() {
        return support.stream().mapToInt(SupportMonth::good).sum();
    }

    int samples() {
        return sum(FactKind.SAMPLE, SupportMonth::count);
    }

    int commendations() {
        return sum(FactKind.COMMENDATION, SupportMonth::count);
    }

    int adviceAsked() {
        return sum(FactKind.ADVICE, SupportMonth::count);
    }

    int adviceFollowed() {
        return sum(FactKind.ADVICE, SupportMonth::followed);
    }

    private int sum(FactKind kind, ToIntFunction<SupportMonth> what) {
        return support.stream()
                .filter(month -> month.kind() == kind)
                .mapToInt(what)
                .sum();
    }

    int reported() {
        return cases.size();
    }

    Map<Intent, Integer> byIntent() {
        return breachesBy(Intent.class, CaseRow::intent);
    }

    Map<Harm, Integer> byHarm() {
        return breachesBy(Harm.class, CaseRow::harm);
    }

    Map<Response, Integer> byResponse() {
        return breachesBy(Response.class, CaseRow::response);
    }

    private <E extends Enum<E>> Map<E, Integer> breachesBy(Class<E> type, Function<CaseRow, @Nullable String> what) {
        Map<E, Integer> found = new EnumMap<>(type);
        Arrays.stream(type.getEnumConstants()).forEach(one -> found.put(one, 0));
        breaches()
                .map(what)
                .filter(Objects::nonNull)
                .forEach(name -> found.merge(Enum.valueOf(type, name), 1, Integer::sum));
        return found;
    }

    Share departures() {
        return Share.of(breaches().filter(CaseRow::departed).count(), breaches().count());
    }

    private Stream<CaseRow> breaches() {
        return cases.stream().filter(CaseRow::breach);
    }

    DaysToTell daysToTell() {
        List<Long> days = cases.stream()
                .flatMap(row -> Stream.ofNullable(row.toldOn())
                        .map(toldOn -> ChronoUnit.DAYS.between(row.reportedOn(), toldOn)))
                .sorted()
                .toList();
        return new DaysToTell(days.size(), percentile(50, days), percentile(90, days));
    }

    /** By nearest rank: a number of days that there was, and that so many of a hundred did not take longer than. */
    private static @Nullable Long percentile(int percent, List<Long> sorted) {
        return sorted.isEmpty() ? null : sorted.get((percent * sorted.size() + 99) / 100 - 1);
    }

    AgainAfter repeats() {
        return new AgainAfter(repeats(true), repeats(false));
    }

    private Share repeats(boolean coached) {
        return Share.of(
                officersAnswered(coached, true).count(),
                officersAnswered(coached, false).count());
    }

    /** In the order of their ids. */
    Stream<String> officersAnswered(boolean coached, boolean onlyRepeated) {
        return Repeats.officers(answered, coached, onlyRepeated).stream().sorted();
    }

    /** Behind the figures of cases, from the one that says least of them to the one that says most. */
    List<List<Behind>> behindCases() {
        return List.of(
                behindCases(row -> ""),
                behindCases(row -> row.toldOn() == null ? REST : "told"),
                behindCases(row -> ofBreach(row, row.intent())),
                behindCases(row -> ofBreach(row, String.valueOf(row.departed()))),
                behindCases(row -> ofBreach(row, row.response())),
                behindCases(row -> ofBreach(row, row.harm())),
                answered.stream()
                        .map(one -> behind(one.row(), one.coached() + " " + one.repeated()))
                        .toList());
    }

    private List<Behind> behindCases(Function<CaseRow, String> part) {
        return cases.stream().map(row -> behind(row, part.apply(row))).toList();
    }

    private static Behind behind(CaseRow row, String part) {
        return new Behind(YearMonth.from(row.postedOn()), row.unit(), row.officerId(), part);
    }

    private static String ofBreach(CaseRow row, @Nullable String part) {
        return row.breach() && part != null ? part : REST;
    }
}
