package org.ninetyten.query.overview;

import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.LondonTime;
import org.ninetyten.query.page.Moment;

/** Which days are counted, both included, in London. */
record Period(LocalDate from, LocalDate to, LocalDate today) {

    private static final int YEARS_AT_MOST = 10;

    /**
     * @param from left out, the first day of the year of the last one
     * @param to left out, today
     * @throws Refusal {@code invalid} for no days, the wrong way round, or too many
     */
    static Period of(@Nullable String from, @Nullable String to, Clock clock) {
        LocalDate today = LondonTime.today(clock);
        @Nullable LocalDate last = Moment.day("to", to);
        LocalDate end = last == null ? today : last;
        @Nullable LocalDate first = Moment.day("from", from);
        LocalDate begin = first == null ? end.withDayOfYear(1) : first;
        if (end.isBefore(begin)) {
            throw Refusal.invalid(
                    "invalid",
                    "The period ends before it begins.",
                    Violation.ofParameter("to", "must not be before from"));
        }
        if (begin.plusYears(YEARS_AT_MOST).isBefore(end)) {
            throw Refusal.invalid(
                    "invalid",
                    "The period is longer than an overview can be of.",
                    Violation.ofParameter("from", "must not be more than ten years before to"));
        }
        return new Period(begin, end, today);
    }

    boolean has(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Those of which it has a day, as far as they have begun. */
    List<YearMonth> months() {
        YearMonth last = min(YearMonth.from(to), YearMonth.from(today));
        return Stream.iterate(YearMonth.from(from), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }

    Period of(YearMonth month) {
        LocalDate first = month.atDay(1);
        LocalDate last = month.atEndOfMonth();
        return new Period(first.isBefore(from) ? from : first, last.isAfter(to) ? to : last, today);
    }

    /** Whether it begins and ends where months do; one that has not ended yet ends today. */
    boolean isOfWholeMonths() {
        return from.getDayOfMonth() == 1
                && (!to.isBefore(today) || to.equals(YearMonth.from(to).atEndOfMonth()));
    }

    /**
     * What it is made of.
     *
     * @param years whole, or as much of this one as there has been
     * @param months that are in none of those
     */
    record WholeParts(List<Integer> years, List<YearMonth> months) {}

    WholeParts wholeParts() {
        List<Integer> years = new ArrayList<>();
        List<YearMonth> rest = new ArrayList<>();
        for (YearMonth month : months()) {
            int year = month.getYear();
            boolean whole = !from.isAfter(LocalDate.of(year, 1, 1))
                    && (!to.isBefore(MonthDay.of(12, 31).atYear(year)) || !to.isBefore(today));
            if (!whole) {
                rest.add(month);
            } else if (!years.contains(year)) {
                years.add(year);
            }
        }
        return new WholeParts(years, rest);
    }

    private static YearMonth min(YearMonth one, YearMonth other) {
        return one.isBefore(other) ? one : other;
    }
}
