package org.ninetyten.command.policy;

import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Bench.ifMatch;
import static org.ninetyten.command.story.Story.CONTENT;
import static org.ninetyten.command.story.Story.POLICY_DRAFTED;
import static org.ninetyten.command.story.Story.content;
import static org.ninetyten.command.story.Story.day;
import static org.ninetyten.command.story.Story.version;

import java.time.LocalDate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.policy.PolicyCommand.DraftPolicy;
import org.ninetyten.command.policy.PolicyCommand.PublishPolicyVersion;
import org.ninetyten.command.policy.PolicyCommand.RevisePolicy;
import org.ninetyten.command.story.Bench;
import org.ninetyten.command.story.KnownStreams;
import org.ninetyten.command.story.Refused;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.events.policy.PolicyEvent.PolicyRevised;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.Significance;

class PolicyTest {

    private static final PolicyContent OTHER = content("To be heard when it matters");
    private static final PolicyContent WRONG = content(" ");
    private static final PolicyRevised REVISED = new PolicyRevised("social-media", OTHER, "After the spring review");

    private FixtureConfiguration<Policy> policy() {
        return Bench.on(TODAY, Policy.class, new KnownStreams());
    }

    @Nested
    class Drafting {

        @Test
        void aPolicyStartsWithADraft() {
            policy().givenNoPriorActivity()
                    .when(draft("Social media", CONTENT))
                    .expectEvents(POLICY_DRAFTED)
                    .expectResultMessagePayload(new Answer("social-media", 1));
        }

        @Test
        void contentThatBreaksARuleIsRefused() {
            policy().givenNoPriorActivity()
                    .when(draft("Social media", WRONG))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("invalid", "/content/purpose"));
        }

        @Test
        void aRetryIsAnsweredAsTheFirstWasAlsoAfterLaterEvents() {
            policy().given(POLICY_DRAFTED, REVISED, version(1, Significance.MAJOR, "2026-01-01"))
                    .when(draft("Social media", CONTENT), ifMatch(1))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("social-media", 1));
        }

        @Test
        void theSameIdForAnotherPolicyIsAConflict() {
            policy().given(POLICY_DRAFTED)
                    .when(draft("Email", CONTENT))
                    .expectNoEvents()
                    .expectException(Refused.byRule("id-conflict"));
        }

        @Test
        void aVersionThatNeverWasIsStale() {
            policy().givenNoPriorActivity()
                    .when(draft("Social media", CONTENT), ifMatch(2))
                    .expectNoEvents()
                    .expectException(Refused.asStale(0));
        }

        private DraftPolicy draft(String title, PolicyContent content) {
            return new DraftPolicy("social-media", new PolicyCommand.Draft(title, content));
        }
    }

    @Nested
    class Revising {

        @Test
        void aRevisionCarriesTheWholeDraftAndWhy() {
            policy().given(POLICY_DRAFTED)
                    .when(revise(OTHER, "After the spring review"))
                    .expectEvents(REVISED)
                    .expectResultMessagePayload(new Answer("social-media", 2));
        }

        @Test
        void contentThatBreaksARuleIsRefused() {
            policy().given(POLICY_DRAFTED)
                    .when(revise(WRONG, "After the spring review"))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("invalid", "/content/purpose"));
        }

        @Test
        void theSameRevisionAgainIsARetry() {
            policy().given(POLICY_DRAFTED, REVISED, version(1, Significance.MAJOR, "2026-01-01"))
                    .when(revise(OTHER, "After the spring review"), ifMatch(1))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("social-media", 2));
        }

        @Test
        void aDraftMayGoBackToWhatItOnceSaid() {
            policy().given(POLICY_DRAFTED, REVISED)
                    .when(revise(CONTENT, "Not so fast"))
                    .expectEvents(new PolicyRevised("social-media", CONTENT, "Not so fast"));
        }

        @Test
        void aStaleRevisionIsRefused() {
            policy().given(POLICY_DRAFTED, REVISED)
                    .when(revise(CONTENT, "Not so fast"), ifMatch(1))
                    .expectNoEvents()
                    .expectException(Refused.asStale(2));
        }

        @Test
        void nothingIsRevisedThatWasNotDrafted() {
            policy().givenNoPriorActivity()
                    .when(revise(OTHER, "After the spring review"))
                    .expectNoEvents()
                    .expectException(AggregateNotFoundException.class);
        }

        private RevisePolicy revise(PolicyContent content, String reason) {
            return new RevisePolicy("social-media", new PolicyCommand.Revision(content, reason));
        }
    }

    @Nested
    class Publishing {

        @Test
        void theFirstVersionIsTheDraftAsItStands() {
            policy().given(POLICY_DRAFTED)
                    .when(publish(Significance.MAJOR, "Version 1", day("2026-01-01"), day("2027-01-01")))
                    .expectEvents(version(1, Significance.MAJOR, "2026-01-01"))
                    .expectResultMessagePayload(new Answer("social-media", 2, "1"));
        }

        @Test
        void aLaterVersionIsTheRevisedDraft() {
            policy().given(POLICY_DRAFTED, version(1, Significance.MAJOR, "2026-01-01"), REVISED)
                    .when(publish(Significance.MINOR, "Wording", day("2026-06-01"), day("2027-06-01")))
                    .expectEvents(new PolicyVersionPublished(
                            "social-media",
                            2,
                            Significance.MINOR,
                            OTHER,
                            "Wording",
                            day("2026-06-01"),
                            day("2027-06-01")))
                    .expectResultMessagePayload(new Answer("social-media", 4, "2"));
        }

        @Test
        void aVersionIsInForceFromTodayUnlessTheCommandSaysWhen() {
            policy().given(POLICY_DRAFTED)
                    .when(publish(Significance.MAJOR, "Version 1", null, TODAY.plusYears(1)))
                    .expectEvents(version(1, Significance.MAJOR, TODAY.toString()));
        }

        @Test
        void aVersionMayComeIntoForceOnTheDayOfThePreviousOneButNotBefore() {
            policy().given(POLICY_DRAFTED, version(1, Significance.MAJOR, "2026-06-01"), REVISED)
                    .when(publish(Significance.MAJOR, "Again", day("2026-06-01"), day("2027-06-01")))
                    .expectEvents(new PolicyVersionPublished(
                            "social-media",
                            2,
                            Significance.MAJOR,
                            OTHER,
                            "Again",
                            day("2026-06-01"),
                            day("2027-06-01")));
            policy().given(POLICY_DRAFTED, version(1, Significance.MAJOR, "2026-06-01"), REVISED)
                    .when(publish(Significance.MAJOR, "Again", day("2026-05-31"), day("2027-06-01")))
                    .expectNoEvents()
                    .expectException(Refused.byRule("effective-from-before-previous"));
        }

        @Test
        void anUnchangedDraftIsNotPublishedAgain() {
            policy().given(POLICY_DRAFTED, version(1, Significance.MAJOR, "2026-01-01"))
                    .when(publish(Significance.MAJOR, "Again", day("2026-06-01"), day("2027-06-01")))
                    .expectNoEvents()
                    .expectException(Refused.byRule("nothing-to-publish"));
        }

        @Test
        void theSameSaidOfARevisedDraftIsAnotherVersion() {
            policy().given(POLICY_DRAFTED, version(1, Significance.MAJOR, "2026-01-01"), REVISED)
                    .when(publish(Significance.MAJOR, "Version 1", day("2026-01-01"), day("2027-01-01")))
                    .expectEvents(new PolicyVersionPublished(
                            "social-media",
                            2,
                            Significance.MAJOR,
                            OTHER,
                            "Version 1",
                            day("2026-01-01"),
                            day("2027-01-01")));
        }

        @Test
        void aVersionIsNotDueForReviewBeforeItIsInForce() {
            policy().given(POLICY_DRAFTED)
                    .when(publish(Significance.MAJOR, "Version 1", TODAY, TODAY.minusDays(1)))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("invalid", "/reviewBy"));
        }

        @Test
        void aStalePublicationIsRefused() {
            policy().given(POLICY_DRAFTED, REVISED)
                    .when(publish(Significance.MAJOR, "Version 1", TODAY, TODAY.plusYears(1)), ifMatch(1))
                    .expectNoEvents()
                    .expectException(Refused.asStale(2));
        }

        @Test
        void nothingIsPublishedThatWasNotDrafted() {
            policy().givenNoPriorActivity()
                    .when(publish(Significance.MAJOR, "Version 1", TODAY, TODAY.plusYears(1)))
                    .expectNoEvents()
                    .expectException(AggregateNotFoundException.class);
        }

        private PublishPolicyVersion publish(
                Significance significance, String summary, @Nullable LocalDate effectiveFrom, LocalDate reviewBy) {
            return new PublishPolicyVersion(
                    "social-media", new PolicyCommand.Publication(significance, summary, effectiveFrom, reviewBy));
        }
    }
}
