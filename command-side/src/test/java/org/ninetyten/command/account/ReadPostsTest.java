package org.ninetyten.command.account;

import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Bench.ifMatch;
import static org.ninetyten.command.story.Story.ACCOUNT_REQUESTED;
import static org.ninetyten.command.story.Story.day;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ninetyten.command.account.PostCommand.CommendPost;
import org.ninetyten.command.account.PostCommand.SamplePosts;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.story.Bench;
import org.ninetyten.command.story.KnownStreams;
import org.ninetyten.command.story.Refused;
import org.ninetyten.events.account.AccountEvent;
import org.ninetyten.events.account.AccountEvent.AccountAuthorised;
import org.ninetyten.events.account.AccountEvent.AccountClosed;
import org.ninetyten.events.account.AccountEvent.AccountRefused;
import org.ninetyten.events.account.AccountEvent.AccountSuspended;
import org.ninetyten.events.account.AccountEvent.OperatorAdded;
import org.ninetyten.events.account.AccountEvent.OperatorRemoved;
import org.ninetyten.events.account.AccountEvent.PostCommended;
import org.ninetyten.events.account.AccountEvent.PostsSampled;

/** Posts that were read, of an account opened on 1 February. */
class ReadPostsTest {

    private static final AccountAuthorised AUTHORISED = new AccountAuthorised(
            "harbour-x", "amina", day("2026-10-01"), "social-media", 1, 1, "t-1", day("2028-01-01"));
    private static final AccountSuspended SUSPENDED = new AccountSuspended("harbour-x", "Phone lost", null, null);
    private static final AccountClosed CLOSED = new AccountClosed("harbour-x", "Unit merged");
    private static final OperatorAdded BEN_ADDED =
            new OperatorAdded("harbour-x", "ben", day("2026-03-01"), "social-media", 1, 1, "t-1", day("2028-01-01"));
    private static final OperatorRemoved BEN_REMOVED = new OperatorRemoved("harbour-x", "ben", day("2026-06-30"));

    private static final Instant IN_MAY = Instant.parse("2026-05-01T09:30:00Z");

    @Nested
    class Commending {

        @Test
        void aCommendationIsOfWhoeverCouldPostThen() {
            account(ACCOUNT_REQUESTED, AUTHORISED, BEN_ADDED, BEN_REMOVED)
                    .when(commend(IN_MAY, "Kind"))
                    .expectEvents(commended(IN_MAY, "Kind", "amina", "ben"))
                    .expectResultMessagePayload(new Answer("harbour-x", 5));
            account(ACCOUNT_REQUESTED, AUTHORISED, BEN_ADDED, BEN_REMOVED)
                    .when(commend(Instant.parse("2026-07-01T09:30:00Z"), "Kind"))
                    .expectEvents(commended(Instant.parse("2026-07-01T09:30:00Z"), "Kind", "amina"));
        }

        @Test
        void postsOfASuspendedAndOfAClosedAccountAreStillThere() {
            account(ACCOUNT_REQUESTED, AUTHORISED, SUSPENDED)
                    .when(commend(IN_MAY, "Kind"))
                    .expectEvents(commended(IN_MAY, "Kind", "amina"));
            account(ACCOUNT_REQUESTED, AUTHORISED, CLOSED)
                    .when(commend(IN_MAY, "Kind"))
                    .expectEvents(commended(IN_MAY, "Kind", "amina"));
        }

        @Test
        void anAccountThatWasNeverAuthorisedHasNoPosts() {
            account(ACCOUNT_REQUESTED)
                    .when(commend(IN_MAY, "Kind"))
                    .expectNoEvents()
                    .expectException(Refused.byRule(
                            "not-allowed-in-state",
                            Map.of("state", "REQUESTED", "allowed", AccountState.REQUESTED.allowed())));
            account(ACCOUNT_REQUESTED, new AccountRefused("harbour-x", "No purpose"))
                    .when(commend(IN_MAY, "Kind"))
                    .expectNoEvents()
                    .expectException(
                            Refused.byRule("not-allowed-in-state", Map.of("state", "REFUSED", "allowed", List.of())));
        }

        @Test
        void nothingWasPostedBeforeTheAccountWasOpenedAfterItWasClosedOrTomorrow() {
            account(ACCOUNT_REQUESTED, AUTHORISED)
                    .when(commend(Instant.parse("2026-01-31T23:59:59Z"), "Kind"))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("post-before-account", "/postedAt"));
            KnownStreams closedInJune = new KnownStreams()
                    .recordedAt(Bench.noonOf(day("2026-06-30")).instant(), ACCOUNT_REQUESTED, AUTHORISED, CLOSED);
            Bench.on(TODAY, Account.class, closedInJune)
                    .given(ACCOUNT_REQUESTED, AUTHORISED, CLOSED)
                    .when(commend(Instant.parse("2026-06-30T23:00:00Z"), "Kind"))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("post-after-closure", "/postedAt"));
            account(ACCOUNT_REQUESTED, AUTHORISED)
                    .when(commend(Bench.noonOf(TODAY).instant().plusSeconds(1), "Kind"))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("date-in-future", "/postedAt"));
        }

        @Test
        void aRetryIsAnsweredAsTheFirstWasAlsoWhereAnOperatorWasBroughtInSince() {
            account(ACCOUNT_REQUESTED, AUTHORISED, commended(IN_MAY, "Kind", "amina"), BEN_ADDED)
                    .when(commend(IN_MAY, "Kind"), ifMatch(2))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("harbour-x", 3));
            account(ACCOUNT_REQUESTED, AUTHORISED, commended(IN_MAY, "Kind", "amina"))
                    .when(commend(IN_MAY, "Funny"))
                    .expectNoEvents()
                    .expectException(Refused.byRule("id-conflict"));
        }

        @Test
        void aStaleCommendationIsRefused() {
            account(ACCOUNT_REQUESTED, AUTHORISED)
                    .when(commend(IN_MAY, "Kind"), ifMatch(1))
                    .expectNoEvents()
                    .expectException(Refused.asStale(2));
        }

        @Test
        void anAccountThatIsNotThereHasNoPosts() {
            Bench.on(TODAY, Account.class, new KnownStreams())
                    .givenNoPriorActivity()
                    .when(commend(IN_MAY, "Kind"))
                    .expectException(AggregateNotFoundException.class);
        }
    }

    @Nested
    class Sampling {

        @Test
        void aSampleSaysHowManyWereReadHowManyWereFineAndWhatWasFoundInOthers() {
            account(ACCOUNT_REQUESTED, AUTHORISED)
                    .when(sample(TODAY, 40, 38, "A number plate"))
                    .expectEvents(sampled(TODAY, 40, 38, "A number plate"))
                    .expectResultMessagePayload(new Answer("harbour-x", 3));
        }

        @Test
        void allMayBeFineAndNone() {
            account(ACCOUNT_REQUESTED, AUTHORISED, CLOSED)
                    .when(sample(TODAY, 100_000, 100_000))
                    .expectEvents(sampled(TODAY, 100_000, 100_000));
            account(ACCOUNT_REQUESTED, AUTHORISED, SUSPENDED)
                    .when(sample(day("2026-02-01"), 1, 0, "Rude"))
                    .expectEvents(sampled(day("2026-02-01"), 1, 0, "Rude"));
        }

        @Test
        void figuresThatDoNotAddUpAreRefused() {
            account(ACCOUNT_REQUESTED, AUTHORISED)
                    .when(sample(TODAY, 40, 41))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("invalid", "/good"));
            account(ACCOUNT_REQUESTED, AUTHORISED)
                    .when(sample(TODAY, 40, 39, "A number plate", "A joke"))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("invalid", "/concerns"));
        }

        @Test
        void postsAreNotReadBeforeThereAreAnyNorTomorrow() {
            account(ACCOUNT_REQUESTED, AUTHORISED)
                    .when(sample(day("2026-01-31"), 40, 40))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("sample-before-account", "/sampledOn"));
            account(ACCOUNT_REQUESTED, AUTHORISED)
                    .when(sample(TODAY.plusDays(1), 40, 40))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("date-in-future", "/sampledOn"));
            account(ACCOUNT_REQUESTED)
                    .when(sample(TODAY, 40, 40))
                    .expectNoEvents()
                    .expectException(Refused.byRule(
                            "not-allowed-in-state",
                            Map.of("state", "REQUESTED", "allowed", AccountState.REQUESTED.allowed())));
        }

        @Test
        void aRetryRecordsNothingAndOtherFiguresAreAConflict() {
            account(ACCOUNT_REQUESTED, AUTHORISED, sampled(TODAY, 40, 40), SUSPENDED)
                    .when(sample(TODAY, 40, 40))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("harbour-x", 3));
            account(ACCOUNT_REQUESTED, AUTHORISED, sampled(TODAY, 40, 40))
                    .when(sample(TODAY, 40, 39))
                    .expectNoEvents()
                    .expectException(Refused.byRule("id-conflict"));
        }
    }

    private static TestExecutor<Account> account(AccountEvent... events) {
        return Bench.on(TODAY, Account.class, new KnownStreams().with(events)).given(Arrays.asList(events));
    }

    private static CommendPost commend(Instant postedAt, String why) {
        return new CommendPost("harbour-x", new PostCommand.Commendation("co-1", postedAt, why, null));
    }

    private static PostCommended commended(Instant postedAt, String why, String... officers) {
        return new PostCommended("harbour-x", "co-1", postedAt, why, null, List.of(officers));
    }

    private static SamplePosts sample(LocalDate on, int sampled, int good, String... concerns) {
        return new SamplePosts("harbour-x", new PostCommand.DipSample("s-1", on, sampled, good, List.of(concerns)));
    }

    private static PostsSampled sampled(LocalDate on, int sampled, int good, String... concerns) {
        return new PostsSampled("harbour-x", "s-1", on, sampled, good, List.of(concerns));
    }
}
