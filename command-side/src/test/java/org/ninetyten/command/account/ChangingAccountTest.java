package org.ninetyten.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Story.ACCOUNT_REQUESTED;

import org.junit.jupiter.api.Test;
import org.ninetyten.command.account.AccountCommand.CloseAccount;
import org.ninetyten.command.account.AccountCommand.RefuseAccount;
import org.ninetyten.command.account.AccountCommand.ReinstateAccount;
import org.ninetyten.command.account.AccountCommand.SuspendAccount;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.story.Refused;
import org.ninetyten.events.account.AccountEvent.AccountSuspended;

class ChangingAccountTest extends OneAccount {

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
                .given(ACCOUNT_REQUESTED, AUTHORISED, new AccountSuspended("harbour-x", "Password shared", TODAY, null))
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
