package org.ninetyten.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Bench.ifMatch;
import static org.ninetyten.command.story.Story.ACCOUNT_REQUESTED;
import static org.ninetyten.command.story.Story.AMINA;
import static org.ninetyten.command.story.Story.AMINA_REGISTERED;
import static org.ninetyten.command.story.Story.BEN;
import static org.ninetyten.command.story.Story.BEN_REGISTERED;
import static org.ninetyten.command.story.Story.COMMS;
import static org.ninetyten.command.story.Story.POLICY_DRAFTED;
import static org.ninetyten.command.story.Story.acknowledged;
import static org.ninetyten.command.story.Story.day;
import static org.ninetyten.command.story.Story.training;
import static org.ninetyten.command.story.Story.version;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.command.account.AccountCommand.AddOperator;
import org.ninetyten.command.account.AccountCommand.AuthoriseAccount;
import org.ninetyten.command.account.AccountCommand.ChangePurpose;
import org.ninetyten.command.account.AccountCommand.CloseAccount;
import org.ninetyten.command.account.AccountCommand.RefuseAccount;
import org.ninetyten.command.account.AccountCommand.ReinstateAccount;
import org.ninetyten.command.account.AccountCommand.RemoveOperator;
import org.ninetyten.command.account.AccountCommand.RequestAccount;
import org.ninetyten.command.account.AccountCommand.ReviewAccount;
import org.ninetyten.command.account.AccountCommand.SuspendAccount;
import org.ninetyten.command.account.AccountCommand.TransferAccount;
import org.ninetyten.command.account.PostCommand.CommendPost;
import org.ninetyten.command.account.PostCommand.SamplePosts;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.command.story.Bench;
import org.ninetyten.command.story.KnownStreams;
import org.ninetyten.command.story.Refused;
import org.ninetyten.events.account.AccountEvent;
import org.ninetyten.events.account.AccountEvent.AccountAuthorised;
import org.ninetyten.events.account.AccountEvent.AccountClosed;
import org.ninetyten.events.account.AccountEvent.AccountRefused;
import org.ninetyten.events.account.AccountEvent.AccountReinstated;
import org.ninetyten.events.account.AccountEvent.AccountRequested;
import org.ninetyten.events.account.AccountEvent.AccountSuspended;
import org.ninetyten.events.account.AccountEvent.OperatorAdded;
import org.ninetyten.events.account.AccountEvent.OperatorRemoved;
import org.ninetyten.events.officer.OfficerEvent;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;
import org.ninetyten.events.policy.PolicyEvent.PolicyWithdrawn;
import org.ninetyten.events.policy.Significance;

class AccountTest {

    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    private static final AccountAuthorised AUTHORISED = new AccountAuthorised(
            "harbour-x", "amina", day("2026-10-01"), "social-media", 1, 1, "t-1", day("2028-01-01"));
    private static final AccountRefused REFUSED = new AccountRefused("harbour-x", "No purpose");
    private static final AccountSuspended SUSPENDED = new AccountSuspended("harbour-x", "Password shared", null, null);
    private static final AccountReinstated REINSTATED = new AccountReinstated("harbour-x", "Password changed", null);
    private static final OperatorAdded BEN_ADDED = added("ben", day("2026-03-01"));
    private static final OperatorRemoved BEN_REMOVED = new OperatorRemoved("harbour-x", "ben", day("2026-06-30"));
    private static final AccountClosed CLOSED = new AccountClosed("harbour-x", "Unit merged");

    private final KnownStreams known = new KnownStreams();
    private final KnownHandles handles = new KnownHandles();

    private FixtureConfiguration<Account> account() {
        return accountOn(TODAY);
    }

    private FixtureConfiguration<Account> accountOn(LocalDate day) {
        return Bench.on(day, Account.class, known, handles);
    }

    @Nested
    class Requesting {

        private Requesting() {
            known.with(AMINA_REGISTERED, BEN_REGISTERED, POLICY_DRAFTED);
        }

        @Test
        void anAccountIsRequestedAndItsHandleTaken() {
            account()
                    .givenNoPriorActivity()
                    .when(request("harbour-x", "@HarbourPolice", day("2026-02-01"), COMMS))
                    .expectEvents(ACCOUNT_REQUESTED)
                    .expectResultMessagePayload(new Answer("harbour-x", 1));

            assertThat(handles.isTaken("x", "harbourpolice")).isTrue();
        }

        @Test
        void anAccountIsOpenedTodayUnlessTheCommandSaysWhen() {
            account()
                    .givenNoPriorActivity()
                    .when(request("harbour-x", "@HarbourPolice", null, COMMS))
                    .expectEvents(openedOn(TODAY));
        }

        @Test
        void aRetryAfterMidnightThatLeavesOutTheDayMeansTheDayItWasFirstTakenFor() {
            accountOn(TOMORROW)
                    .given(openedOn(TODAY), AUTHORISED)
                    .when(request("harbour-x", "@HarbourPolice", null, COMMS), ifMatch(0))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("harbour-x", 1));
        }

        @Test
        void anAccountWasNotOpenedTomorrow() {
            account()
                    .givenNoPriorActivity()
                    .when(request("harbour-x", "@HarbourPolice", TOMORROW, COMMS))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("date-in-future", "/openedOn"));
        }

        @Test
        void anOfficerMayRequestAnAccountForThemselves() {
            account()
                    .givenNoPriorActivity()
                    .when(request("harbour-x", "@HarbourPolice", day("2026-02-01"), AMINA))
                    .expectEvents(ACCOUNT_REQUESTED);
        }

        @Test
        void anOfficerMayNotRequestAnAccountForSomeoneElse() {
            account()
                    .givenNoPriorActivity()
                    .when(request("harbour-x", "@HarbourPolice", day("2026-02-01"), BEN))
                    .expectNoEvents()
                    .expectException(Refused.asForbidden());
        }

        @Test
        void theHolderMustBeARegisteredOfficer() {
            account()
                    .givenNoPriorActivity()
                    .when(held("nobody", "social-media"))
                    .expectNoEvents()
                    .expectException(Refused.byRule("no-such-officer"));
        }

        @Test
        void thePolicyMustBeThere() {
            account()
                    .givenNoPriorActivity()
                    .when(held("amina", "no-such"))
                    .expectNoEvents()
                    .expectException(Refused.byRule("no-such-policy"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"@HarbourPolice", "harbourpolice", "HARBOURPOLICE", " @hArBoUrPoLiCe ", "ＨａｒｂｏｕｒＰｏｌｉｃｅ"})
        void aHandleOfAnOpenAccountIsTakenHoweverItIsWritten(String handle) {
            handles.with("X", "HarbourPolice", "other");

            account()
                    .givenNoPriorActivity()
                    .when(request("harbour-x", handle, null, COMMS))
                    .expectNoEvents()
                    .expectException(Refused.byRule("handle-taken"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"@", " @@ ", "\u200b"})
        void aHandleWithNothingToCompareIsNone(String handle) {
            account()
                    .givenNoPriorActivity()
                    .when(request("harbour-x", handle, null, COMMS))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("invalid", "/handle"));
        }

        @Test
        void aHandleThatIsTooLongOnceItsLigaturesAreWrittenOutIsRefused() {
            account()
                    .givenNoPriorActivity()
                    .when(request("harbour-x", "\ufdfa".repeat(15), null, COMMS))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("invalid", "/handle"));
        }

        @Test
        void theSameHandleOnAnotherPlatformIsFree() {
            handles.with("Instagram", "HarbourPolice", "other");

            account()
                    .givenNoPriorActivity()
                    .when(request("harbour-x", "@HarbourPolice", day("2026-02-01"), COMMS))
                    .expectEvents(ACCOUNT_REQUESTED);
        }

        @Test
        void aRetryIsAnsweredAsTheFirstWasAlsoAfterLaterEventsAndTakesNoHandle() {
            account()
                    .given(ACCOUNT_REQUESTED, REFUSED)
                    .when(request("harbour-x", "@HarbourPolice", day("2026-02-01"), COMMS), ifMatch(7))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("harbour-x", 1));

            assertThat(handles.isTaken("X", "HarbourPolice")).isFalse();
        }

        @Test
        void theSameIdForAnotherAccountIsAConflict() {
            account()
                    .given(ACCOUNT_REQUESTED)
                    .when(request("harbour-x", "@AnotherHandle", day("2026-02-01"), COMMS))
                    .expectNoEvents()
                    .expectException(Refused.byRule("id-conflict"));
        }

        @Test
        void aVersionThatNeverWasIsStale() {
            account()
                    .givenNoPriorActivity()
                    .when(request("harbour-x", "@HarbourPolice", null, COMMS), ifMatch(1))
                    .expectNoEvents()
                    .expectException(Refused.asStale(0));

            assertThat(handles.isTaken("X", "HarbourPolice")).isFalse();
        }

        private RequestAccount request(String id, String handle, @Nullable LocalDate openedOn, Actor by) {
            return new RequestAccount(
                    id,
                    new AccountCommand.Account(
                            "X",
                            handle,
                            ACCOUNT_REQUESTED.purpose(),
                            ACCOUNT_REQUESTED.audience(),
                            "amina",
                            "social-media",
                            openedOn),
                    by);
        }

        private RequestAccount held(String holderId, String policyId) {
            return new RequestAccount(
                    "harbour-x",
                    new AccountCommand.Account("X", "@HarbourPolice", "p", "a", holderId, policyId, null),
                    COMMS);
        }

        private AccountRequested openedOn(LocalDate day) {
            return new AccountRequested(
                    "harbour-x",
                    "X",
                    "@HarbourPolice",
                    ACCOUNT_REQUESTED.purpose(),
                    ACCOUNT_REQUESTED.audience(),
                    "amina",
                    "social-media",
                    day);
        }
    }

    @Nested
    class Authorising {

        private static final AuthoriseAccount AUTHORISE = new AuthoriseAccount("harbour-x");

        @Test
        void anAccountIsAuthorisedWithWhatItRestsOn() {
            known.with(AMINA_REGISTERED, training("t-1", "2026-01-01"), acknowledged(1, "2026-01-05"))
                    .with(POLICY_DRAFTED, version(1, Significance.MAJOR, "2026-01-01"));

            account()
                    .given(ACCOUNT_REQUESTED)
                    .when(AUTHORISE)
                    .expectEvents(new AccountAuthorised(
                            "harbour-x", "amina", TODAY, "social-media", 1, 1, "t-1", day("2028-01-01")))
                    .expectResultMessagePayload(new Answer("harbour-x", 2));
        }

        @Test
        void anAcknowledgedVersionStillCountsAfterAMinorOne() {
            known.with(AMINA_REGISTERED, training("t-1", "2026-01-01"), acknowledged(2, "2026-03-05"))
                    .with(POLICY_DRAFTED, version(1, Significance.MAJOR, "2026-01-01"))
                    .with(version(2, Significance.MAJOR, "2026-03-01"), version(3, Significance.MINOR, "2026-05-01"));

            account()
                    .given(ACCOUNT_REQUESTED)
                    .when(AUTHORISE)
                    .expectEvents(new AccountAuthorised(
                            "harbour-x", "amina", TODAY, "social-media", 3, 2, "t-1", day("2028-01-01")));
        }

        @Test
        void anAcknowledgedVersionNoLongerCountsAfterAMajorOne() {
            known.with(AMINA_REGISTERED, training("t-1", "2026-01-01"), acknowledged(1, "2026-01-05"))
                    .with(POLICY_DRAFTED, version(1, Significance.MAJOR, "2026-01-01"))
                    .with(version(2, Significance.MAJOR, TODAY.toString()));

            refused("policy-not-acknowledged");
        }

        @Test
        void aMajorVersionThatIsNotInForceYetNeedNotBeAcknowledged() {
            known.with(AMINA_REGISTERED, training("t-1", "2026-01-01"), acknowledged(1, "2026-01-05"))
                    .with(POLICY_DRAFTED, version(1, Significance.MAJOR, "2026-01-01"))
                    .with(version(2, Significance.MAJOR, TOMORROW.toString()));

            account()
                    .given(ACCOUNT_REQUESTED)
                    .when(AUTHORISE)
                    .expectEvents(new AccountAuthorised(
                            "harbour-x", "amina", TODAY, "social-media", 1, 1, "t-1", day("2028-01-01")));
        }

        @Test
        void whoHasNotAcknowledgedThePolicyIsNotAuthorised() {
            known.with(AMINA_REGISTERED, training("t-1", "2026-01-01"))
                    .with(POLICY_DRAFTED, version(1, Significance.MAJOR, "2026-01-01"));

            refused("policy-not-acknowledged");
        }

        @Test
        void whoHasNoTrainingIsNotAuthorised() {
            known.with(AMINA_REGISTERED, acknowledged(1, "2026-01-05"))
                    .with(POLICY_DRAFTED, version(1, Significance.MAJOR, "2026-01-01"));

            refused("training-not-valid");
        }

        @Test
        void trainingThatRanOutYesterdayDoesNotCount() {
            LocalDate justTooLongAgo = TODAY.minusMonths(24).minusDays(1);
            known.with(AMINA_REGISTERED, acknowledged(1, "2026-01-05"), training("t-1", justTooLongAgo.toString()))
                    .with(POLICY_DRAFTED, version(1, Significance.MAJOR, "2026-01-01"));

            refused("training-not-valid");
        }

        @Test
        void trainingCountsOnItsLastDay() {
            LocalDate longAgo = TODAY.minusMonths(24);
            known.with(AMINA_REGISTERED, acknowledged(1, "2026-01-05"), training("t-1", longAgo.toString()))
                    .with(POLICY_DRAFTED, version(1, Significance.MAJOR, "2026-01-01"));

            account()
                    .given(ACCOUNT_REQUESTED)
                    .when(AUTHORISE)
                    .expectEvents(
                            new AccountAuthorised("harbour-x", "amina", TODAY, "social-media", 1, 1, "t-1", TODAY));
        }

        @Test
        void nothingIsAuthorisedUnderAWithdrawnPolicyAndTheAnswerSaysSo() {
            known.with(AMINA_REGISTERED, training("t-1", "2026-01-01"))
                    .with(
                            POLICY_DRAFTED,
                            version(1, Significance.MAJOR, "2026-01-01"),
                            new PolicyWithdrawn("social-media", day("2026-11-01"), "Done with"));

            account()
                    .given(ACCOUNT_REQUESTED)
                    .when(AUTHORISE)
                    .expectException(Refused.byRule("no-policy-in-force"))
                    .expectExceptionMessage(
                            "The policy 'social-media' was withdrawn on 2026-11-01, so nothing can be authorised under it.");
        }

        @Test
        void nothingIsAuthorisedUnderAPolicyOfWhichNoVersionIsInForce() {
            known.with(AMINA_REGISTERED, training("t-1", "2026-01-01"))
                    .with(POLICY_DRAFTED, version(1, Significance.MAJOR, TOMORROW.toString()));

            refused("no-policy-in-force");
        }

        @Test
        void aRetryIsAnsweredAsTheFirstWasAlsoAfterLaterEventsAndWhateverBecameOfTheTraining() {
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED, SUSPENDED)
                    .when(AUTHORISE, ifMatch(1))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("harbour-x", 2));
        }

        @Test
        void whoSawAnOlderVersionIsToldSoBeforeAnyRule() {
            account()
                    .given(ACCOUNT_REQUESTED)
                    .when(AUTHORISE, ifMatch(4))
                    .expectNoEvents()
                    .expectException(Refused.asStale(1));
        }

        private void refused(String code) {
            account().given(ACCOUNT_REQUESTED).when(AUTHORISE).expectNoEvents().expectException(Refused.byRule(code));
        }
    }

    @Nested
    class ChangingItsState {

        @Test
        void aRefusalGivesTheHandleBack() {
            handles.with("X", "HarbourPolice", "harbour-x").with("X", "ben", "ben-x");

            account()
                    .given(ACCOUNT_REQUESTED)
                    .when(new RefuseAccount("harbour-x", reason("No purpose")))
                    .expectEvents(REFUSED)
                    .expectResultMessagePayload(new Answer("harbour-x", 2));

            assertThat(handles.isTaken("X", "HarbourPolice")).isFalse();
            assertThat(handles.isTaken("X", "ben")).isTrue();
        }

        @Test
        void aSuspensionMayHaveALastDayAndKeepsTheHandle() {
            handles.with("X", "HarbourPolice", "harbour-x");

            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED)
                    .when(new SuspendAccount("harbour-x", new AccountCommand.Suspension("Password shared", TODAY)))
                    .expectEvents(new AccountSuspended("harbour-x", "Password shared", TODAY, null))
                    .expectResultMessagePayload(new Answer("harbour-x", 3));

            assertThat(handles.isTaken("X", "HarbourPolice")).isTrue();
        }

        @Test
        void aSuspensionCannotEndBeforeItBegins() {
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED)
                    .when(new SuspendAccount(
                            "harbour-x", new AccountCommand.Suspension("Password shared", TODAY.minusDays(1))))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("invalid", "/until"));
        }

        @Test
        void aSuspensionRetriedAfterItsLastDayIsAnsweredAsTheFirstWas() {
            accountOn(TOMORROW)
                    .given(
                            ACCOUNT_REQUESTED,
                            AUTHORISED,
                            new AccountSuspended("harbour-x", "Password shared", TODAY, null))
                    .when(new SuspendAccount("harbour-x", new AccountCommand.Suspension("Password shared", TODAY)))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("harbour-x", 3));
        }

        @Test
        void aSuspendedAccountIsReinstated() {
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED, SUSPENDED)
                    .when(new ReinstateAccount("harbour-x", reason("Password changed")))
                    .expectEvents(REINSTATED)
                    .expectResultMessagePayload(new Answer("harbour-x", 4));
        }

        @Test
        void anAccountMayBeSuspendedForTheSameReasonAgainOnceItWasReinstated() {
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED, SUSPENDED, REINSTATED)
                    .when(new SuspendAccount("harbour-x", new AccountCommand.Suspension("Password shared", null)))
                    .expectEvents(SUSPENDED)
                    .expectResultMessagePayload(new Answer("harbour-x", 5));
        }

        @Test
        void aClosureGivesTheHandleBack() {
            handles.with("X", "HarbourPolice", "harbour-x").with("X", "ben", "ben-x");

            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED)
                    .when(new CloseAccount("harbour-x", reason("Unit merged")))
                    .expectEvents(CLOSED)
                    .expectResultMessagePayload(new Answer("harbour-x", 3));

            assertThat(handles.isTaken("X", "HarbourPolice")).isFalse();
            assertThat(handles.isTaken("X", "ben")).isTrue();
        }

        @Test
        void aRetriedClosureDoesNotGiveBackAHandleThatAnotherAccountHasSinceTaken() {
            handles.with("X", "HarbourPolice", "harbour-x-2");

            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED, CLOSED)
                    .when(new CloseAccount("harbour-x", reason("Unit merged")))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("harbour-x", 3));

            assertThat(handles.isTaken("X", "HarbourPolice")).isTrue();
        }
    }

    @Nested
    class Operating {

        private Operating() {
            known.with(AMINA_REGISTERED, BEN_REGISTERED, POLICY_DRAFTED)
                    .with(version(1, Significance.MAJOR, "2026-01-01"), version(2, Significance.MINOR, "2026-02-01"));
        }

        @Test
        void anOperatorIsAddedFromADayInThePastWithWhatItRestsOn() {
            known.with(ready("ben"));

            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED)
                    .when(add("ben", day("2026-03-01")))
                    .expectEvents(BEN_ADDED)
                    .expectResultMessagePayload(new Answer("harbour-x", 3));
        }

        @Test
        void anOperatorIsAddedFromTodayUnlessTheCommandSaysFromWhen() {
            known.with(ready("ben"));

            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED)
                    .when(add("ben", null))
                    .expectEvents(added("ben", TODAY));
        }

        @Test
        void nobodyOperatesAnAccountFromTomorrowOrFromBeforeItWasOpened() {
            known.with(ready("ben"));

            refused(add("ben", TOMORROW), Refused.asInvalid("date-in-future", "/from"));
            refused(add("ben", day("2026-01-31")), Refused.asInvalid("operator-before-account", "/from"));
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED)
                    .when(add("ben", day("2026-02-01")))
                    .expectEvents(added("ben", day("2026-02-01")));
        }

        @Test
        void anOperatorMustBeARegisteredOfficer() {
            refused(add("nobody", null), Refused.byRule("no-such-officer"));
        }

        @Test
        void anOperatorNeedsTrainingThatIsValidTodayWhateverItWasFromThatDayOn() {
            known.with(new PolicyAcknowledged("ben", "social-media", 1, day("2026-01-05"), false))
                    .with(new TrainingRecorded("ben", "t-1", "Posting well", day("2026-01-01"), TODAY.minusDays(1)));

            refused(add("ben", day("2026-03-01")), Refused.byRule("training-not-valid"));
        }

        @Test
        void anOperatorMustHaveAcknowledgedTheCurrentMajorVersion() {
            known.with(ready("ben")).with(version(3, Significance.MAJOR, TODAY.toString()));

            refused(add("ben", day("2026-03-01")), Refused.byRule("policy-not-acknowledged"));
        }

        @Test
        void nobodyIsAddedUnderAWithdrawnPolicy() {
            known.with(ready("ben")).with(new PolicyWithdrawn("social-media", day("2026-11-01"), "Done with"));

            refused(add("ben", null), Refused.byRule("no-policy-in-force"));
        }

        @Test
        void theHolderIsNoOperatorBesides() {
            known.with(training("t-1", "2026-01-01"), acknowledged(1, "2026-01-05"));

            refused(add("amina", null), Refused.byRule("operator-is-holder"));
        }

        @Test
        void theSameAgainIsAnsweredAsTheFirstWasAlsoAfterLaterEventsAndLaterThatYear() {
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED, BEN_ADDED, SUSPENDED)
                    .when(add("ben", day("2026-03-01")), ifMatch(2))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("harbour-x", 3));
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED, BEN_ADDED, CLOSED)
                    .when(add("ben", null))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("harbour-x", 3));
        }

        @Test
        void anOperatorFromAnotherDayOnIsAConflict() {
            known.with(ready("ben"));

            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED, BEN_ADDED)
                    .when(add("ben", day("2026-03-02")))
                    .expectNoEvents()
                    .expectException(Refused.byRule("already-operator"));
        }

        @Test
        void anOperatorIsRemovedAndARetryIsAnsweredAsTheFirstWasAlsoTheDayAfterAndOnceItIsClosed() {
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED, BEN_ADDED)
                    .when(remove("ben"))
                    .expectEvents(new OperatorRemoved("harbour-x", "ben", TODAY))
                    .expectResultMessagePayload(new Answer("harbour-x", 4));
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED, BEN_ADDED, BEN_REMOVED, CLOSED)
                    .when(remove("ben"), ifMatch(3))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("harbour-x", 4));
        }

        @Test
        void whoWasRemovedMayBeAddedAgainAlsoFromTheSameDayAndRemovedAgain() {
            known.with(ready("ben"));

            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED, BEN_ADDED, BEN_REMOVED)
                    .when(add("ben", day("2026-03-01")))
                    .expectEvents(BEN_ADDED)
                    .expectResultMessagePayload(new Answer("harbour-x", 5));
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED, BEN_ADDED, BEN_REMOVED, BEN_ADDED)
                    .when(remove("ben"))
                    .expectEvents(new OperatorRemoved("harbour-x", "ben", TODAY));
        }

        @ParameterizedTest
        @ValueSource(strings = {"amina", "cara"})
        void whoIsNoOperatorIsNotRemoved(String officerId) {
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED, BEN_ADDED)
                    .when(remove(officerId))
                    .expectNoEvents()
                    .expectException(Refused.asNotThere("no-such-operator"));
        }

        @Test
        void whatHappensToOperatorsMakesNoNewChangeOfTheRetryOfAnOldOne() {
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED, BEN_ADDED, SUSPENDED, BEN_REMOVED)
                    .when(new SuspendAccount("harbour-x", new AccountCommand.Suspension("Password shared", null)))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("harbour-x", 4));
        }

        private void refused(AddOperator command, Refused as) {
            account()
                    .given(ACCOUNT_REQUESTED, AUTHORISED)
                    .when(command)
                    .expectNoEvents()
                    .expectException(as);
        }

        private static AddOperator add(String officerId, @Nullable LocalDate from) {
            return new AddOperator("harbour-x", new AccountCommand.Operator(officerId, from));
        }

        private static RemoveOperator remove(String officerId) {
            return new RemoveOperator("harbour-x", officerId);
        }
    }

    /** Trained, and has acknowledged the policy's first version. */
    private static OfficerEvent[] ready(String officerId) {
        return new OfficerEvent[] {
            new OfficerRegistered(officerId, "Someone", "1", "harbour", false),
            new TrainingRecorded(officerId, "t-1", "Posting well", day("2026-01-01"), null),
            new PolicyAcknowledged(officerId, "social-media", 1, day("2026-01-05"), false)
        };
    }

    private static OperatorAdded added(String officerId, LocalDate from) {
        return new OperatorAdded("harbour-x", officerId, from, "social-media", 2, 1, "t-1", day("2028-01-01"));
    }

    /** Every state with how the account got there. */
    private static final Map<AccountState, List<AccountEvent>> WAYS = Map.of(
            AccountState.REQUESTED, List.of(ACCOUNT_REQUESTED),
            AccountState.AUTHORISED, List.of(ACCOUNT_REQUESTED, AUTHORISED, BEN_ADDED, SUSPENDED, REINSTATED),
            AccountState.SUSPENDED, List.of(ACCOUNT_REQUESTED, AUTHORISED, BEN_ADDED, SUSPENDED),
            AccountState.REFUSED, List.of(ACCOUNT_REQUESTED, REFUSED),
            AccountState.CLOSED, List.of(ACCOUNT_REQUESTED, AUTHORISED, BEN_ADDED, CLOSED));

    /** Every command that depends on the state, by the last part of its path; what it says was never said before. */
    private static final Map<String, Command> COMMANDS = Map.ofEntries(
            Map.entry("authorisation", new AuthoriseAccount("harbour-x")),
            Map.entry("refusal", new RefuseAccount("harbour-x", reason("another"))),
            Map.entry("suspension", new SuspendAccount("harbour-x", new AccountCommand.Suspension("another", null))),
            Map.entry("reinstatement", new ReinstateAccount("harbour-x", reason("another"))),
            Map.entry("closure", new CloseAccount("harbour-x", reason("another"))),
            Map.entry("operators", new AddOperator("harbour-x", new AccountCommand.Operator("cara", null))),
            Map.entry("operators/{officerId}", new RemoveOperator("harbour-x", "ben")),
            Map.entry(
                    "purpose",
                    new ChangePurpose("harbour-x", new AccountCommand.Purpose("another", "another", "another"))),
            Map.entry("transfer", new TransferAccount("harbour-x", new AccountCommand.Transfer("cara", "another"))),
            Map.entry("reviews", new ReviewAccount("harbour-x", new AccountCommand.Review(TODAY, "another"))),
            Map.entry(
                    "commendations",
                    new CommendPost(
                            "harbour-x",
                            new PostCommand.Commendation("co-1", Instant.parse("2026-05-01T09:30:00Z"), "Kind", null))),
            Map.entry(
                    "dip-samples",
                    new SamplePosts("harbour-x", new PostCommand.DipSample("s-1", TODAY, 1, 1, List.of()))));

    private static final Map<AccountState, List<String>> ALLOWED = Map.of(
            AccountState.REQUESTED, List.of("authorisation", "refusal"),
            AccountState.AUTHORISED,
                    List.of(
                            "suspension",
                            "closure",
                            "operators",
                            "operators/{officerId}",
                            "purpose",
                            "transfer",
                            "reviews",
                            "commendations",
                            "dip-samples"),
            AccountState.SUSPENDED,
                    List.of(
                            "reinstatement",
                            "closure",
                            "operators/{officerId}",
                            "purpose",
                            "transfer",
                            "reviews",
                            "commendations",
                            "dip-samples"),
            AccountState.REFUSED, List.of(),
            AccountState.CLOSED, List.of("commendations", "dip-samples"));

    static Stream<Arguments> everyCommandInAStateThatDoesNotAllowIt() {
        return WAYS.keySet().stream()
                .flatMap(state -> COMMANDS.keySet().stream()
                        .filter(command -> !allowed(state).contains(command))
                        // An account that was authorised was so once: giving that command again is a retry.
                        .filter(command ->
                                !(command.equals("authorisation") && way(state).contains(AUTHORISED)))
                        .map(command -> arguments(state, command)));
    }

    @ParameterizedTest(name = "{1} of an account that is {0}")
    @MethodSource("everyCommandInAStateThatDoesNotAllowIt")
    void whatTheStateDoesNotAllowIsRefusedWithTheStateAndWhatItAllows(AccountState state, String command) {
        known.with(way(state).toArray(AccountEvent[]::new));
        account()
                .given(way(state))
                .when(command(command))
                .expectNoEvents()
                .expectException(Refused.byRule(
                        "not-allowed-in-state", Map.of("state", state.name(), "allowed", allowed(state))));
    }

    static Stream<Arguments> everyCommandInAStateThatAllowsIt() {
        return WAYS.keySet().stream()
                .flatMap(state -> allowed(state).stream().map(command -> arguments(state, command)));
    }

    @ParameterizedTest(name = "{1} of an account that is {0}")
    @MethodSource("everyCommandInAStateThatAllowsIt")
    void whatTheStateAllowsIsDoneOnceAndARetryIsAnsweredAsTheFirstWas(AccountState state, String command) {
        known.with(way(state).toArray(AccountEvent[]::new));
        known.with(AMINA_REGISTERED, training("t-1", "2026-01-01"), acknowledged(1, "2026-01-05"))
                .with(POLICY_DRAFTED, version(1, Significance.MAJOR, "2026-01-01"))
                .with(ready("cara"));
        int before = way(state).size();

        account()
                .given(way(state))
                .andGivenCommands(command(command))
                .when(command(command), ifMatch(before))
                .expectNoEvents()
                .expectResultMessagePayload(new Answer("harbour-x", before + 1));
    }

    @ParameterizedTest(name = "{1} of an account that is {0}")
    @MethodSource("everyCommandInAStateThatAllowsIt")
    void whatIsAskedOfAnOlderVersionIsRefusedAsStale(AccountState state, String command) {
        known.with(way(state).toArray(AccountEvent[]::new));
        int version = way(state).size();

        account()
                .given(way(state))
                .when(command(command), ifMatch(version + 1))
                .expectNoEvents()
                .expectException(Refused.asStale(version));
    }

    static Set<String> everyCommand() {
        return COMMANDS.keySet();
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void nothingIsDoneToAnAccountThatWasNotRequested(String command) {
        account()
                .givenNoPriorActivity()
                .when(command(command))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    private static AccountCommand.Reason reason(String reason) {
        return new AccountCommand.Reason(reason);
    }

    private static List<AccountEvent> way(AccountState state) {
        return WAYS.getOrDefault(state, List.of());
    }

    private static List<String> allowed(AccountState state) {
        return ALLOWED.getOrDefault(state, List.of());
    }

    private static Command command(String name) {
        Command command = COMMANDS.get(name);
        if (command == null) {
            throw new IllegalArgumentException(name);
        }
        return command;
    }
}
