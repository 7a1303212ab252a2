package org.ninetyten.command.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninetyten.command.story.Story.AMINA_REGISTERED;
import static org.ninetyten.command.story.Story.acknowledged;
import static org.ninetyten.command.story.Story.day;
import static org.ninetyten.command.story.Story.training;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninetyten.command.officer.OfficerRecord.ValidTraining;
import org.ninetyten.command.story.KnownStreams;
import org.ninetyten.events.officer.OfficerEvent;
import org.ninetyten.events.officer.OfficerEvent.OfficerDetailsChanged;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;

class OfficerRecordTest {

    @ParameterizedTest(name = "completed {0}, counting {1} months: first {2}, last {3}")
    @CsvSource({
        "2026-01-15, 24, 2026-01-15, 2028-01-15",
        "2026-01-31, 1, 2026-01-31, 2026-02-28",
        "2024-01-31, 1, 2024-01-31, 2024-02-29",
        "2024-02-29, 12, 2024-02-29, 2025-02-28",
        "2024-02-29, 48, 2024-02-29, 2028-02-29",
        "2025-08-31, 6, 2025-08-31, 2026-02-28",
        "2026-12-31, 2, 2026-12-31, 2027-02-28",
    })
    void trainingCountsFromTheDayItWasCompletedToItsLastDayBothIncluded(
            LocalDate completed, int months, LocalDate first, LocalDate last) {
        OfficerRecord officer = recordOf(training("t-1", completed.toString()));

        assertThat(officer.validTrainingOn(first.minusDays(1), months)).isEmpty();
        assertThat(officer.validTrainingOn(first, months)).contains(new ValidTraining("t-1", last));
        assertThat(officer.validTrainingOn(last, months)).contains(new ValidTraining("t-1", last));
        assertThat(officer.validTrainingOn(last.plusDays(1), months)).isEmpty();
    }

    @Test
    void whatTheCourseSaysOfItsValidityOutweighsThePolicy() {
        OfficerRecord officer =
                recordOf(new TrainingRecorded("amina", "t-1", "Posting well", day("2026-01-01"), day("2026-03-31")));

        assertThat(officer.validTrainingOn(day("2026-03-31"), 24)).isPresent();
        assertThat(officer.validTrainingOn(day("2026-04-01"), 24)).isEmpty();
        assertThat(officer.validTrainingOn(day("2026-03-31"), 1)).isPresent();
    }

    @Test
    void ofSeveralTrainingsTheLongestLastingCounts() {
        OfficerRecord officer = recordOf(
                training("t-1", "2025-06-01"),
                new TrainingRecorded("amina", "t-2", "Posting well", day("2024-06-01"), day("2029-12-31")),
                training("t-3", "2026-06-01"));

        assertThat(officer.validTrainingOn(day("2026-07-01"), 24))
                .contains(new ValidTraining("t-2", day("2029-12-31")));
    }

    @Property(seed = "90")
    void trainingCountsOnEveryDayBetweenAndOnNoOther(
            @ForAll("days") LocalDate completed,
            @ForAll @IntRange(min = 1, max = 600) int months,
            @ForAll("days") LocalDate day) {
        OfficerRecord officer = recordOf(training("t-1", completed.toString()));
        boolean within = !day.isBefore(completed) && !day.isAfter(completed.plusMonths(months));

        assertThat(officer.validTrainingOn(day, months).isPresent()).isEqualTo(within);
    }

    @Property(seed = "10")
    void anEarlierTrainingIsNeverTakenWhereALaterOneLastsLonger(
            @ForAll("days") LocalDate one,
            @ForAll("days") LocalDate other,
            @ForAll @IntRange(min = 1, max = 60) int months) {
        LocalDate later = one.isAfter(other) ? one : other;
        OfficerRecord officer = recordOf(training("t-1", one.toString()), training("t-2", other.toString()));

        assertThat(officer.validTrainingOn(later, months).map(ValidTraining::validUntil))
                .contains(later.plusMonths(months));
    }

    @Test
    void anAcknowledgementCountsFromItsDayAndTheNewestVersionIsTold() {
        OfficerRecord officer = recordOf(
                acknowledged(2, "2026-03-05"),
                // Signed on paper earlier, recorded later: what counts is when it was signed.
                new PolicyAcknowledged("amina", "social-media", 1, day("2026-01-05"), true));

        assertThat(officer.acknowledgedBy(day("2026-01-04"), "social-media")).isEmpty();
        assertThat(officer.acknowledgedBy(day("2026-01-05"), "social-media")).contains(1);
        assertThat(officer.acknowledgedBy(day("2026-03-04"), "social-media")).contains(1);
        assertThat(officer.acknowledgedBy(day("2026-03-05"), "social-media")).contains(2);
    }

    @Test
    void acknowledgingAnOlderVersionLaterTakesNothingAway() {
        OfficerRecord officer = recordOf(acknowledged(2, "2026-03-05"), acknowledged(1, "2026-04-05"));

        assertThat(officer.acknowledgedBy(day("2026-05-01"), "social-media")).contains(2);
    }

    @Test
    void anAcknowledgementOfOnePolicyIsNoneOfAnother() {
        OfficerRecord officer = recordOf(acknowledged(2, "2026-03-05"));

        assertThat(officer.acknowledgedBy(day("2026-05-01"), "email")).isEmpty();
    }

    @Test
    void theUnitIsTheLatestOne() {
        OfficerRecord officer = recordOf(new OfficerDetailsChanged("amina", "Amina Khan", "1234", "river", false));

        assertThat(officer.unit()).isEqualTo("river");
        assertThat(recordOf().unit()).isEqualTo("harbour");
    }

    @Test
    void whoNeverWasRegisteredIsNobody() {
        assertThat(OfficerRecord.of("amina", new KnownStreams())).isEmpty();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(day("1990-01-01").toEpochDay(), day("2060-12-31").toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static OfficerRecord recordOf(OfficerEvent... events) {
        return OfficerRecord.of(
                        "amina", new KnownStreams().with(AMINA_REGISTERED).with(events))
                .orElseThrow();
    }
}
