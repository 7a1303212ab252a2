package org.ninetyten.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Story.ACCOUNT_REQUESTED;
import static org.ninetyten.command.story.Story.day;

import java.time.LocalDate;
import java.util.Map;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ninetyten.command.account.AccountCommand.CloseAccount;
import org.ninetyten.command.account.AccountCommand.ReinstateAccount;
import org.ninetyten.command.account.AccountCommand.SuspendAccount;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.story.Bench;
import org.ninetyten.command.story.NotedReminders;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.account.AccountEvent;
import org.ninetyten.events.account.AccountEvent.AccountAuthorised;
import org.ninetyten.events.account.AccountEvent.AccountClosed;
import org.ninetyten.events.account.AccountEvent.AccountReinstated;
import org.ninetyten.events.account.AccountEvent.AccountSuspended;

/** A suspension with a last day ends by itself once that is over, and no other does. */
class SuspensionEndTest {

    private static final LocalDate UNTIL = TODAY.plusDays(10);
    private static final String REMINDER = "suspension/harbour-x/" + UNTIL;
    private static final AccountAuthorised AUTHORISED = new AccountAuthorised(
            "harbour-x", "amina", day("2026-10-01"), "social-media", 1, 1, "t-1", day("2028-01-01"));
    private static final AccountSuspended SUSPENDED = new AccountSuspended("harbour-x", "lost phone", UNTIL, null);
    private static final AccountSuspended FOR_A_CASE =
            new AccountSuspended("harbour-x", SuspendForCase.REASON, null, "case-1");
    private static final AccountReinstated OVER =
            new AccountReinstated("harbour-x", "The suspension was until %s.".formatted(UNTIL), null);
    private static final LiftSuspensionWhenOver LIFT = new LiftSuspensionWhenOver("harbour-x", UNTIL);

    private final NotedReminders reminders = new NotedReminders();

    private FixtureConfiguration<Account> accountOn(LocalDate day) {
        return Bench.on(day, reminders, Account.class, new KnownHandles());
    }

    @Test
    void aSuspensionWithALastDayIsToBeLiftedAtItsEnd() {
        accountOn(TODAY)
                .given(ACCOUNT_REQUESTED, AUTHORISED)
                .when(suspend(UNTIL))
                .expectEvents(SUSPENDED);

        assertThat(reminders.waiting()).isEqualTo(Map.of(REMINDER, LondonTime.endOf(UNTIL)));
    }

    @Test
    void anOpenEndedOneIsNot() {
        accountOn(TODAY)
                .given(ACCOUNT_REQUESTED, AUTHORISED)
                .when(suspend(null))
                .expectSuccessfulHandlerExecution();

        assertThat(reminders.waiting()).isEmpty();
    }

    @Test
    void itEndsOnceItsLastDayIsOver() {
        accountOn(UNTIL.plusDays(1))
                .given(ACCOUNT_REQUESTED, AUTHORISED, SUSPENDED)
                .when(LIFT)
                .expectEvents(OVER);
        accountOn(UNTIL)
                .given(ACCOUNT_REQUESTED, AUTHORISED, SUSPENDED)
                .when(LIFT)
                .expectNoEvents()
                .expectException(IllegalStateException.class);
    }

    @Test
    void whatElseItIsSuspendedForSuspendsItAtOnceAgain() {
        accountOn(UNTIL.plusDays(1))
                .given(ACCOUNT_REQUESTED, AUTHORISED, SUSPENDED, FOR_A_CASE)
                .when(LIFT)
                .expectEvents(OVER, FOR_A_CASE)
                .expectResultMessagePayload(new Answer("harbour-x", 6));
    }

    @Test
    void itEndsTooWhereACaseWasLiftedBefore() {
        accountOn(UNTIL.plusDays(1))
                .given(ACCOUNT_REQUESTED, AUTHORISED, SUSPENDED, FOR_A_CASE)
                .andGiven(new AccountReinstated("harbour-x", LiftSuspensionForCase.REASON, "case-1"), SUSPENDED)
                .when(LIFT)
                .expectEvents(OVER);
    }

    @Test
    void nothingIsLiftedThatWasLiftedBeforeOrIsForLongerOrClosed() {
        unchanged(OVER);
        unchanged(new AccountReinstated("harbour-x", "found", null));
        unchanged(
                new AccountReinstated("harbour-x", "found", null),
                new AccountSuspended("harbour-x", "lost again", null, null));
        unchanged(
                new AccountReinstated("harbour-x", "found", null),
                new AccountSuspended("harbour-x", "lost again", UNTIL.plusDays(20), null));
        unchanged(new AccountClosed("harbour-x", "merged"));
    }

    private void unchanged(AccountEvent... after) {
        accountOn(UNTIL.plusDays(1))
                .given(ACCOUNT_REQUESTED, AUTHORISED, SUSPENDED)
                .andGiven((Object[]) after)
                .when(LIFT)
                .expectNoEvents()
                .expectResultMessagePayload(new Answer("harbour-x", 3L + after.length));
    }

    @Test
    void aReinstatementAndAClosureCallTheEndOff() {
        for (Object end : new Object[] {
            new ReinstateAccount("harbour-x", new AccountCommand.Reason("found")),
            new CloseAccount("harbour-x", new AccountCommand.Reason("merged"))
        }) {
            reminders.set(LondonTime.endOf(UNTIL), "suspension", "harbour-x", UNTIL.toString());

            accountOn(TODAY)
                    .given(ACCOUNT_REQUESTED, AUTHORISED, SUSPENDED)
                    .when(end)
                    .expectSuccessfulHandlerExecution();

            assertThat(reminders.waiting()).isEmpty();
        }
    }

    @Test
    void aRetryOfTheSuspensionSetsNothingAnew() {
        accountOn(TODAY)
                .given(ACCOUNT_REQUESTED, AUTHORISED, SUSPENDED)
                .when(suspend(UNTIL))
                .expectNoEvents();

        assertThat(reminders.waiting()).isEmpty();
    }

    private static SuspendAccount suspend(@Nullable LocalDate until) {
        return new SuspendAccount("harbour-x", new AccountCommand.Suspension("lost phone", until));
    }
}
