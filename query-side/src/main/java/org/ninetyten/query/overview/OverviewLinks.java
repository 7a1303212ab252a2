package org.ninetyten.query.overview;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.policy.Harm;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Response;
import org.springframework.web.util.UriUtils;

/** Where the lists are that figures count: each has as many items as its figure says. */
final class OverviewLinks {

    private final Period period;
    private final String andUnit;
    private final Map<String, String> links = new LinkedHashMap<>();

    private OverviewLinks(Period period, @Nullable String unit) {
        this.period = period;
        this.andUnit = unit == null ? "" : "&unit=" + UriUtils.encode(unit, StandardCharsets.UTF_8);
    }

    /** @param told by the name of the figure, or of the one that it is a part of */
    static Map<String, String> of(Period period, @Nullable String unit, Predicate<String> told) {
        OverviewLinks links = new OverviewLinks(period, unit);
        links.support("samples", EntryFigure.SAMPLES);
        links.support("postsSampled", EntryFigure.SAMPLES);
        links.support("postsFine", EntryFigure.SAMPLES);
        links.cases("transgressions.reported", "");
        each(Intent.values(), "transgressions.byIntent.", "intent", links);
        each(Harm.values(), "transgressions.byHarm.", "harm", links);
        each(Response.values(), "transgressions.byResponse.", "response", links);
        links.cases("departures.count", "&breach=true&departed=true");
        links.cases("departures.of", "&breach=true");
        links.cases("daysToTell.cases", "&told=true");
        links.officers("training", "TRAINING");
        links.officers("acknowledged", "ACKNOWLEDGEMENT");
        links.officers("checkedIn", "CHECK_IN");
        for (EntryFigure entries : EntryFigure.values()) {
            links.support(entries.figure(), entries);
        }
        links.links.keySet().removeIf(Predicate.not(told));
        return links.links;
    }

    /** Of a month, whose figures are fewer. */
    static Map<String, String> ofMonth(Period month, @Nullable String unit, Predicate<String> told) {
        OverviewLinks links = new OverviewLinks(month, unit);
        links.support("postsSampled", EntryFigure.SAMPLES);
        links.support("postsFine", EntryFigure.SAMPLES);
        links.cases("transgressions", "");
        links.support("adviceAsked", EntryFigure.ADVICE_ASKED);
        links.support("commendations", EntryFigure.COMMENDATIONS);
        links.links.keySet().removeIf(Predicate.not(told));
        return links.links;
    }

    private static void each(Enum<?>[] values, String prefix, String filter, OverviewLinks links) {
        Arrays.stream(values)
                .forEach(value -> links.cases(prefix + value.name(), "&breach=true&" + filter + "=" + value.name()));
    }

    private void support(String name, EntryFigure entries) {
        links.put(
                name,
                "/api/overview/entries?figure=%s&from=%s&to=%s%s"
                        .formatted(entries, period.from(), period.to(), andUnit));
    }

    /** That list takes the day before which, and nothing was posted after today. */
    private void cases(String name, String filters) {
        LocalDate last = period.to().isAfter(period.today()) ? period.today() : period.to();
        LocalDate before = last.isBefore(period.from()) ? period.from() : last.plusDays(1);
        links.put(name, "/api/transgressions?from=%s&to=%s%s%s".formatted(period.from(), before, andUnit, filters));
    }

    private void officers(String name, String kind) {
        links.put(name + ".of", "/api/officers?posting=true" + andUnit);
        links.put(name + ".count", "/api/officers?posting=true&upToDateWith=" + kind + andUnit);
    }
}
