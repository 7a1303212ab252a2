package org.ninetyten.events.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.policy.Obligations;
import org.ninetyten.events.schedule.PolicyTimeline.Due;
import org.ninetyten.events.schedule.PolicyTimeline.Version;

/** For how long a training counts, and by when a thing is due, when the version that says so changes. */
class PolicyTimelineTest {

    private static final LocalDate TRAINED = LocalDate.parse("2026-01-10");

    @Test
    void whatCountsForSoLongCountsAsTheVersionInForceThenHasIt() {
        assertThat(countsUntil(null, version(1, "2025-01-01", 12))).contains(due("2027-01-10", 1));
    }

    @Test
    void aVersionThatShortensTheTimeEndsItTheDayBeforeItsOwnFirst() {
        assertThat(countsUntil(null, version(1, "2025-01-01", 24), version(2, "2027-06-01", 12)))
                .contains(due("2027-05-31", 2));
        assertThat(countsUntil(null, version(1, "2025-01-01", 24), version(2, "2026-06-01", 12)))
                .contains(due("2027-01-10", 2));
    }

    @Test
    void aVersionThatLengthensTheTimeComesTooLateForWhatRanOutBefore() {
        assertThat(countsUntil(null, version(1, "2025-01-01", 12), version(2, "2027-01-10", 24)))
                .contains(due("2028-01-10", 2));
        assertThat(countsUntil(null, version(1, "2025-01-01", 12), version(2, "2027-01-11", 24)))
                .contains(due("2027-01-10", 1));
    }

    @Test
    void aPolicyThatWasWithdrawnByThenSaysNothing() {
        assertThat(countsUntil(LocalDate.parse("2027-01-10"), version(1, "2025-01-01", 12)))
                .isEmpty();
        assertThat(countsUntil(LocalDate.parse("2027-01-11"), version(1, "2025-01-01", 12)))
                .isPresent();
        assertThat(countsUntil(null)).isEmpty();
    }

    @Test
    void nothingIsDueBeforeTheFirstDayOfTheVersionThatAsksForIt() {
        assertThat(new PolicyTimeline(List.of(version(1, "2027-01-01", 12)), null)
                        .dueAfter(TRAINED, (day, obligations) -> day.plusDays(30)))
                .contains(due("2027-01-01", 1));
    }

    private static Optional<Due> countsUntil(@Nullable LocalDate withdrawnOn, Version... versions) {
        return new PolicyTimeline(List.of(versions), withdrawnOn)
                .countsUntil(TRAINED, (day, obligations) -> day.plusMonths(obligations.trainingValidMonths()));
    }

    private static Due due(String day, int version) {
        return new Due(LocalDate.parse(day), version);
    }

    private static Version version(int number, String from, int months) {
        return new Version(number, LocalDate.parse(from), new Obligations(14, 30, months, 5, 10, 180));
    }
}
