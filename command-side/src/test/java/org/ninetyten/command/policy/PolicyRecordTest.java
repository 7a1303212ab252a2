package org.ninetyten.command.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninetyten.command.story.Story.CONTENT;
import static org.ninetyten.command.story.Story.POLICY_DRAFTED;
import static org.ninetyten.command.story.Story.day;
import static org.ninetyten.command.story.Story.version;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninetyten.command.story.KnownStreams;
import org.ninetyten.events.policy.PolicyEvent;
import org.ninetyten.events.policy.PolicyEvent.PolicyRevised;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.PolicyEvent.PolicyWithdrawn;
import org.ninetyten.events.policy.Significance;

class PolicyRecordTest {

    private final PolicyRecord policy = recordOf(
            version(1, Significance.MAJOR, "2025-01-01"),
            version(2, Significance.MINOR, "2025-06-01"),
            version(3, Significance.MAJOR, "2026-01-01"),
            version(4, Significance.MINOR, "2026-01-01"),
            version(5, Significance.MAJOR, "2027-01-01"));

    @ParameterizedTest(name = "on {0} version {1} is in force and {2} must be acknowledged")
    @CsvSource({
        "2025-01-01, 1, 1",
        "2025-05-31, 1, 1",
        "2025-06-01, 2, 1",
        "2025-12-31, 2, 1",
        "2026-01-01, 4, 3",
        "2026-12-31, 4, 3",
        "2027-01-01, 5, 5",
        "2090-01-01, 5, 5",
    })
    void aVersionIsInForceFromItsFirstDayAndTheNewestMajorOneMustBeAcknowledged(
            LocalDate day, int inForce, int toAcknowledge) {
        assertThat(policy.inForceOn(day).map(PolicyVersionPublished::version)).contains(inForce);
        assertThat(policy.currentMajorOn(day)).contains(toAcknowledge);
    }

    @Test
    void beforeItsFirstVersionNothingIsInForce() {
        assertThat(policy.inForceOn(day("2024-12-31"))).isEmpty();
        assertThat(policy.currentMajorOn(day("2024-12-31"))).isEmpty();
    }

    @Test
    void theFirstVersionMustBeAcknowledgedWhateverItIsCalled() {
        PolicyRecord startedMinor =
                recordOf(version(1, Significance.MINOR, "2025-01-01"), version(2, Significance.MINOR, "2025-06-01"));

        assertThat(startedMinor.currentMajorOn(day("2026-01-01"))).contains(1);
    }

    @ParameterizedTest
    @CsvSource({"1, MAJOR, true", "1, MINOR, true", "2, MAJOR, true", "2, MINOR, false"})
    void aMajorVersionAndTheFirstMustBeAcknowledged(int number, Significance significance, boolean must) {
        assertThat(PolicyRecord.mustBeAcknowledged(version(number, significance, "2026-01-01")))
                .isEqualTo(must);
    }

    @Test
    void fromTheDayOfItsWithdrawalOnNothingIsInForceAndNothingMustBeAcknowledged() {
        PolicyRecord withdrawn = recordOf(
                version(1, Significance.MAJOR, "2026-01-01"),
                new PolicyWithdrawn("social-media", day("2026-06-01"), "Done with"));

        assertThat(withdrawn.inForceOn(day("2026-05-31")).map(PolicyVersionPublished::version))
                .contains(1);
        assertThat(withdrawn.currentMajorOn(day("2026-05-31"))).contains(1);
        assertThat(withdrawn.inForceOn(day("2026-06-01"))).isEmpty();
        assertThat(withdrawn.currentMajorOn(day("2026-06-01"))).isEmpty();
    }

    @Test
    void aDraftIsNotInForce() {
        PolicyRecord draft = recordOf(POLICY_DRAFTED, new PolicyRevised("social-media", CONTENT, "Wording"));

        assertThat(draft.inForceOn(day("2090-01-01"))).isEmpty();
    }

    @Test
    void whatNeverHappenedIsNoPolicy() {
        assertThat(PolicyRecord.of("social-media", new KnownStreams())).isEmpty();
    }

    private static PolicyRecord recordOf(PolicyEvent... events) {
        return PolicyRecord.of("social-media", new KnownStreams().with(events)).orElseThrow();
    }
}
