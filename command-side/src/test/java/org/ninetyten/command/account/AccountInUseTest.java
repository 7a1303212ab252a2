package org.ninetyten.command.account;

import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Bench.ifMatch;
import static org.ninetyten.command.story.Story.ACCOUNT_REQUESTED;
import static org.ninetyten.command.story.Story.AMINA_REGISTERED;
import static org.ninetyten.command.story.Story.BEN_REGISTERED;
import static org.ninetyten.command.story.Story.COMMS;
import static org.ninetyten.command.story.Story.POLICY_DRAFTED;
import static org.ninetyten.command.story.Story.day;
import static org.ninetyten.command.story.Story.version;

import java.time.LocalDate;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ninetyten.command.account.AccountCommand.AddOperator;
import org.ninetyten.command.account.AccountCommand.AuthoriseAccount;
import org.ninetyten.command.account.AccountCommand.ChangePurpose;
import org.ninetyten.command.account.AccountCommand.RemoveOperator;
import org.ninetyten.command.account.AccountCommand.RequestAccount;
import org.ninetyten.command.account.AccountCommand.ReviewAccount;
import org.ninetyten.command.account.AccountCommand.TransferAccount;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.story.Bench;
import org.ninetyten.command.story.KnownStreams;
import org.ninetyten.command.story.Refused;
import org.ninetyten.events.account.AccountEvent.AccountAuthorised;
import org.ninetyten.events.account.AccountEvent.AccountClosed;
import org.ninetyten.events.account.AccountEvent.AccountReviewed;
import org.ninetyten.events.account.AccountEvent.AccountSuspended;
import org.ninetyten.events.account.AccountEvent.AccountTransferred;
import org.ninetyten.events.account.AccountEvent.HolderLeft;
import org.ninetyten.events.account.AccountEvent.OperatorAdded;
import org.ninetyten.events.account.AccountEvent.OperatorRemoved;
import org.ninetyten.events.account.AccountEvent.PurposeChanged;
import org.ninetyten.events.officer.OfficerEvent.OfficerLeft;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;
import org.ninetyten.events.policy.Significance;

/** An account that Amina holds, and that goes to Ben. */
class AccountInUseTest {

    private static final AccountAuthorised AUTHORISED = new AccountAuthorised(
            "harbour-x", "amina", day("2026-10-01"), "social-media", 1, 1, "t-1", day("2028-01-01"));
    private static final AccountTransferred TO_BEN = new AccountTransferred(
            "harbour-x", "amina", "ben", TODAY, "moves", "social-media", 1, 1, "b-1", day("2028-02-01"));
    private static final OperatorAdded BEN_ADDED =
            new OperatorAdded("harbour-x", "ben", day("2026-10-02"), "social-media", 1, 1, "b-1", day("2028-02-01"));
    private static final TransferAccount TRANSFER = transfer("ben", "moves");
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    private final KnownStreams known = new KnownStreams()
            .with(AMINA_REGISTERED, BEN_REGISTERED)
            .with(POLICY_DRAFTED, version(1, Significance.MAJOR, "2026-01-01"));

    private FixtureConfiguration<Account> account() {
        return Bench.on(TODAY, Account.class, known, new KnownHandles());
    }

    private void benIsTrained() {
        known.with(new TrainingRecorded("ben", "b-1", "Posting well", day("2026-02-01"), null));
    }

    private void benHasAcknowledged() {
        known.with(new PolicyAcknowledged("ben", "social-media", 1, day("2026-02-01"), false));
    }

    @Nested
    class Transferring {

        @Test
        void anAccountGoesToAnotherHolderWithWhatThatRestsOn() {
            benIsTrained();
            benHasAcknowledged();

            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED)
                    .when(TRANSFER)
                    .expectEvents(TO_BEN)
                    .expectResultMessagePayload(new Answer("harbour-x", 3));
        }

        @Test
        void aSuspendedAccountIsTransferredToo() {
            benIsTrained();
            benHasAcknowledged();

            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED, new AccountSuspended("harbour-x", "lost", null, null))
                    .when(TRANSFER)
                    .expectEvents(TO_BEN);
        }

        @Test
        void theNewHolderNeedsValidTraining() {
            benHasAcknowledged();
            refused("training-not-valid");
        }

        @Test
        void theNewHolderMustHaveAcknowledgedThePolicy() {
            benIsTrained();
            refused("policy-not-acknowledged");
        }

        @Test
        void whoHasLeftHoldsNothing() {
            benIsTrained();
            benHasAcknowledged();
            known.with(new OfficerLeft("ben", YESTERDAY));
            refused("officer-left");
        }

        @Test
        void whoHoldsItAlreadyNeedNotBeGivenIt() {
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED)
                    .when(transfer("amina", "stays"))
                    .expectNoEvents()
                    .expectException(Refused.byRule("already-holder"));
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED, TO_BEN)
                    .when(transfer("ben", "for another reason"))
                    .expectNoEvents()
                    .expectException(Refused.byRule("already-holder"));
        }

        @Test
        void aRetryIsAnsweredAsTheFirstWasAlsoOnAnotherDayAndAfterLaterEvents() {
            Bench.on(TODAY.plusDays(3), Account.class, known)
                    .given(ACCOUNT_REQUESTED, AUTHORISED, TO_BEN, new HolderLeft("harbour-x", "ben", TODAY))
                    .when(TRANSFER, ifMatch(2))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("harbour-x", 3));
        }

        @Test
        void anOperatorWhoBecomesItsHolderIsNoOperatorOfItAnyLonger() {
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED, BEN_ADDED, TO_BEN)
                    .when(new RemoveOperator("harbour-x", "ben"))
                    .expectNoEvents()
                    .expectException(Refused.asNotThere("no-such-operator"));
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED, BEN_ADDED, TO_BEN)
                    .when(new AddOperator("harbour-x", new AccountCommand.Operator("ben", null)))
                    .expectNoEvents()
                    .expectException(Refused.byRule("operator-is-holder"));
        }

        @Test
        void whoWasAnOperatorOnceAndAHolderAfterMayBeAddedAgain() {
            benIsTrained();
            benHasAcknowledged();

            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED, BEN_ADDED, TO_BEN)
                    .andGiven(new AccountTransferred(
                            "harbour-x", "ben", "amina", TODAY, "back", "social-media", 1, 1, "t", day("2028-02-01")))
                    .when(new AddOperator("harbour-x", new AccountCommand.Operator("ben", null)))
                    .expectEvents(new OperatorAdded(
                            "harbour-x", "ben", TODAY, "social-media", 1, 1, "b-1", day("2028-02-01")));
        }

        @Test
        void anAccountWithoutAHolderIsGivenToOne() {
            benIsTrained();
            benHasAcknowledged();

            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED, new HolderLeft("harbour-x", "amina", YESTERDAY))
                    .when(TRANSFER)
                    .expectEvents(TO_BEN);
        }

        private void refused(String code) {
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED)
                    .when(TRANSFER)
                    .expectNoEvents()
                    .expectException(Refused.byRule(code));
        }
    }

    @Nested
    class OfSomeoneWhoLeft {

        private static final EndPostingOfLeaver AMINA_LEFT =
                new EndPostingOfLeaver("harbour-x", "amina", day("2026-11-14"));
        private static final EndPostingOfLeaver BEN_LEFT =
                new EndPostingOfLeaver("harbour-x", "ben", day("2026-11-14"));

        @Test
        void nobodyAnswersForAnAccountWhoseHolderLeft() {
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED)
                    .when(AMINA_LEFT)
                    .expectEvents(new HolderLeft("harbour-x", "amina", YESTERDAY));
            account()
                    .given(ACCOUNT_REQUESTED)
                    .when(AMINA_LEFT)
                    .expectEvents(new HolderLeft("harbour-x", "amina", YESTERDAY));
        }

        @Test
        void theirOperatorshipEndsWithTheirLastDay() {
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED, BEN_ADDED, new AccountSuspended("harbour-x", "s", null, null))
                    .when(BEN_LEFT)
                    .expectEvents(new OperatorRemoved("harbour-x", "ben", YESTERDAY));
        }

        @Test
        void itEndsOnceAndOnlyWhatTheyStillHad() {
            unchanged(AMINA_LEFT, new HolderLeft("harbour-x", "amina", YESTERDAY));
            unchanged(AMINA_LEFT, TO_BEN);
            unchanged(AMINA_LEFT, new AccountClosed("harbour-x", "merged"));
            unchanged(BEN_LEFT, BEN_ADDED, new OperatorRemoved("harbour-x", "ben", YESTERDAY));
            unchanged(BEN_LEFT, BEN_ADDED, new AccountClosed("harbour-x", "merged"));
            unchanged(BEN_LEFT);
        }

        private void unchanged(EndPostingOfLeaver command, Object... after) {
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED)
                    .andGiven(after)
                    .when(command)
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("harbour-x", 2L + after.length));
        }

        @Test
        void theyCanNeitherRequestNorBeAuthorisedNorOperate() {
            benIsTrained();
            benHasAcknowledged();
            known.with(new OfficerLeft("amina", YESTERDAY), new OfficerLeft("ben", YESTERDAY));

            account()
                    .givenNoPriorActivity()
                    .when(new RequestAccount(
                            "harbour-x",
                            new AccountCommand.Account("X", "h", "p", "a", "amina", "social-media", null),
                            COMMS))
                    .expectException(Refused.byRule("officer-left"));
            account()
                    .given(ACCOUNT_REQUESTED)
                    .when(new AuthoriseAccount("harbour-x"))
                    .expectException(Refused.byRule("officer-left"));
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED)
                    .when(new AddOperator("harbour-x", new AccountCommand.Operator("ben", null)))
                    .expectException(Refused.byRule("officer-left"));
        }
    }

    @Nested
    class ChangingItsPurpose {

        private static final PurposeChanged CHANGED = new PurposeChanged("harbour-x", "p", "a", "r");

        private final ChangePurpose change = new ChangePurpose("harbour-x", new AccountCommand.Purpose("p", "a", "r"));

        @Test
        void aPurposeIsChangedWithAReason() {
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED)
                    .when(change)
                    .expectEvents(CHANGED)
                    .expectResultMessagePayload(new Answer("harbour-x", 3));
        }

        @Test
        void whatWasChangedMayBeChangedBack() {
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED, CHANGED, new PurposeChanged("harbour-x", "q", "a", "r"))
                    .when(change)
                    .expectEvents(CHANGED);
        }
    }

    @Nested
    class Reviewing {

        @Test
        void aReviewIsRecorded() {
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED)
                    .when(review(YESTERDAY, "good"))
                    .expectEvents(new AccountReviewed("harbour-x", YESTERDAY, "good"));
        }

        @Test
        void oneOfAnEarlierDayMayBeToldLater() {
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED, new AccountReviewed("harbour-x", TODAY, "good"))
                    .when(review(YESTERDAY, "good"))
                    .expectEvents(new AccountReviewed("harbour-x", YESTERDAY, "good"));
        }

        @Test
        void anotherOfTheSameDayIsAConflict() {
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED, new AccountReviewed("harbour-x", YESTERDAY, "good"))
                    .when(review(YESTERDAY, "not so good"))
                    .expectNoEvents()
                    .expectException(Refused.byRule("id-conflict"));
        }

        @Test
        void nobodyHasReviewedItTomorrowOrBeforeItWasOpened() {
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED)
                    .when(review(TODAY.plusDays(1), "good"))
                    .expectException(Refused.asInvalid("date-in-future", "/reviewedOn"));
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED)
                    .when(review(ACCOUNT_REQUESTED.openedOn().minusDays(1), "good"))
                    .expectException(Refused.asInvalid("reviewed-before-account", "/reviewedOn"));
        }

        private ReviewAccount review(LocalDate on, String note) {
            return new ReviewAccount("harbour-x", new AccountCommand.Review(on, note));
        }
    }

    private static TransferAccount transfer(String holderId, String reason) {
        return new TransferAccount("harbour-x", new AccountCommand.Transfer(holderId, reason));
    }
}
