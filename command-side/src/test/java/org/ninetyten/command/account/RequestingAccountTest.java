package org.ninetyten.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Bench.ifMatch;
import static org.ninetyten.command.story.Story.ACCOUNT_REQUESTED;
import static org.ninetyten.command.story.Story.AMINA;
import static org.ninetyten.command.story.Story.AMINA_REGISTERED;
import static org.ninetyten.command.story.Story.BEN;
import static org.ninetyten.command.story.Story.BEN_REGISTERED;
import static org.ninetyten.command.story.Story.COMMS;
import static org.ninetyten.command.story.Story.POLICY_DRAFTED;
import static org.ninetyten.command.story.Story.day;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.command.account.AccountCommand.RequestAccount;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.story.Refused;
import org.ninetyten.events.account.AccountEvent.AccountRequested;

class RequestingAccountTest extends OneAccount {

    RequestingAccountTest() {
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
    @ValueSource(strings = {"@HarbourPolice", "harbourpolice", "HARBOURPOLICE", " @hArBoUrPoLiCe ", "ＨａｒｂｏｕｒＰｏｌｉｃｅ"})
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
