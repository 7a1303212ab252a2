package org.ninetyten.command.account;

import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Bench.ifMatch;
import static org.ninetyten.command.story.Story.ACCOUNT_REQUESTED;
import static org.ninetyten.command.story.Story.AMINA_REGISTERED;
import static org.ninetyten.command.story.Story.BEN_REGISTERED;
import static org.ninetyten.command.story.Story.POLICY_DRAFTED;
import static org.ninetyten.command.story.Story.acknowledged;
import static org.ninetyten.command.story.Story.day;
import static org.ninetyten.command.story.Story.training;
import static org.ninetyten.command.story.Story.version;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.command.account.AccountCommand.AddOperator;
import org.ninetyten.command.account.AccountCommand.RemoveOperator;
import org.ninetyten.command.account.AccountCommand.SuspendAccount;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.story.Refused;
import org.ninetyten.events.account.AccountEvent.OperatorRemoved;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;
import org.ninetyten.events.policy.PolicyEvent.PolicyWithdrawn;
import org.ninetyten.events.policy.Significance;

class OperatorsTest extends OneAccount {

    OperatorsTest() {
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

        account().given(ACCOUNT_REQUESTED, AUTHORISED).when(add("ben", null)).expectEvents(added("ben", TODAY));
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
