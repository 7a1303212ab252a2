package org.ninetyten.command.transgression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Bench.ifMatch;
import static org.ninetyten.command.story.Story.ACCOUNT_REQUESTED;
import static org.ninetyten.command.story.Story.AMINA;
import static org.ninetyten.command.story.Story.AMINA_REGISTERED;
import static org.ninetyten.command.story.Story.BEN;
import static org.ninetyten.command.story.Story.BEN_REGISTERED;
import static org.ninetyten.command.story.Story.POLICY_DRAFTED;
import static org.ninetyten.command.story.Story.SERGEANT;
import static org.ninetyten.command.story.Story.acknowledged;
import static org.ninetyten.command.story.Story.day;
import static org.ninetyten.command.story.Story.training;
import static org.ninetyten.command.story.Story.version;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.story.Bench;
import org.ninetyten.command.story.KnownStreams;
import org.ninetyten.command.story.Refused;
import org.ninetyten.command.transgression.TransgressionCommand.ReportTransgression;
import org.ninetyten.events.account.AccountEvent.AccountClosed;
import org.ninetyten.events.account.AccountEvent.OperatorAdded;
import org.ninetyten.events.account.AccountEvent.OperatorRemoved;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Significance;
import org.ninetyten.events.transgression.PinnedFacts;
import org.ninetyten.events.transgression.Post;
import org.ninetyten.events.transgression.TransgressionEvent;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionAssessed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionClosed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReopened;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionWithdrawn;

class TransgressionTest {

    private static final Instant NOW = Instant.parse("2026-11-15T12:00:00Z");
    private static final Instant POSTED = Instant.parse("2026-05-01T09:30:00Z");
    private static final PinnedFacts ALL_WELL = new PinnedFacts("social-media", 1, true, true, 0);

    private final KnownStreams known = new KnownStreams().with(AMINA_REGISTERED, BEN_REGISTERED, ACCOUNT_REQUESTED);

    private final KnownCases cases = new KnownCases();

    private FixtureConfiguration<Transgression> transgression() {
        return Bench.on(TODAY, Transgression.class, known, cases, new KnownConcerns());
    }

    @Nested
    class Reporting {

        private Reporting() {
            known.with(training("t-1", "2026-01-01"), acknowledged(1, "2026-01-05"))
                    .with(POLICY_DRAFTED, version(1, Significance.MAJOR, "2026-01-01"));
        }

        @Test
        void aReportPinsWhatWasSoWhenThePostWasMade() {
            transgression()
                    .givenNoPriorActivity()
                    .when(report("amina", POSTED, SERGEANT))
                    .expectEvents(reported(POSTED, false, ALL_WELL))
                    .expectResultMessagePayload(new Answer("case-1", 1));
        }

        @Test
        void thePostIsKeptWithTheDigestOfItsUtf8Bytes() {
            transgression()
                    .givenNoPriorActivity()
                    .when(new ReportTransgression(
                            "case-1",
                            new TransgressionCommand.Report(
                                    "harbour-x",
                                    "amina",
                                    POSTED,
                                    new TransgressionCommand.ReportedPost("café", "https://social.example/1"),
                                    Category.OTHER,
                                    "d",
                                    "a resident",
                                    null),
                            SERGEANT))
                    .expectEvents(new TransgressionReported(
                            "case-1",
                            "harbour-x",
                            "amina",
                            POSTED,
                            new Post(
                                    "café",
                                    "https://social.example/1",
                                    "850f7dc43910ff890f8879c0ed26fe697c93a067ad93a7d50f466a7028a9bf4e"),
                            Category.OTHER,
                            "d",
                            "a resident",
                            false,
                            ALL_WELL,
                            null));
        }

        @Test
        void anOfficerMayReportThemselves() {
            transgression()
                    .givenNoPriorActivity()
                    .when(report("amina", POSTED, AMINA))
                    .expectEvents(reported(POSTED, true, ALL_WELL));
        }

        @Test
        void anOfficerMayNotReportSomeoneElse() {
            transgression()
                    .givenNoPriorActivity()
                    .when(report("amina", POSTED, BEN))
                    .expectNoEvents()
                    .expectException(Refused.asForbidden());
        }

        @Test
        void aPostMayHaveBeenMadeThisInstantButNotInTheFuture() {
            transgression()
                    .givenNoPriorActivity()
                    .when(report("amina", NOW, SERGEANT))
                    .expectEvents(reported(NOW, false, ALL_WELL));
            transgression()
                    .givenNoPriorActivity()
                    .when(report("amina", NOW.plusNanos(1_000), SERGEANT))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("date-in-future", "/postedAt"));
        }

        @Test
        void theAccountMustBeThere() {
            transgression()
                    .givenNoPriorActivity()
                    .when(new ReportTransgression("case-1", body("no-such", "amina", POSTED, "d"), SERGEANT))
                    .expectNoEvents()
                    .expectException(Refused.byRule("no-such-account"));
        }

        @Test
        void theOfficerMustBeThere() {
            transgression()
                    .givenNoPriorActivity()
                    .when(report("nobody", POSTED, SERGEANT))
                    .expectNoEvents()
                    .expectException(Refused.byRule("no-such-officer"));
        }

        @Test
        void theOfficerMustHaveBeenAbleToPostWithTheAccount() {
            transgression()
                    .givenNoPriorActivity()
                    .when(report("ben", POSTED, SERGEANT))
                    .expectNoEvents()
                    .expectException(Refused.byRule("not-holder-or-operator"));
        }

        @Test
        void anOperatorIsReportedForWhatTheyPostedAlsoOnceRemovedAndTheAccountClosed() {
            known.with(
                    new OperatorAdded(
                            "harbour-x", "ben", day("2026-04-01"), "social-media", 1, 1, "t-1", day("2028-01-01")),
                    new OperatorRemoved("harbour-x", "ben", day("2026-05-01")),
                    new AccountClosed("harbour-x", "Merged"));

            transgression()
                    .givenNoPriorActivity()
                    .when(report("ben", POSTED, SERGEANT))
                    .expectSuccessfulHandlerExecution();
            transgression()
                    .givenNoPriorActivity()
                    .when(report("ben", POSTED.plus(Duration.ofDays(1)), SERGEANT))
                    .expectNoEvents()
                    .expectException(Refused.byRule("not-holder-or-operator"));
        }

        @Test
        void nobodyCouldPostBeforeTheAccountWasOpened() {
            transgression()
                    .givenNoPriorActivity()
                    .when(report("amina", Instant.parse("2026-01-31T23:59:59Z"), SERGEANT))
                    .expectNoEvents()
                    .expectException(Refused.byRule("not-holder-or-operator"));
        }

        @Test
        void aRetryMeansTheFactsAsTheyWerePinnedThen() {
            PinnedFacts pinnedThen = new PinnedFacts("social-media", 1, false, false, 0);

            transgression()
                    .given(reported(POSTED, false, pinnedThen))
                    .when(report("amina", POSTED, SERGEANT), ifMatch(9))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("case-1", 1));
        }

        @Test
        void theSameIdForAnotherPostIsAConflict() {
            transgression()
                    .given(reported(POSTED, false, ALL_WELL))
                    .when(report("amina", POSTED.plusSeconds(1), SERGEANT))
                    .expectNoEvents()
                    .expectException(Refused.byRule("id-conflict"));
        }

        @Test
        void aVersionThatNeverWasIsStale() {
            transgression()
                    .givenNoPriorActivity()
                    .when(report("amina", POSTED, SERGEANT), ifMatch(1))
                    .expectNoEvents()
                    .expectException(Refused.asStale(0));
        }
    }

    @Nested
    class Pinned {

        @Test
        void withoutAVersionInForceThereIsNothingToJudgeThePostBy() {
            known.with(POLICY_DRAFTED, version(1, Significance.MAJOR, "2026-05-02"));

            transgression()
                    .givenNoPriorActivity()
                    .when(report("amina", POSTED, SERGEANT))
                    .expectNoEvents()
                    .expectException(Refused.byRule("no-policy-in-force"));
        }

        @ParameterizedTest(name = "posted {0}: version {1} in force, acknowledged {2}, trained {3}")
        @CsvSource({
            // Winter: a day begins at midnight UTC.
            "2026-02-28T23:59:59.999Z, 1, true, true",
            "2026-03-01T00:00:00Z, 2, false, true",
            // Spring: the clocks go forward on 29 March, but midnight was still at midnight UTC.
            "2026-03-28T23:59:59Z, 2, false, true",
            "2026-03-29T00:00:00Z, 3, false, true",
            // Summer: a day begins at 23:00 UTC of the day before.
            "2026-05-31T22:59:59.999Z, 3, false, true",
            "2026-05-31T23:00:00Z, 3, true, true",
            "2026-06-30T22:59:59Z, 3, true, true",
            "2026-06-30T23:00:00Z, 4, true, true",
            // Autumn: the clocks go back on 25 October; that day has 25 hours, and the next begins at midnight UTC.
            "2026-10-24T22:59:59Z, 4, true, true",
            "2026-10-24T23:00:00Z, 4, true, false",
            "2026-10-25T00:30:00Z, 4, true, false",
            "2026-10-25T23:30:00Z, 4, true, false",
            "2026-10-26T00:00:00Z, 5, false, false",
        })
        void thePostedInstantIsADayInLondon(Instant posted, int version, boolean acknowledged, boolean trained) {
            known.with(POLICY_DRAFTED, version(1, Significance.MAJOR, "2026-01-01"))
                    .with(version(2, Significance.MAJOR, "2026-03-01"), version(3, Significance.MAJOR, "2026-03-29"))
                    .with(version(4, Significance.MINOR, "2026-07-01"), version(5, Significance.MAJOR, "2026-10-26"))
                    .with(acknowledged(1, "2026-01-05"), acknowledged(3, "2026-06-01"))
                    .with(training("t-1", "2024-10-24"));

            transgression()
                    .givenNoPriorActivity()
                    .when(report("amina", posted, SERGEANT))
                    .expectEvents(reported(
                            posted, false, new PinnedFacts("social-media", version, acknowledged, trained, 0)));
        }

        @Test
        void whatWasAcknowledgedAndLearntAfterThePostDoesNotCount() {
            known.with(POLICY_DRAFTED, version(1, Significance.MAJOR, "2026-01-01"))
                    .with(acknowledged(1, "2026-05-02"), training("t-1", "2026-05-02"));

            transgression()
                    .givenNoPriorActivity()
                    .when(report("amina", POSTED, SERGEANT))
                    .expectEvents(reported(POSTED, false, new PinnedFacts("social-media", 1, false, false, 0)));
        }

        /** Amina's earlier post and what became of it, against a look-back of twelve months. */
        @ParameterizedTest(name = "posted {0}, {1}: {2}")
        @CsvSource({
            "2026-04-01T09:30:00Z, 'breach', 1",
            // The look-back ends with the day and hour of the post, a year earlier.
            "2025-05-01T09:30:00Z, 'breach', 1",
            "2025-05-01T09:29:59Z, 'breach', 0",
            // What was posted at the same time or later came not before.
            "2026-05-01T09:30:00Z, 'breach', 0",
            "2026-05-01T09:30:01Z, 'breach', 0",
            "2026-04-01T09:30:00Z, '', 0",
            "2026-04-01T09:30:00Z, 'no breach', 0",
            "2026-04-01T09:30:00Z, 'breach, withdrawn', 0",
            "2026-04-01T09:30:00Z, 'breach, closed', 1",
            "2026-04-01T09:30:00Z, 'breach, closed, reopened', 0",
            "2026-04-01T09:30:00Z, 'breach, closed, reopened, breach', 1",
            "2026-04-01T09:30:00Z, 'breach, closed, reopened, no breach', 0",
        })
        void earlierBreachesAreCountedWithinTheLookBack(Instant earlier, String outcome, int breaches) {
            known.with(POLICY_DRAFTED, version(1, Significance.MAJOR, "2025-01-01"));
            cases.reported("amina", "case-0");
            cases.reported("ben", "case-of-ben");
            known.with(earlierCase("case-0", earlier), earlierCase("case-of-ben", earlier));
            known.with(became("case-of-ben", "breach"));
            for (String step : outcome.isEmpty() ? new String[0] : outcome.split(", ", -1)) {
                known.with(became("case-0", step));
            }

            transgression()
                    .givenNoPriorActivity()
                    .when(report("amina", POSTED, SERGEANT))
                    .expectEvents(reported(POSTED, false, new PinnedFacts("social-media", 1, false, false, breaches)));
            assertThat(cases.of("amina")).containsExactly("case-0", "case-1");
        }

        @Test
        void everyEarlierBreachCounts() {
            known.with(POLICY_DRAFTED, version(1, Significance.MAJOR, "2025-01-01"));
            for (int i = 0; i < 3; i++) {
                String id = "earlier-" + i;
                cases.reported("amina", id);
                known.with(earlierCase(id, POSTED.minusSeconds(60 + i)), became(id, "breach"));
            }

            transgression()
                    .givenNoPriorActivity()
                    .when(report("amina", POSTED, SERGEANT))
                    .expectEvents(reported(POSTED, false, new PinnedFacts("social-media", 1, false, false, 3)));
        }

        @Test
        void aLateReportPinsTheVersionInForceWhenItWasPosted() {
            known.with(POLICY_DRAFTED, version(1, Significance.MAJOR, "2026-01-01"))
                    .with(version(2, Significance.MAJOR, "2026-05-02"), acknowledged(1, "2026-01-05"));

            transgression()
                    .givenNoPriorActivity()
                    .when(report("amina", POSTED, SERGEANT))
                    .expectEvents(reported(POSTED, false, new PinnedFacts("social-media", 1, true, false, 0)));
        }

        private static TransgressionReported earlierCase(String id, Instant postedAt) {
            return new TransgressionReported(
                    id,
                    "harbour-x",
                    "amina",
                    postedAt,
                    new Post("abc", null, ""),
                    Category.PERSONAL_DATA,
                    "d",
                    null,
                    false,
                    ALL_WELL,
                    null);
        }

        private static TransgressionEvent became(String id, String step) {
            return switch (step) {
                case "breach" -> assessed(id, true);
                case "no breach" -> assessed(id, false);
                case "withdrawn" -> new TransgressionWithdrawn(id, "amina", "harbour-x", "r");
                case "closed" -> new TransgressionClosed(id, "amina", "harbour-x", "n");
                case "reopened" -> new TransgressionReopened(id, "amina", "harbour-x", "r");
                default -> throw new IllegalArgumentException(step);
            };
        }

        private static TransgressionAssessed assessed(String id, boolean breach) {
            return new TransgressionAssessed(
                    id,
                    "amina",
                    "harbour-x",
                    TODAY,
                    breach,
                    "social-media",
                    1,
                    List.of(),
                    null,
                    null,
                    List.of(),
                    null,
                    List.of(),
                    null,
                    null,
                    "e",
                    null,
                    null);
        }
    }

    private static ReportTransgression report(String officerId, Instant postedAt, Actor by) {
        return new ReportTransgression("case-1", body("harbour-x", officerId, postedAt, "A name was in it"), by);
    }

    private static TransgressionCommand.Report body(
            String accountId, String officerId, Instant postedAt, String description) {
        return new TransgressionCommand.Report(
                accountId,
                officerId,
                postedAt,
                new TransgressionCommand.ReportedPost("abc", null),
                Category.PERSONAL_DATA,
                description,
                null,
                null);
    }

    private static TransgressionReported reported(Instant postedAt, boolean selfReported, PinnedFacts pinned) {
        return new TransgressionReported(
                "case-1",
                "harbour-x",
                "amina",
                postedAt,
                // The digest of "abc" as FIPS 180 gives it.
                new Post("abc", null, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
                Category.PERSONAL_DATA,
                "A name was in it",
                null,
                selfReported,
                pinned,
                null);
    }
}
