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
            new AccountSuspended("harbour-x", "In response to the transgression 'case-1'.", null);
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
                .given(ACCOUNT_REQUESTED, AUTHORISED, new AccountSuspended("harbour-x", "the password", null))
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
        account()
                .given(ACCOUNT_REQUESTED, AUTHORISED, SUSPENDED)
                .when(LIFT)
                .expectEvents(new AccountReinstated(
                        "harbour-x", "The response to the transgression 'case-1' no longer asks for it."));
    }

    @Test
    void aSuspensionForAnythingElseIsNotLifted() {
        account()
                .given(ACCOUNT_REQUESTED, AUTHORISED, new AccountSuspended("harbour-x", "the password", null))
                .when(LIFT)
                .expectNoEvents();
        account()
                .given(ACCOUNT_REQUESTED, AUTHORISED, SUSPENDED)
                .when(new LiftSuspensionForCase("harbour-x", "case-2"))
                .expectNoEvents();
        account()
                .given(ACCOUNT_REQUESTED, AUTHORISED, SUSPENDED, new AccountReinstated("harbour-x", "sooner"))
                .when(LIFT)
                .expectNoEvents();
    }
}
