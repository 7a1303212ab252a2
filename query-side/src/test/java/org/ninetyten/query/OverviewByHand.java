package org.ninetyten.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.account.AccountEvent.AccountRequested;
import org.ninetyten.events.account.AccountEvent.AccountTransferred;
import org.ninetyten.events.account.AccountEvent.PostCommended;
import org.ninetyten.events.account.AccountEvent.PostsSampled;
import org.ninetyten.events.officer.OfficerEvent.AdviceOutcomeRecorded;
import org.ninetyten.events.officer.OfficerEvent.AdviceRequested;
import org.ninetyten.events.policy.Harm;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.transgression.TransgressionEvent;
import org.ninetyten.events.transgression.TransgressionEvent.OfficerNotified;
import org.ninetyten.events.transgression.TransgressionEvent.ResponseCompleted;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewDecided;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewRequested;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionAssessed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReopened;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionWithdrawn;
import org.ninetyten.query.SmallForce.Told;

/** Every figure, worked out from the story alone. It shares nothing with what answers the overview. */
final class OverviewByHand {

    private final List<Told> story;
    private final DutiesByHand duties;
    private final Instant now;

    // The same whatever is asked, and long in the making.
    private final Set<String> due;
    private final Set<String> posting;
    private final Map<String, String> units = new HashMap<>();

    OverviewByHand(List<Told> story, Instant now) {
        this.story = story;
        this.duties = new DutiesByHand(story);
        this.now = now;
        this.due = duties.lines();
        this.posting = duties.posting();
    }

    /** One case as it stands at the end. */
    private static final class Case {
        String officer = "";
        LocalDate posted = LocalDate.MIN;
        LocalDate reported = LocalDate.MIN;

        @Nullable
        TransgressionAssessed assessment;

        boolean judged;

        @Nullable
        Response response;

        @Nullable
        LocalDate told;

        @Nullable
        LocalDate completed;

        boolean completedLast;
        boolean completedBeforeReview;

        TransgressionAssessed judgement() {
            return Objects.requireNonNull(assessment);
        }

        boolean breach() {
            return judged && assessment != null && assessment.breach();
        }
    }

    private List<Case> cases() {
        Map<String, Case> cases = new LinkedHashMap<>();
        for (Told told : story) {
            if (!(told.event() instanceof TransgressionEvent event)) {
                continue;
            }
            Case one = cases.computeIfAbsent(event.transgressionId(), id -> new Case());
            if (event instanceof TransgressionReported e) {
                one.officer = e.officerId();
                one.posted = LondonTime.dayOf(e.postedAt());
                one.reported = LondonTime.dayOf(told.at());
            } else if (event instanceof TransgressionAssessed e) {
                one.assessment = e;
                one.judged = true;
                one.response = e.response();
                one.told = null;
                one.completed = null;
            } else if (event instanceof OfficerNotified e) {
                one.told = e.notifiedOn();
            } else if (event instanceof ResponseCompleted e) {
                one.completed = e.completedOn();
            } else if (event instanceof ReviewRequested) {
                one.completedBeforeReview = one.completedLast;
            } else if (event instanceof ReviewDecided e) {
                one.response = e.response();
                if (!e.upheld() && one.completedBeforeReview) {
                    one.completed = null;
                }
            } else if (event instanceof TransgressionWithdrawn) {
                one.judged = false;
            } else if (event instanceof TransgressionReopened) {
                one.judged = false;
                one.response = null;
            }
            one.completedLast = event instanceof ResponseCompleted
                    || (event instanceof ReviewDecided d && d.upheld() && one.completedBeforeReview);
        }
        return new ArrayList<>(cases.values());
    }

    /** Names as paths into the answer, with the numbers that should stand there. */
    Map<String, String> figures(LocalDate from, LocalDate to, @Nullable String unit) {
        Map<String, String> figures = new TreeMap<>();
        Predicate<String> ofUnit = officer ->
                unit == null || units.computeIfAbsent(officer, duties::unitOf).equals(unit);
        List<Case> every = cases();
        List<Case> cases = every.stream()
                .filter(one -> ofUnit.test(one.officer) && within(one.posted, from, to))
                .toList();
        List<Case> breaches = cases.stream().filter(Case::breach).toList();
        figures.put("transgressions.reported", "" + cases.size());
        for (Intent intent : Intent.values()) {
            put(
                    "transgressions.byIntent." + intent,
                    breaches,
                    one -> one.judgement().intent() == intent,
                    figures);
        }
        for (Harm harm : Harm.values()) {
            put(
                    "transgressions.byHarm." + harm,
                    breaches,
                    one -> one.judgement().harm() == harm,
                    figures);
        }
        for (Response response : Response.values()) {
            put("transgressions.byResponse." + response, breaches, one -> one.response == response, figures);
        }
        share(
                "departures",
                breaches.stream()
                        .filter(one ->
                                one.judgement().response() != one.judgement().recommended())
                        .count(),
                breaches.size(),
                figures);
        List<Long> days = cases.stream()
                .filter(one -> one.told != null)
                .map(one -> ChronoUnit.DAYS.between(one.reported, one.told))
                .sorted()
                .toList();
        figures.put("daysToTell.cases", "" + days.size());
        figures.put("daysToTell.median", percentile(0.5, days));
        figures.put("daysToTell.p90", percentile(0.9, days));
        repeats("repeats.coaching", true, breaches, every, figures);
        repeats("repeats.otherResponses", false, breaches, every, figures);
        support(from, to, ofUnit, "", figures);
        int place = 0;
        for (YearMonth month = YearMonth.from(from);
                !month.isAfter(YearMonth.from(to)) && !month.isAfter(YearMonth.from(LondonTime.dayOf(now)));
                month = month.plusMonths(1)) {
            LocalDate first = later(month.atDay(1), from);
            LocalDate last = month.atEndOfMonth().isBefore(to) ? month.atEndOfMonth() : to;
            String prefix = "months." + place++ + ".";
            figures.put(prefix + "month", month.toString());
            figures.put(
                    prefix + "transgressions",
                    ""
                            + cases.stream()
                                    .filter(one -> within(one.posted, first, last))
                                    .count());
            support(first, last, ofUnit, prefix, figures);
        }
        standing(ofUnit, figures);
        return figures;
    }

    private static void put(String name, List<Case> cases, Predicate<Case> which, Map<String, String> figures) {
        figures.put(name, "" + cases.stream().filter(which).count());
    }

    private void repeats(
            String name, boolean coached, List<Case> breaches, List<Case> every, Map<String, String> figures) {
        Set<String> answered = new TreeSet<>();
        Set<String> again = new TreeSet<>();
        for (Case one : breaches) {
            LocalDate completed = one.completed;
            if (completed == null || (one.response == Response.COACHING) != coached) {
                continue;
            }
            answered.add(one.officer);
            every.stream()
                    .filter(Case::breach)
                    .filter(other -> other.officer.equals(one.officer))
                    .filter(other -> other.posted.isAfter(completed))
                    .filter(other -> !other.posted.isAfter(completed.plusYears(1)))
                    .forEach(other -> again.add(one.officer));
        }
        share(name, again.size(), answered.size(), figures);
    }

    private void support(
            LocalDate from, LocalDate to, Predicate<String> ofUnit, String prefix, Map<String, String> figures) {
        int samples = 0;
        int sampled = 0;
        int fine = 0;
        int commendations = 0;
        int asked = 0;
        int followed = 0;
        Map<String, String> holders = new TreeMap<>();
        for (Told told : story) {
            if (told.event() instanceof AccountRequested e) {
                holders.put(e.accountId(), e.holderId());
            } else if (told.event() instanceof AccountTransferred e) {
                holders.put(e.accountId(), e.holderId());
            } else if (told.event() instanceof PostsSampled e
                    && within(e.sampledOn(), from, to)
                    && ofUnit.test(holders.getOrDefault(e.accountId(), ""))) {
                samples++;
                sampled += e.sampled();
                fine += e.good();
            } else if (told.event() instanceof PostCommended e
                    && within(LondonTime.dayOf(e.postedAt()), from, to)
                    && ofUnit.test(holders.getOrDefault(e.accountId(), ""))) {
                commendations++;
            } else if (told.event() instanceof AdviceRequested e
                    && within(LondonTime.dayOf(told.at()), from, to)
                    && ofUnit.test(e.officerId())) {
                asked++;
                followed += (int) story.stream()
                        .map(Told::event)
                        .filter(event -> event instanceof AdviceOutcomeRecorded outcome
                                && outcome.adviceId().equals(e.adviceId())
                                && outcome.followed())
                        .count();
            }
        }
        figures.put(prefix + "postsSampled", "" + sampled);
        figures.put(prefix + "postsFine", "" + fine);
        figures.put(prefix + "commendations", "" + commendations);
        if (prefix.isEmpty()) {
            figures.put("samples", "" + samples);
            figures.put("advice.asked", "" + asked);
            figures.put("advice.followed", "" + followed);
        } else {
            figures.put(prefix + "adviceAsked", "" + asked);
        }
    }

    private void standing(Predicate<String> ofUnit, Map<String, String> figures) {
        Set<String> ofThese = new TreeSet<>(posting);
        ofThese.removeIf(ofUnit.negate());
        LocalDate today = LondonTime.dayOf(now);
        standing("training", "TRAINING", 2, ofThese, due, today, figures);
        standing("checkedIn", "CHECK_IN", 3, ofThese, due, today, figures);
        standing("acknowledged", "ACKNOWLEDGEMENT", 4, ofThese, due, LocalDate.MAX, figures);
    }

    private static void standing(
            String name,
            String kind,
            int dayAt,
            Set<String> posting,
            Set<String> lines,
            LocalDate dueBefore,
            Map<String, String> figures) {
        long without = lines.stream()
                .map(line -> line.split(" "))
                .filter(words -> words[0].equals(kind) && posting.contains(words[1]))
                .filter(words -> LocalDate.parse(words[dayAt]).isBefore(dueBefore))
                .map(words -> words[1])
                .distinct()
                .count();
        share(name, posting.size() - without, posting.size(), figures);
    }

    private static void share(String name, long count, long of, Map<String, String> figures) {
        figures.put(name + ".count", "" + count);
        figures.put(name + ".of", "" + of);
    }

    /** At least so many of them are no longer than that. */
    private static String percentile(double part, List<Long> sorted) {
        return sorted.stream()
                .filter(days -> sorted.stream().filter(other -> other <= days).count() >= part * sorted.size())
                .findFirst()
                .map(Objects::toString)
                .orElse("null");
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return Stream.of(one, other).max(LocalDate::compareTo).orElseThrow();
    }
}
