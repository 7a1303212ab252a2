package org.ninetyten.query.reassessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Event;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.stored.RecordedEvent;
import org.ninetyten.events.transgression.TransgressionEvent;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionAssessed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;
import org.springframework.stereotype.Component;

/**
 * Works through one reassessment, a portion at a time, so that it needs no more memory for a long history than for a
 * short one and can be taken up again where it stopped: first all cases up to its position are found, then those that
 * were asked about are read again in the order in which they were reported.
 */
@Component
class HistoryReader {

    private final StoredHistory history;
    private final RunningReassessments runs;
    private final ReassessmentPace pace;

    HistoryReader(StoredHistory history, RunningReassessments runs, ReassessmentPace pace) {
        this.history = history;
        this.runs = runs;
        this.pace = pace;
    }

    /**
     * @param goOn asked before every portion
     * @return whether it came to its end
     */
    boolean work(Run run, BooleanSupplier goOn) {
        Run current = run;
        while (current.collectedTo() < current.position()) {
            if (!goOn.getAsBoolean()) {
                return false;
            }
            current = collect(current);
        }
        if (!current.counted()) {
            runs.count(current);
        }
        PolicyPast policy = history.policy(current.policyId(), current.position());
        Yardstick asked = policy.asked(current.version(), current.draftVersion());
        NavigableMap<Long, String> next = runs.next(current);
        while (!next.isEmpty()) {
            if (!goOn.getAsBoolean()) {
                return false;
            }
            current = judge(current, next, policy, asked);
            next = runs.next(current);
        }
        runs.done(current);
        return true;
    }

    private Run collect(Run run) {
        long upTo = Math.min(run.position(), run.collectedTo() + pace.positionsAtOnce());
        List<RunningReassessments.Report> reports = new ArrayList<>();
        Map<String, Boolean> assessed = new TreeMap<>();
        history.between(run.collectedTo(), upTo, recorded -> {
            Event event = recorded.event();
            if (event instanceof TransgressionReported reported) {
                reports.add(report(run, reported, recorded));
            } else if (event instanceof TransgressionAssessed made) {
                assessed.put(made.transgressionId(), true);
            } else if (event instanceof TransgressionEvent other && CaseFold.endsAssessment(other)) {
                assessed.put(other.transgressionId(), false);
            }
        });
        return runs.collected(run, upTo, reports, assessed);
    }

    private static RunningReassessments.Report report(Run run, TransgressionReported e, RecordedEvent recorded) {
        LocalDate posted = LondonTime.dayOf(e.postedAt());
        boolean asked = e.pinned().policyId().equals(run.policyId())
                && !posted.isBefore(run.from())
                && !posted.isAfter(run.to());
        return new RunningReassessments.Report(
                recorded.position(), e.transgressionId(), e.officerId(), e.postedAt(), asked);
    }

    private Run judge(Run run, NavigableMap<Long, String> next, PolicyPast policy, Yardstick asked) {
        Map<Long, Reading> readings = new TreeMap<>();
        standing(run, next).forEach((position, one) -> readings.put(position, new Reading(one, policy, asked)));
        EarlierCases earlier = new EarlierCases(readings);
        history.before(run.id(), List.copyOf(next.keySet()), policy.longestLookBackMonths(asked), earlier::add);
        earlier.end();
        Map<Long, ReassessedCase> judged = new TreeMap<>();
        readings.forEach((position, reading) -> judged.put(position, reading.judge()));
        return runs.judged(run, next.lastKey(), judged);
    }

    /** A case that is being read again. */
    private static final class Reading {

        private final AssessedCase one;
        private final Yardstick judgedBy;
        private final Yardstick asked;
        private final Recount recount;

        Reading(AssessedCase one, PolicyPast policy, Yardstick asked) {
            this.one = one;
            this.judgedBy = policy.judgedBy(one);
            this.asked = asked;
            this.recount = new Recount(one, judgedBy, asked);
        }

        ReassessedCase judge() {
            return Reassessing.judge(one, recount.repeats(), judgedBy, asked);
        }
    }

    /** As they stand at the position of the run, by the positions of their reports. */
    private Map<Long, AssessedCase> standing(Run run, Map<Long, String> next) {
        Map<String, CaseFold> folds = new HashMap<>();
        history.ofCases(
                List.copyOf(next.values()),
                run.position(),
                recorded -> folds.computeIfAbsent(recorded.event().subjectId(), id -> new CaseFold())
                        .add(recorded.event()));
        Map<Long, AssessedCase> standing = new TreeMap<>();
        next.forEach((position, id) -> {
            CaseFold fold = folds.get(id);
            if (fold == null) {
                throw new BrokenHistoryException("The events of the transgression '%s' are gone.".formatted(id));
            }
            fold.standing().ifPresent(one -> standing.put(position, one));
        });
        return standing;
    }

    /** Puts the events of earlier cases together, which come one case after the other. */
    private static final class EarlierCases {

        private final Map<Long, Reading> readings;
        private long before;
        private @Nullable String transgressionId;
        private CaseFold fold = new CaseFold();

        EarlierCases(Map<Long, Reading> readings) {
            this.readings = readings;
        }

        void add(Event event, long position) {
            if (position != before || !event.subjectId().equals(transgressionId)) {
                end();
                before = position;
                transgressionId = event.subjectId();
                fold = new CaseFold();
            }
            fold.add(event);
        }

        void end() {
            Reading reading = readings.get(before);
            if (reading != null) {
                fold.counting().ifPresent(reading.recount::add);
            }
            fold = new CaseFold();
        }
    }
}
