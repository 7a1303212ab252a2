package org.ninetyten.events.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.policy.Obligations;
import org.ninetyten.events.schedule.CheckInSchedule.Miss;
import org.ninetyten.events.schedule.CheckInSchedule.Tie;
import org.ninetyten.events.schedule.PolicyTimeline.Due;
import org.ninetyten.events.schedule.PolicyTimeline.Version;

class CheckInScheduleTest {

    private static final LocalDate JANUARY = LocalDate.parse("2026-01-01");

    private static final PolicyTimeline EVERY_30_DAYS = every(30);

    @Test
    void theFirstIsDueSoLongAfterItBecameKnownThatTheyMayPost() {
        CheckInSchedule broughtIn = new CheckInSchedule(
                List.of(new Tie(JANUARY.minusYears(5), JANUARY), new Tie(JANUARY.minusYears(1), JANUARY.plusDays(9))),
                List.of(),
                List.of());

        assertThat(broughtIn.next(EVERY_30_DAYS)).contains(new Due(JANUARY.plusDays(30), 1));
    }

    @Test
    void theNextIsDueSoLongAfterTheLatestWhateverTheOrderInWhichTheyWereTold() {
        assertThat(checkedIn(JANUARY.plusDays(20), JANUARY.plusDays(5)).next(EVERY_30_DAYS))
                .contains(new Due(JANUARY.plusDays(50), 1));
    }

    @Test
    void oneHeldBeforeTheyCouldPostDoesNotCount() {
        assertThat(checkedIn(JANUARY.minusDays(1)).next(EVERY_30_DAYS)).contains(new Due(JANUARY.plusDays(30), 1));
    }

    @Test
    void whoHasNoAccountOwesNone() {
        assertThat(new CheckInSchedule(List.of(), List.of(JANUARY), List.of()).next(EVERY_30_DAYS))
                .isEmpty();
    }

    @Test
    void whatWasMissedIsFollowedByTheNextPeriodAndThoseThatWereOverByThenArePassedOver() {
        LocalDate due = JANUARY.plusDays(30);

        assertThat(missed(new Miss(due, due.plusDays(1))).next(EVERY_30_DAYS)).contains(new Due(due.plusDays(30), 1));
        assertThat(missed(new Miss(due, due.plusDays(200))).next(EVERY_30_DAYS))
                .contains(new Due(due.plusDays(210), 1));
        assertThat(missed(new Miss(due, due.plusDays(60))).next(EVERY_30_DAYS)).contains(new Due(due.plusDays(60), 1));
    }

    @Test
    void oneToldLateMovesTheNextDayAndNotWhatWasMissed() {
        LocalDate due = JANUARY.plusDays(30);
        CheckInSchedule schedule = new CheckInSchedule(
                List.of(new Tie(JANUARY, JANUARY)),
                List.of(JANUARY.plusDays(25)),
                List.of(new Miss(due, due.plusDays(1))));

        assertThat(schedule.next(EVERY_30_DAYS)).contains(new Due(JANUARY.plusDays(55), 1));
    }

    @Test
    void anotherCadenceMovesTheNextDayFromItsOwnFirstDayOn() {
        PolicyTimeline shorter =
                new PolicyTimeline(List.of(version(1, "2026-01-01", 90), version(2, "2026-02-15", 10)), null);
        PolicyTimeline longer =
                new PolicyTimeline(List.of(version(1, "2026-01-01", 30), version(2, "2026-01-15", 90)), null);

        assertThat(checkedIn(JANUARY).next(shorter)).contains(new Due(LocalDate.parse("2026-02-15"), 2));
        assertThat(checkedIn(JANUARY).next(longer)).contains(new Due(JANUARY.plusDays(90), 2));
        assertThat(checkedIn(JANUARY).next(withdrawn(JANUARY.plusDays(30)))).isEmpty();
        assertThat(checkedIn(JANUARY).next(withdrawn(JANUARY.plusDays(31)))).isPresent();
    }

    /** Noted a day or more after it was over, again and again: no period is missed twice, and none in the wrong order. */
    @Property(seed = "90")
    void noDayIsEverDueTwice(
            @ForAll("timelines") PolicyTimeline policy,
            @ForAll("days") @Size(max = 5) List<LocalDate> checkIns,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 400) Integer> late) {
        List<Miss> misses = new ArrayList<>();
        for (int days : late) {
            Optional<Due> due = new CheckInSchedule(List.of(new Tie(JANUARY, JANUARY)), checkIns, misses).next(policy);
            if (due.isEmpty()) {
                return;
            }
            LocalDate by = due.get().by();
            LocalDate noticedOn = by.plusDays(days);
            misses.stream()
                    .reduce((one, other) -> other)
                    .ifPresent(last -> assertThat(by).isAfter(last.dueBy()).isAfterOrEqualTo(last.noticedOn()));
            misses.add(new Miss(by, noticedOn));
        }
        assertThat(misses).extracting(Miss::dueBy).doesNotHaveDuplicates();
    }

    @Property(seed = "90")
    void theOrderInWhichThingsWereToldMakesNoDifference(
            @ForAll("timelines") PolicyTimeline policy,
            @ForAll("days") @Size(max = 8) List<LocalDate> checkIns,
            @ForAll("days") @Size(max = 8) List<LocalDate> missed,
            @ForAll("days") @Size(min = 1, max = 4) List<LocalDate> since,
            @ForAll Random random) {
        List<Tie> ties =
                since.stream().map(day -> new Tie(day, day.plusDays(3))).toList();
        List<Miss> misses =
                missed.stream().map(day -> new Miss(day, day.plusDays(1))).toList();

        assertThat(new CheckInSchedule(shuffled(ties, random), shuffled(checkIns, random), shuffled(misses, random))
                        .next(policy))
                .isEqualTo(new CheckInSchedule(ties, checkIns, misses).next(policy));
    }

    @Property(seed = "90")
    void aLaterVersionMovesOnlyDaysThatAreNotBeforeItsOwnFirst(
            @ForAll("timelines") PolicyTimeline before,
            @ForAll("days") @Size(max = 5) List<LocalDate> checkIns,
            @ForAll @IntRange(min = 1, max = 400) int cadence,
            @ForAll @IntRange(min = 0, max = 900) int after) {
        Version last = before.versions().getLast();
        LocalDate from = last.from().plusDays(after);
        List<Version> versions = new ArrayList<>(before.versions());
        versions.add(new Version(last.number() + 1, from, obligations(cadence)));
        CheckInSchedule schedule = new CheckInSchedule(List.of(new Tie(JANUARY, JANUARY)), checkIns, List.of());
        LocalDate due = schedule.next(before).orElseThrow().by();

        Due then = schedule.next(new PolicyTimeline(versions, null)).orElseThrow();

        if (due.isBefore(from)) {
            assertThat(then.by()).isEqualTo(due);
        } else {
            assertThat(then.by()).isAfterOrEqualTo(from);
            assertThat(then.version()).isEqualTo(last.number() + 1);
        }
    }

    @Property(seed = "90")
    void aCheckInBringsNothingForwardThatWasDueAfterAnotherOne(
            @ForAll("timelines") PolicyTimeline policy,
            @ForAll("days") @Size(min = 1, max = 5) List<LocalDate> checkIns,
            @ForAll("days") @Size(min = 1, max = 1) List<LocalDate> another) {
        List<Tie> ties = List.of(new Tie(JANUARY.minusYears(10), JANUARY));
        List<LocalDate> more = new ArrayList<>(checkIns);
        more.addAll(another);

        LocalDate before = new CheckInSchedule(ties, checkIns, List.of())
                .next(policy)
                .orElseThrow()
                .by();

        assertThat(new CheckInSchedule(ties, more, List.of())
                        .next(policy)
                        .orElseThrow()
                        .by())
                .isAfterOrEqualTo(before);
    }

    @Provide
    Arbitrary<List<LocalDate>> days() {
        return day().list();
    }

    @Provide
    Arbitrary<PolicyTimeline> timelines() {
        return Combinators.combine(
                        Arbitraries.integers()
                                .between(1, 400)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(5),
                        Arbitraries.integers().between(0, 300).list().ofSize(5))
                .as(CheckInScheduleTest::timeline);
    }

    private static PolicyTimeline timeline(List<Integer> cadences, List<Integer> gaps) {
        List<Version> versions = new ArrayList<>();
        LocalDate from = JANUARY.minusYears(1);
        for (int i = 0; i < cadences.size(); i++) {
            from = from.plusDays(gaps.get(i));
            versions.add(new Version(i + 1, from, obligations(cadences.get(i))));
        }
        return new PolicyTimeline(versions, null);
    }

    private static Arbitrary<LocalDate> day() {
        return Arbitraries.integers().between(-600, 600).map(JANUARY::plusDays);
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static CheckInSchedule checkedIn(LocalDate... days) {
        return new CheckInSchedule(List.of(new Tie(JANUARY, JANUARY)), List.of(days), List.of());
    }

    private static CheckInSchedule missed(Miss miss) {
        return new CheckInSchedule(List.of(new Tie(JANUARY, JANUARY)), List.of(), List.of(miss));
    }

    private static PolicyTimeline every(int days) {
        return new PolicyTimeline(List.of(version(1, "2020-01-01", days)), null);
    }

    private static PolicyTimeline withdrawn(LocalDate on) {
        return new PolicyTimeline(List.of(version(1, "2020-01-01", 30)), on);
    }

    private static Version version(int number, String from, int checkInEveryDays) {
        return new Version(number, LocalDate.parse(from), obligations(checkInEveryDays));
    }

    private static Obligations obligations(int checkInEveryDays) {
        return new Obligations(14, checkInEveryDays, 24, 5, 10, 180);
    }
}
