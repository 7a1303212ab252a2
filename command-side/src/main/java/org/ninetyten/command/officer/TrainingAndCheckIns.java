package org.ninetyten.command.officer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.officer.HeldAccounts.Under;
import org.ninetyten.events.officer.OfficerEvent;
import org.ninetyten.events.officer.OfficerEvent.CheckInMissed;
import org.ninetyten.events.officer.OfficerEvent.CheckInRecorded;
import org.ninetyten.events.officer.OfficerEvent.OfficerLeft;
import org.ninetyten.events.officer.OfficerEvent.TrainingLapsed;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;
import org.ninetyten.events.schedule.CheckInSchedule;
import org.ninetyten.events.schedule.CheckInSchedule.Miss;
import org.ninetyten.events.schedule.PolicyTimeline.Due;

/**
 * What an officer's training and check-ins come to. Only ever added to while their events are read; whoever asks is
 * told by the policies under which they hold or operate accounts.
 */
public final class TrainingAndCheckIns {

    /** @param recordedOn the day on which it became known here */
    private record Known(TrainingRecorded training, LocalDate recordedOn) {}

    /**
     * A training and the last day on which it counts.
     *
     * @param policyId the policy that says so; absent where the training does
     */
    private record Counting(
            Known known,
            LocalDate until,
            @Nullable String policyId,
            @Nullable Integer policyVersion) {

        String id() {
            return known.training().trainingId();
        }

        boolean countsOn(LocalDate day) {
            return !known.training().completedOn().isAfter(day) && !until.isBefore(day);
        }
    }

    private final List<Known> training = new ArrayList<>();
    private final Set<String> lapsed = new HashSet<>();
    private final List<LocalDate> checkIns = new ArrayList<>();
    private final Map<String, List<Miss>> misses = new HashMap<>();
    private @Nullable LocalDate leftOn;

    /** @param recordedOn the day on which it was recorded */
    void add(OfficerEvent event, LocalDate recordedOn) {
        if (event instanceof TrainingRecorded recorded) {
            training.add(new Known(recorded, recordedOn));
        } else if (event instanceof TrainingLapsed lapse) {
            lapsed.add(lapse.trainingId());
        } else if (event instanceof CheckInRecorded checkIn) {
            checkIns.add(checkIn.heldOn());
        } else if (event instanceof CheckInMissed missed) {
            misses.computeIfAbsent(missed.policyId(), policy -> new ArrayList<>())
                    .add(new Miss(missed.dueBy(), recordedOn));
        } else if (event instanceof OfficerLeft left) {
            leftOn = left.leftOn();
        }
    }

    Stream<TrainingRecorded> training() {
        return training.stream().map(Known::training);
    }

    /** Their last day with the force; absent while they are. */
    public @Nullable LocalDate leftOn() {
        return leftOn;
    }

    /** The check-in that was due by a day that is over, and that nobody noted as missed yet. */
    public Optional<Due> missed(String policyId, Map<String, Under> accounts, LocalDate today) {
        return nextCheckIn(policyId, accounts).filter(due -> due.by().isBefore(today));
    }

    private Optional<Due> nextCheckIn(String policyId, Map<String, Under> accounts) {
        Under under = accounts.get(policyId);
        return under == null || leftOn != null
                ? Optional.empty()
                : new CheckInSchedule(under.ties(), checkIns, misses.getOrDefault(policyId, List.of()))
                        .next(under.policy());
    }

    /**
     * The training that ran out with no other to follow it, and that nobody noted as lapsed yet. One that was over when
     * it was recorded lapses only where it is the last there was: years that are brought in do not lapse one by one.
     */
    public Optional<TrainingLapsed> lapsed(String officerId, Map<String, Under> accounts, LocalDate today) {
        if (leftOn != null) {
            return Optional.empty();
        }
        List<Counting> counting = counting(accounts);
        // One that nothing says an end of counts for now: whoever has it has valid training.
        boolean hasOneWithoutEnd = counting.size() < training.size();
        return counting.stream()
                .filter(one -> one.until().isBefore(today) && !hasOneWithoutEnd)
                .filter(one -> counting.stream().noneMatch(other -> isFollowedBy(one, other)))
                .min(Comparator.comparing(Counting::until))
                .map(one -> new TrainingLapsed(officerId, one.id(), one.until(), one.policyId(), one.policyVersion()));
    }

    private boolean isFollowedBy(Counting one, Counting other) {
        if (one.id().equals(other.id())) {
            return lapsed.contains(one.id());
        }
        if (other.until().equals(one.until())) {
            return lapsed.contains(other.id()) || other.id().compareTo(one.id()) > 0;
        }
        boolean wasOverWhenRecorded = one.known().recordedOn().isAfter(one.until());
        return other.countsOn(one.until().plusDays(1))
                || (wasOverWhenRecorded && other.until().isAfter(one.until()));
    }

    /** The next day after which something may have lapsed or been missed. */
    public Optional<LocalDate> nextDay(Map<String, Under> accounts, LocalDate today) {
        if (leftOn != null) {
            return Optional.empty();
        }
        Stream<LocalDate> ends =
                counting(accounts).stream().map(Counting::until).filter(until -> !until.isBefore(today));
        Stream<LocalDate> dues = accounts.keySet().stream()
                .flatMap(policy -> nextCheckIn(policy, accounts).stream())
                .map(Due::by);
        return Stream.concat(ends, dues).min(Comparator.naturalOrder());
    }

    /** Those that have a last day. */
    private List<Counting> counting(Map<String, Under> accounts) {
        return training.stream()
                .flatMap(known -> counting(known, accounts).stream())
                .toList();
    }

    /** By what the training says itself; else by the policy of theirs that lets it count the longest. */
    private static Optional<Counting> counting(Known known, Map<String, Under> accounts) {
        LocalDate stated = known.training().validUntil();
        if (stated != null) {
            return Optional.of(new Counting(known, stated, null, null));
        }
        return accounts.entrySet().stream()
                .flatMap(entry -> countsUntil(known, entry.getValue())
                        .map(due -> new Counting(known, due.by(), entry.getKey(), due.version()))
                        .stream())
                .max(Comparator.comparing(Counting::until).thenComparing(one -> String.valueOf(one.policyId())));
    }

    private static Optional<Due> countsUntil(Known known, Under under) {
        return under.policy()
                .countsUntil(
                        known.training().completedOn(),
                        (since, obligations) -> since.plusMonths(obligations.trainingValidMonths()));
    }
}
