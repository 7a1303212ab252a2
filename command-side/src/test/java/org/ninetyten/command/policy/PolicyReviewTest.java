package org.ninetyten.command.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Bench.ifMatch;
import static org.ninetyten.command.story.Story.CONTENT;
import static org.ninetyten.command.story.Story.POLICY_DRAFTED;
import static org.ninetyten.command.story.Story.content;
import static org.ninetyten.command.story.Story.day;
import static org.ninetyten.command.story.Story.version;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.policy.PolicyCommand.NotePolicyReviewMissed;
import org.ninetyten.command.policy.PolicyCommand.PublishPolicyVersion;
import org.ninetyten.command.policy.PolicyCommand.ReviewPolicyUnchanged;
import org.ninetyten.command.policy.PolicyCommand.RevisePolicy;
import org.ninetyten.command.policy.PolicyCommand.WithdrawPolicy;
import org.ninetyten.command.story.Bench;
import org.ninetyten.command.story.KnownStreams;
import org.ninetyten.command.story.NotedReminders;
import org.ninetyten.command.story.Refused;
import org.ninetyten.events.policy.PolicyEvent.PolicyReviewMissed;
import org.ninetyten.events.policy.PolicyEvent.PolicyReviewedUnchanged;
import org.ninetyten.events.policy.PolicyEvent.PolicyRevised;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.PolicyEvent.PolicyWithdrawn;
import org.ninetyten.events.policy.Significance;

/** A policy is kept fresh: reviewed by a day, or else that day was missed; and withdrawn when it is done with. */
class PolicyReviewTest {

    private static final String REMINDER = "policy-review/social-media/";

    /** Due for review by 2027-01-01. */
    private static final PolicyVersionPublished FIRST = version(1, Significance.MAJOR, "2026-01-01");

    private static final PolicyRevised REVISED =
            new PolicyRevised("social-media", content("To be heard"), "After the spring review");
    private static final PolicyWithdrawn WITHDRAWN = new PolicyWithdrawn("social-media", TODAY, "Done with");
    private static final PolicyReviewedUnchanged REVIEWED =
            new PolicyReviewedUnchanged("social-media", 1, day("2026-11-10"), day("2027-11-10"), "It stands");

    private final NotedReminders reminders = new NotedReminders();

    private FixtureConfiguration<Policy> policy() {
        return policyOn(TODAY);
    }

    private FixtureConfiguration<Policy> policyOn(LocalDate today) {
        return Bench.on(today, reminders, Policy.class, new KnownStreams());
    }

    @Nested
    class Reminding {

        @Test
        void publishingRemindsAtTheEndOfTheDayOfReview() {
            policy().given(POLICY_DRAFTED).when(publish("2026-01-01", "2027-01-01"));

            assertThat(reminders.waiting())
                    .isEqualTo(Map.of(REMINDER + "1:2027-01-01", Instant.parse("2027-01-02T00:00:00Z")));
        }

        /** Years that are brought in: what came next is recorded next, and nothing was missed in between. */
        @ParameterizedTest
        @CsvSource({
            "2025-06-01, 2026-11-16T00:00:00Z",
            "2026-11-14, 2026-11-16T00:00:00Z",
            "2026-11-15, 2026-11-16T00:00:00Z",
            "2026-11-16, 2026-11-17T00:00:00Z",
        })
        void aVersionWhoseReviewIsLongDueHasTheDayOfItsRecording(String reviewBy, Instant missedFrom) {
            policy().given(POLICY_DRAFTED).when(publish("2025-01-01", reviewBy));

            assertThat(reminders.waiting()).isEqualTo(Map.of(REMINDER + "1:" + reviewBy, missedFrom));
        }

        @Test
        void aReviewOfYearsAgoHasTheDayOfItsRecordingForTheNext() {
            policy().given(POLICY_DRAFTED, FIRST).when(review("2026-02-01", "2026-08-01"));

            assertThat(reminders.waiting())
                    .isEqualTo(Map.of(REMINDER + "1:2026-08-01", Instant.parse("2026-11-16T00:00:00Z")));
        }

        @ParameterizedTest
        @CsvSource({
            "0, 2026-11-14, 2026-11-15T00:00:00Z",
            "0, 2026-11-15, 2026-11-16T00:00:00Z",
            "2, 2026-11-14, 2026-11-17T00:00:00Z",
            "2, 2026-11-20, 2026-11-21T00:00:00Z",
        })
        void theGraceIsSoManyDaysThatOfRecordingIncluded(int days, LocalDate reviewBy, Instant missedFrom) {
            assertThat(new ReviewGrace(days).missedFrom(reviewBy, Bench.noonOf(TODAY)))
                    .isEqualTo(missedFrom);
        }

        @Test
        void publishingTheNextVersionMovesIt() {
            waitForReviewOf(1, "2027-01-01");

            policy().given(POLICY_DRAFTED, FIRST, REVISED).when(publish("2026-06-01", "2027-06-01"));

            assertThat(reminders.waiting())
                    .isEqualTo(Map.of(REMINDER + "2:2027-06-01", Instant.parse("2027-06-01T23:00:00Z")));
        }

        @Test
        void aReviewMovesIt() {
            waitForReviewOf(1, "2027-01-01");

            policy().given(POLICY_DRAFTED, FIRST).when(review("2026-11-10", "2027-11-10"));

            assertThat(reminders.waiting())
                    .isEqualTo(Map.of(REMINDER + "1:2027-11-10", Instant.parse("2027-11-11T00:00:00Z")));
        }

        @Test
        void theNextReviewMovesWhatTheLastOneSet() {
            waitForReviewOf(1, "2027-11-10");

            policy().given(POLICY_DRAFTED, FIRST, REVIEWED).when(review("2026-11-14", "2028-01-01"));

            assertThat(reminders.waiting()).containsOnlyKeys(REMINDER + "1:2028-01-01");
        }

        @Test
        void aReviewThatSetsTheSameDayKeepsIt() {
            waitForReviewOf(1, "2027-01-01");

            policy().given(POLICY_DRAFTED, FIRST).when(review("2026-11-10", "2027-01-01"));

            assertThat(reminders.waiting()).containsOnlyKeys(REMINDER + "1:2027-01-01");
        }

        @Test
        void withdrawalCallsItOff() {
            waitForReviewOf(1, "2027-01-01");

            policy().given(POLICY_DRAFTED, FIRST).when(withdraw());

            assertThat(reminders.waiting()).isEmpty();
        }

        @Test
        void whatIsRefusedMovesNothing() {
            waitForReviewOf(1, "2027-01-01");

            policy().given(POLICY_DRAFTED, FIRST).when(publish("2026-06-01", "2027-06-01"));
            policy().given(POLICY_DRAFTED, FIRST, REVISED).when(publish("2025-12-31", "2027-06-01"));
            policy().given(POLICY_DRAFTED, FIRST).when(review("2026-11-10", "2027-11-10"), ifMatch(1));
            policy().given(POLICY_DRAFTED, FIRST).when(withdraw(), ifMatch(1));

            assertThat(reminders.waiting()).containsOnlyKeys(REMINDER + "1:2027-01-01");
        }

        /** Spring nights are short and autumn nights long: the day ends at midnight by London's clocks all the same. */
        @ParameterizedTest
        @CsvSource({
            "2026-03-28, 2026-03-29T00:00:00Z",
            "2026-03-29, 2026-03-29T23:00:00Z",
            "2026-10-24, 2026-10-24T23:00:00Z",
            "2026-10-25, 2026-10-26T00:00:00Z",
            "2027-03-27, 2027-03-28T00:00:00Z",
            "2027-03-28, 2027-03-28T23:00:00Z",
            "2027-10-30, 2027-10-30T23:00:00Z",
            "2027-10-31, 2027-11-01T00:00:00Z",
        })
        void theLastDayEndsAtMidnightInLondonAlsoWhereTheClocksChange(String reviewBy, Instant end) {
            policyOn(day("2026-01-01")).given(POLICY_DRAFTED).when(publish("2026-01-01", reviewBy));

            assertThat(reminders.waiting()).isEqualTo(Map.of(REMINDER + "1:" + reviewBy, end));
        }

        private void waitForReviewOf(int version, String by) {
            reminders.set(Instant.EPOCH, PolicyReminders.REVIEW, "social-media", version + ":" + by);
        }
    }

    @Nested
    class Reviewing {

        @Test
        void aReviewSaysOfWhichVersionWhenAndByWhenAgain() {
            policy().given(POLICY_DRAFTED, FIRST)
                    .when(review("2026-11-10", "2027-11-10"))
                    .expectEvents(REVIEWED)
                    .expectResultMessagePayload(new Answer("social-media", 3));
        }

        @Test
        void theSameReviewAgainIsARetry() {
            policy().given(POLICY_DRAFTED, FIRST, REVIEWED, REVISED)
                    .when(review("2026-11-10", "2027-11-10"))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("social-media", 3));
        }

        @Test
        void whatIsRevisedButNotPublishedLeavesTheVersionToBeReviewed() {
            policy().given(POLICY_DRAFTED, FIRST, REVISED)
                    .when(review("2026-11-10", "2027-11-10"))
                    .expectEvents(REVIEWED);
        }

        @Test
        void itIsTheLatestVersionThatIsReviewed() {
            policy().given(POLICY_DRAFTED, FIRST, REVIEWED, REVISED, version(2, Significance.MINOR, "2026-06-01"))
                    .when(review("2026-11-10", "2027-11-10"))
                    .expectEvents(new PolicyReviewedUnchanged(
                            "social-media", 2, day("2026-11-10"), day("2027-11-10"), "It stands"));
        }

        @Test
        void aReviewAfterItsDayIsRecordedToo() {
            policy().given(POLICY_DRAFTED, FIRST, new PolicyReviewMissed("social-media", 1, day("2027-01-01")))
                    .when(review("2026-11-10", "2027-11-10"))
                    .expectEvents(REVIEWED);
        }

        @Test
        void aReviewIsTodayOrEarlier() {
            policy().given(POLICY_DRAFTED, FIRST)
                    .when(review(TODAY.toString(), "2027-11-10"))
                    .expectSuccessfulHandlerExecution();
            policy().given(POLICY_DRAFTED, FIRST)
                    .when(review(TODAY.plusDays(1).toString(), "2027-11-10"))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("date-in-future", "/reviewedOn"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"2026-11-10", "2026-11-09"})
        void theNextReviewLiesAfterThisOne(String next) {
            policy().given(POLICY_DRAFTED, FIRST)
                    .when(review("2026-11-10", next))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("invalid", "/nextReviewBy"));
        }

        @Test
        void aStaleReviewIsRefused() {
            policy().given(POLICY_DRAFTED, FIRST, REVISED)
                    .when(review("2026-11-10", "2027-11-10"), ifMatch(2))
                    .expectNoEvents()
                    .expectException(Refused.asStale(3));
        }

        @Test
        void nothingIsReviewedThatWasNotDrafted() {
            policy().givenNoPriorActivity()
                    .when(review("2026-11-10", "2027-11-10"))
                    .expectNoEvents()
                    .expectException(AggregateNotFoundException.class);
        }
    }

    /** What the reminder leads to once the day is over. */
    @Nested
    class Missing {

        private FixtureConfiguration<Policy> policy() {
            return policyOn(day("2027-11-11"));
        }

        @ParameterizedTest
        @CsvSource({"2026-11-15, false", "2027-01-01, false", "2027-01-02, true"})
        void itIsMissedOnceTheDayIsOverAndNotBefore(LocalDate today, boolean over) {
            ResultValidator<Policy> result =
                    policyOn(today).given(POLICY_DRAFTED, FIRST).when(NOTE);

            if (over) {
                result.expectEvents(MISSED);
            } else {
                result.expectNoEvents().expectException(IllegalStateException.class);
            }
        }

        private static final PolicyReviewMissed MISSED =
                new PolicyReviewMissed("social-media", 1, LocalDate.parse("2027-01-01"));
        private static final NotePolicyReviewMissed NOTE =
                new NotePolicyReviewMissed("social-media", 1, LocalDate.parse("2027-01-01"));

        @Test
        void aReviewThatNobodyDidWasMissed() {
            policy().given(POLICY_DRAFTED, FIRST)
                    .when(NOTE)
                    .expectEvents(MISSED)
                    .expectResultMessagePayload(new Answer("social-media", 3));
        }

        @Test
        void itIsMissedOnce() {
            policy().given(POLICY_DRAFTED, FIRST, MISSED).when(NOTE).expectNoEvents();
        }

        @Test
        void aRevisionIsNoReview() {
            policy().given(POLICY_DRAFTED, FIRST, REVISED).when(NOTE).expectEvents(MISSED);
        }

        @Test
        void whatWasReviewedReplacedOrWithdrawnMeanwhileWasNotMissed() {
            policy().given(POLICY_DRAFTED, FIRST, REVIEWED).when(NOTE).expectNoEvents();
            policy().given(POLICY_DRAFTED, FIRST, REVISED, version(2, Significance.MINOR, "2026-01-01"))
                    .when(NOTE)
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("social-media", 4));
            policy().given(POLICY_DRAFTED, FIRST, WITHDRAWN).when(NOTE).expectNoEvents();
        }

        @Test
        void theNextDayCanBeMissedToo() {
            policy().given(POLICY_DRAFTED, FIRST, MISSED, REVIEWED)
                    .when(new NotePolicyReviewMissed("social-media", 1, day("2027-11-10")))
                    .expectEvents(new PolicyReviewMissed("social-media", 1, day("2027-11-10")));
        }
    }

    @Nested
    class Withdrawing {

        @Test
        void aPolicyIsWithdrawnFromTodayOn() {
            policy().given(POLICY_DRAFTED, FIRST)
                    .when(withdraw())
                    .expectEvents(WITHDRAWN)
                    .expectResultMessagePayload(new Answer("social-media", 3));
        }

        @Test
        void aDraftCanBeWithdrawn() {
            policy().given(POLICY_DRAFTED).when(withdraw()).expectEvents(WITHDRAWN);
        }

        @Test
        void theSameWithdrawalAgainIsARetryAlsoAfterMidnight() {
            policyOn(TODAY.plusDays(1))
                    .given(POLICY_DRAFTED, FIRST, WITHDRAWN)
                    .when(withdraw())
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("social-media", 3));
        }

        @Test
        void aStaleWithdrawalIsRefused() {
            policy().given(POLICY_DRAFTED, FIRST)
                    .when(withdraw(), ifMatch(1))
                    .expectNoEvents()
                    .expectException(Refused.asStale(2));
        }
    }

    static Stream<Arguments> everyCommandInEveryState() {
        List<Object> draft = List.of(POLICY_DRAFTED);
        List<Object> published = List.of(POLICY_DRAFTED, FIRST, REVISED);
        List<Object> withdrawn = List.of(POLICY_DRAFTED, FIRST, REVISED, WITHDRAWN);
        RevisePolicy revise =
                new RevisePolicy("social-media", new PolicyCommand.Revision(CONTENT, "Back to the beginning"));
        PublishPolicyVersion publish = publish("2026-11-01", "2027-11-01");
        ReviewPolicyUnchanged review = review("2026-11-10", "2027-11-10");
        WithdrawPolicy withdraw =
                new WithdrawPolicy("social-media", new PolicyCommand.Withdrawal("For another reason"));
        return Stream.of(
                arguments("DRAFT", draft, revise, true),
                arguments("DRAFT", draft, publish, true),
                arguments("DRAFT", draft, review, false),
                arguments("DRAFT", draft, withdraw, true),
                arguments("PUBLISHED", published, revise, true),
                arguments("PUBLISHED", published, publish, true),
                arguments("PUBLISHED", published, review, true),
                arguments("PUBLISHED", published, withdraw, true),
                arguments("WITHDRAWN", withdrawn, revise, false),
                arguments("WITHDRAWN", withdrawn, publish, false),
                arguments("WITHDRAWN", withdrawn, review, false),
                arguments("WITHDRAWN", withdrawn, withdraw, false));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("everyCommandInEveryState")
    void whatMayBeDoneDependsOnWhatWasDone(String state, List<Object> before, PolicyCommand command, boolean allowed) {
        if (allowed) {
            policy().given(before).when(command).expectSuccessfulHandlerExecution();
            return;
        }
        List<String> possible = state.equals("DRAFT") ? List.of("revisions", "versions", "withdrawal") : List.of();
        policy().given(before)
                .when(command)
                .expectNoEvents()
                .expectException(Refused.byRule("not-allowed-in-state", Map.of("state", state, "allowed", possible)));
        assertThat(reminders.waiting()).isEmpty();
    }

    private static PublishPolicyVersion publish(String effectiveFrom, String reviewBy) {
        return new PublishPolicyVersion(
                "social-media",
                new PolicyCommand.Publication(Significance.MAJOR, "Changed", day(effectiveFrom), day(reviewBy)));
    }

    private static ReviewPolicyUnchanged review(String reviewedOn, String nextReviewBy) {
        return new ReviewPolicyUnchanged(
                "social-media", new PolicyCommand.Review(day(reviewedOn), day(nextReviewBy), "It stands"));
    }

    private static WithdrawPolicy withdraw() {
        return new WithdrawPolicy("social-media", new PolicyCommand.Withdrawal("Done with"));
    }
}
