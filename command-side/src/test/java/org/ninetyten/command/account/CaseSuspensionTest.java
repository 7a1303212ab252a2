package org.ninetyten.command.account;

import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Story.ACCOUNT_REQUESTED;
import static org.ninetyten.command.story.Story.day;

import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.story.Bench;
import org.ninetyten.events.account.AccountEvent.AccountAuthorised;
import org.ninetyten.events.account.AccountEvent.AccountClosed;
import org.ninetyten.events.account.AccountEvent.AccountReinstated;
import org.ninetyten.events.account.AccountEvent.AccountSuspended;

/** What a transgression does to an account: suspends it where it is in use, and lifts that suspension only. */
class CaseSuspensionTest {

    private static final AccountSuspended SUSPENDED =
            new AccountSuspended("harbour-x", "Suspended by professional standards.", null, "case-1");
    private static final AccountSuspended SUSPENDED_FOR_CASE_2 =
            new AccountSuspended("harbour-x", "Suspended by professional standards.", null, "case-2");
    private static final AccountReinstated LIFTED =
            new AccountReinstated("harbour-x", "Reinstated by professional standards.", "case-1");
    private static final SuspendForCase SUSPEND = new SuspendForCase("harbour-x", "case-1");
    private static final LiftSuspensionForCase LIFT = new LiftSuspensionForCase("harbour-x", "case-1");

    private static final AccountAuthorised AUTHORISED = new AccountAuthorised(
            "harbour-x", "amina", day("2026-10-01"), "social-media", 1, 1, "t-1", day("2028-01-01"));

    private static FixtureConfiguration<Account> account() {
        return Bench.on(TODAY, Account.class);
    }

    @Test
    void anAccountInUseIsSuspendedWithAReasonThatNamesTheCase() {
        account().given(ACCOUNT_REQUESTED, AUTHORISED).when(SUSPEND).expectEvents(SUSPENDED);
    }

    @Test
    void anAccountThatIsNotInUseStaysAsItIs() {
        account()
                .given(ACCOUNT_REQUESTED)
                .when(SUSPEND)
                .expectNoEvents()
                .expectResultMessagePayload(new Answer("harbour-x", 1));
        account()
                .given(ACCOUNT_REQUESTED, AUTHORISED, SUSPENDED)
                .when(SUSPEND)
                .expectNoEvents()
                .expectResultMessagePayload(new Answer("harbour-x", 3));
        account()
                .given(ACCOUNT_REQUESTED, AUTHORISED, new AccountClosed("harbour-x", "merged"))
                .when(SUSPEND)
                .expectNoEvents();
    }

    @Test
    void theSuspensionForTheCaseIsLifted() {
        account().given(ACCOUNT_REQUESTED, AUTHORISED, SUSPENDED).when(LIFT).expectEvents(LIFTED);
    }

    @Test
    void aSuspensionForAnythingElseIsNotLifted() {
        account()
                .given(ACCOUNT_REQUESTED, AUTHORISED, new AccountSuspended("harbour-x", "the password", null, null))
                .when(LIFT)
                .expectNoEvents();
        account()
                .given(ACCOUNT_REQUESTED, AUTHORISED, SUSPENDED)
                .when(new LiftSuspensionForCase("harbour-x", "case-2"))
                .expectNoEvents();
        account()
                .given(ACCOUNT_REQUESTED, AUTHORISED, SUSPENDED, new AccountReinstated("harbour-x", "sooner", null))
                .when(LIFT)
                .expectNoEvents();
    }

    @Test
    void ofTwoCasesThatSuspendAnAccountEachIsLiftedByItself() {
        account()
                .given(ACCOUNT_REQUESTED, AUTHORISED, SUSPENDED)
                .when(new SuspendForCase("harbour-x", "case-2"))
                .expectEvents(SUSPENDED_FOR_CASE_2);
        account()
                .given(ACCOUNT_REQUESTED, AUTHORISED, SUSPENDED, SUSPENDED_FOR_CASE_2)
                .when(LIFT)
                .expectEvents(LIFTED, SUSPENDED_FOR_CASE_2)
                .expectResultMessagePayload(new Answer("harbour-x", 6));
        account()
                .given(ACCOUNT_REQUESTED, AUTHORISED, SUSPENDED, SUSPENDED_FOR_CASE_2)
                .when(new LiftSuspensionForCase("harbour-x", "case-2"))
                .expectEvents(
                        new AccountReinstated("harbour-x", "Reinstated by professional standards.", "case-2"),
                        SUSPENDED);
        account()
                .given(ACCOUNT_REQUESTED, AUTHORISED, SUSPENDED, SUSPENDED_FOR_CASE_2, LIFTED, SUSPENDED_FOR_CASE_2)
                .when(LIFT)
                .expectNoEvents();
    }

    @Test
    void anAccountThatIsSuspendedForSomethingElseTooStaysSuspendedForThat() {
        AccountSuspended byHand = new AccountSuspended("harbour-x", "the password", null, null);
        account().given(ACCOUNT_REQUESTED, AUTHORISED, byHand).when(SUSPEND).expectEvents(SUSPENDED);
        account()
                .given(ACCOUNT_REQUESTED, AUTHORISED, byHand, SUSPENDED)
                .when(LIFT)
                .expectEvents(LIFTED, byHand);
    }

    @Test
    void aSuspensionWhoseLastDayHasPassedIsNotTakenUpAgain() {
        AccountSuspended over = new AccountSuspended("harbour-x", "the password", TODAY.minusDays(1), null);
        AccountSuspended lastDay = new AccountSuspended("harbour-x", "the password", TODAY, null);
        account()
                .given(ACCOUNT_REQUESTED, AUTHORISED, over, SUSPENDED)
                .when(LIFT)
                .expectEvents(LIFTED);
        account()
                .given(ACCOUNT_REQUESTED, AUTHORISED, lastDay, SUSPENDED)
                .when(LIFT)
                .expectEvents(LIFTED, lastDay);
    }
}
