package org.ninetyten.query.overview;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.caller.Scope;
import org.ninetyten.query.overview.Counted.Standing;
import org.ninetyten.query.overview.Counted.Wanted;
import org.ninetyten.query.overview.OverviewView.Advice;
import org.ninetyten.query.overview.OverviewView.Share;
import org.ninetyten.query.overview.OverviewView.Transgressions;
import org.ninetyten.query.overview.Withholding.Behind;
import org.springframework.stereotype.Component;

/** Puts an overview together, of what may be told to the caller. */
@Component
class Overviews {

    private final Counted counted;
    private final Clock clock;

    Overviews(Counted counted, Clock clock) {
        this.counted = counted;
        this.clock = clock;
    }

    /**
     * What an overview is asked of.
     *
     * @param openly whether the caller may be told figures of few people too
     */
    record Asked(Period period, @Nullable String unit, Scope scope, boolean openly) {

        /** Nothing is withheld by what lies outside of the period, or the unit: only then more is read than is told. */
        Wanted wanted() {
            return openly
                    ? new Wanted(period.from(), period.to(), unit, false)
                    : new Wanted(years().from(), years().to(), null, true);
        }

        Period years() {
            return new Period(
                    period.from().withDayOfYear(1),
                    LocalDate.of(period.to().getYear(), Month.DECEMBER, 31),
                    period.today());
        }
    }

    /** The figures, and which of them may be told. */
    record Found(Figures figures, Telling telling, List<Standing> standing, Instant asOf) {}

    OverviewView of(Asked asked) {
        return view(asked, find(asked));
    }

    Found find(Asked asked) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Wanted wanted = asked.wanted();
        List<CaseRow> cases = counted.cases(wanted, asked.scope());
        List<SupportMonth> support = counted.support(asked.period(), asked.unit());
        List<Standing> standing = counted.standing(wanted.unit(), now);
        if (asked.openly()) {
            return new Found(Figures.of(asked.period(), cases, support), Telling.ALL, standing, now);
        }
        Figures ofYears = Figures.of(asked.years(), cases, List.of());
        String unit = asked.unit();
        Map<FactKind, List<Behind>> people =
                unit == null ? counted.peopleOfMonths(asked.years()) : counted.peopleOfUnits(asked.years());
        return new Found(
                Figures.of(asked.period(), cases, support).of(unit),
                Telling.of(asked.period(), unit, ofYears, people, standing),
                standing.stream()
                        .filter(one -> unit == null || one.unit().equals(unit))
                        .toList(),
                now);
    }

    static boolean tells(Found found, EntryFigure entries) {
        return found.telling().tells(figureOf(entries.figure()));
    }

    private static OverviewView view(Asked asked, Found found) {
        Figures figures = found.figures();
        Told told = new Told(found.telling()::tells);
        Integer samples = told.or("posts", figures::samples);
        return new OverviewView(
                asked.period().from(),
                asked.period().to(),
                asked.unit(),
                found.asOf(),
                samples,
                samples == null ? null : figures.postsSampled(),
                samples == null ? null : figures.postsFine(),
                new Transgressions(
                        told.or("transgressions.reported", figures::reported),
                        told.or("transgressions.byIntent", figures::byIntent),
                        told.or("transgressions.byHarm", figures::byHarm),
                        told.or("transgressions.byResponse", figures::byResponse)),
                told.or("departures", figures::departures),
                told.or("daysToTell", figures::daysToTell),
                told.or("training", () -> share(found, Standing::untrained)),
                told.or("acknowledged", () -> share(found, Standing::owing)),
                told.or("checkedIn", () -> share(found, Standing::unseen)),
                told.or("advice", () -> new Advice(figures.adviceAsked(), figures.adviceFollowed())),
                told.or("commendations", figures::commendations),
                told.or("repeats", figures::repeats),
                months(asked, found),
                told.withheld(),
                OverviewLinks.of(
                        asked.period(), asked.unit(), name -> found.telling().tells(figureOf(name))));
    }

    /** Which figure it is that a link is to the list of, or to the list of a part of. */
    private static String figureOf(String link) {
        return switch (link) {
            case "samples", "postsSampled", "postsFine" -> "posts";
            default ->
                Stream.of(Telling.CASES, Telling.SUPPORT, Telling.STANDING)
                        .flatMap(List::stream)
                        .filter(figure -> link.equals(figure) || link.startsWith(figure + "."))
                        .findFirst()
                        .orElseThrow();
        };
    }

    private static Share share(Found found, ToLongFunction<Standing> without) {
        long of = found.standing().stream().mapToLong(Standing::posting).sum();
        return Share.of(of - found.standing().stream().mapToLong(without).sum(), of);
    }

    private static List<OverviewView.Month> months(Asked asked, Found found) {
        Map<YearMonth, Figures> ofMonths = found.figures().byMonth();
        return asked.period().months().stream()
                .map(month -> month(asked, month, ofMonths.getOrDefault(month, Figures.NONE), found.telling()))
                .toList();
    }

    private static OverviewView.Month month(Asked asked, YearMonth month, Figures figures, Telling telling) {
        Told told = new Told(figure -> telling.tells(figure, month));
        Integer sampled = told.or("posts", figures::postsSampled);
        Integer reported = told.or("transgressions.reported", figures::reported);
        Integer advice = told.or("advice", figures::adviceAsked);
        Integer commendations = told.or("commendations", figures::commendations);
        Predicate<String> linked = name -> switch (name) {
            case "transgressions" -> reported != null;
            case "adviceAsked" -> advice != null;
            case "commendations" -> commendations != null;
            default -> sampled != null;
        };
        return new OverviewView.Month(
                month,
                sampled,
                sampled == null ? null : figures.postsFine(),
                reported,
                advice,
                commendations,
                told.withheld(),
                OverviewLinks.ofMonth(asked.period().of(month), asked.unit(), linked));
    }

    /** Keeps account of what is withheld. */
    private static final class Told {

        private final Predicate<String> telling;
        private final List<String> withheld = new ArrayList<>();

        Told(Predicate<String> telling) {
            this.telling = telling;
        }

        <T> @Nullable T or(String figure, Supplier<T> value) {
            if (telling.test(figure)) {
                return value.get();
            }
            withheld.add(figure);
            return null;
        }

        List<String> withheld() {
            return withheld;
        }
    }
}
