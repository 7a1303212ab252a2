package org.ninetyten.command.account;

import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Bench.ifMatch;
import static org.ninetyten.command.story.Story.ACCOUNT_REQUESTED;
import static org.ninetyten.command.story.Story.AMINA_REGISTERED;
import static org.ninetyten.command.story.Story.POLICY_DRAFTED;
import static org.ninetyten.command.story.Story.acknowledged;
import static org.ninetyten.command.story.Story.day;
import static org.ninetyten.command.story.Story.training;
import static org.ninetyten.command.story.Story.version;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.ninetyten.command.account.AccountCommand.AuthoriseAccount;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.story.Refused;
import org.ninetyten.events.account.AccountEvent.AccountAuthorised;
import org.ninetyten.events.policy.PolicyEvent.PolicyWithdrawn;
import org.ninetyten.events.policy.Significance;

class AuthorisingAccountTest extends OneAccount {

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
                .expectEvents(new AccountAuthorised("harbour-x", "amina", TODAY, "social-media", 1, 1, "t-1", TODAY));
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
