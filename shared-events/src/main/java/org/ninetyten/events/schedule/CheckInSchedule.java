package org.ninetyten.events.schedule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ninetyten.events.policy.Obligations;
import org.ninetyten.events.schedule.PolicyTimeline.Due;

/**
 * When someone who holds or operates accounts under a policy is next due a check-in.
 *
 * <p>The time runs from their latest check-in; before the first, from the day on which it became known here that they
 * may post, so that a force that brings years with it does not begin with years of missed check-ins. A missed one is
 * missed once: the next period follows on from it, and periods that were over when it was noticed are passed over.
 *
 * @param ties the accounts under the policy with which they may post now
 * @param checkIns the days on which someone checked in with them, in any order
 * @param misses what was missed under this policy, in any order
 */
public record CheckInSchedule(List<Tie> ties, List<LocalDate> checkIns, List<Miss> misses) {

    /**
     * @param since the first day on which they could post
     * @param known the day on which that was recorded
     */
    public record Tie(LocalDate since, LocalDate known) {}

    /** @param noticedOn the day on which it was recorded that {@code dueBy} had passed */
    public record Miss(LocalDate dueBy, LocalDate noticedOn) {}

    public CheckInSchedule {
        ties = List.copyOf(ties);
        checkIns = List.copyOf(checkIns);
        misses = List.copyOf(misses);
    }

    /** @return nothing for someone without an account under the policy, or while no version of it is in force */
    public Optional<Due> next(PolicyTimeline policy) {
        return begin().flatMap(begin -> next(begin, policy));
    }

    private Optional<LocalDate> begin() {
        Optional<LocalDate> since = ties.stream().map(Tie::since).min(Comparator.naturalOrder());
        Optional<LocalDate> known = ties.stream().map(Tie::known).min(Comparator.naturalOrder());
        return since.flatMap(from ->
                        checkIns.stream().filter(day -> !day.isBefore(from)).max(Comparator.naturalOrder()))
                .or(() -> known);
    }

    private Optional<Due> next(LocalDate begin, PolicyTimeline policy) {
        Optional<Due> first = policy.dueAfter(begin, CheckInSchedule::lastDay);
        // One missed before that was not missed after all: they were checked in with in time, and it was told late.
        return first.flatMap(due -> misses.stream()
                        .filter(miss -> !miss.dueBy().isBefore(due.by()))
                        .max(Comparator.comparing(Miss::dueBy)))
                .map(missed -> following(missed, policy))
                .orElse(first);
    }

    private static Optional<Due> following(Miss missed, PolicyTimeline policy) {
        Optional<Due> due = policy.dueAfter(missed.dueBy(), CheckInSchedule::lastDay);
        while (due.isPresent() && due.get().by().isBefore(missed.noticedOn())) {
            due = policy.dueAfter(due.get().by(), CheckInSchedule::lastDay);
        }
        return due;
    }

    private static LocalDate lastDay(LocalDate latest, Obligations obligations) {
        return latest.plusDays(obligations.checkInEveryDays());
    }
}
