package org.ninetyten.command.officer;

import static org.ninetyten.command.story.Story.AMINA_REGISTERED;
import static org.ninetyten.command.story.Story.day;

import java.time.LocalDate;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.story.Bench;
import org.ninetyten.command.story.KnownHeldAccounts;
import org.ninetyten.command.story.Story;
import org.ninetyten.events.officer.OfficerEvent.TrainingLapsed;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;
import org.ninetyten.events.policy.Obligations;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.Significance;

/** Under the policy a training counts for 24 months, unless it says itself until when. */
class TrainingLapseTest {

    private static final NoteTrainingLapsed NOTE = new NoteTrainingLapsed("amina");
    private static final TrainingLapsed LAPSED = new TrainingLapsed("amina", "t-1", day("2026-03-31"), null, null);
    private static final TrainingRecorded T_1 = training("t-1", "2025-04-01", "2026-03-31");

    private final KnownHeldAccounts accounts = new KnownHeldAccounts();

    @Test
    void whatSaysItselfUntilWhenItCountsLapsesOnceThatDayIsOver() {
        recorded("2025-04-01", "2026-04-01", T_1).when(NOTE).expectEvents(LAPSED);
        recorded("2025-04-01", "2026-03-31", T_1)
                .when(NOTE)
                .expectNoEvents()
                .expectResultMessagePayload(new Answer("amina", 2));
    }

    @Test
    void itLapsesOnce() {
        recorded("2025-04-01", "2026-04-02", T_1)
                .andGiven(LAPSED)
                .when(NOTE)
                .expectNoEvents()
                .expectResultMessagePayload(new Answer("amina", 3));
    }

    @Test
    void oneThatSaysNothingLapsesAsTheLongestPolicyOfTheirAccountsHasIt() {
        accounts.under(day("2025-01-01"), Story.version(1, Significance.MAJOR, "2025-01-01"));

        recorded("2025-04-01", "2027-04-02", training("t-2", "2025-04-01", null))
                .when(NOTE)
                .expectEvents(new TrainingLapsed("amina", "t-2", day("2027-04-01"), "social-media", 1));
        recorded("2025-04-01", "2027-04-01", training("t-2", "2025-04-01", null))
                .when(NOTE)
                .expectNoEvents();

        accounts.under(day("2025-01-01"), emailForYears());
        recorded("2025-04-01", "2027-04-02", training("t-2", "2025-04-01", null))
                .when(NOTE)
                .expectNoEvents();
    }

    @Test
    void withoutAnAccountNothingSaysThatItHasRunOut() {
        recorded("2025-04-01", "2090-01-01", training("t-2", "2025-04-01", null))
                .when(NOTE)
                .expectNoEvents();
        recorded("2025-04-01", "2090-01-01", T_1, training("t-2", "2025-04-01", null))
                .when(NOTE)
                .expectNoEvents();
    }

    @Test
    void whoWasTrainedAgainInTimeDoesNotLapseWhateverTheOrder() {
        TrainingRecorded next = training("t-2", "2026-04-01", "2027-03-31");
        recorded("2026-03-31", "2026-06-01", T_1, next).when(NOTE).expectNoEvents();
        recorded("2026-03-31", "2026-06-01", next, T_1).when(NOTE).expectNoEvents();
    }

    @Test
    void whoWasTrainedAgainTooLateLapsedInBetweenAlsoWhereThatIsNotedLate() {
        recorded("2026-03-31", "2026-06-01", T_1, training("t-2", "2026-04-02", "2027-03-31"))
                .when(NOTE)
                .expectEvents(LAPSED);
    }

    @Test
    void theNextTrainingLapsesToo() {
        recorded("2026-03-31", "2027-04-01", T_1)
                .andGiven(LAPSED, training("t-2", "2026-05-01", "2027-03-31"))
                .when(NOTE)
                .expectEvents(new TrainingLapsed("amina", "t-2", day("2027-03-31"), null, null));
    }

    @Test
    void oneThatWasOverWhenItWasRecordedLapsesWhereItIsTheLast() {
        recorded("2026-10-01", "2026-10-01", T_1).when(NOTE).expectEvents(LAPSED);
    }

    @Test
    void yearsThatAreBroughtInDoNotLapseOneByOne() {
        TrainingRecorded longAgo = training("t-0", "2019-01-01", "2020-01-01");
        recorded("2026-10-01", "2026-10-01", longAgo, training("t-2", "2026-01-01", "2027-03-31"))
                .when(NOTE)
                .expectNoEvents();
        recorded("2026-10-01", "2026-10-01", longAgo, T_1).when(NOTE).expectEvents(LAPSED);
        recorded("2026-10-01", "2026-10-01", longAgo, T_1)
                .andGiven(LAPSED)
                .when(NOTE)
                .expectNoEvents();
        recorded("2026-10-01", "2026-10-01", T_1)
                .andGiven(LAPSED, longAgo)
                .when(NOTE)
                .expectNoEvents();
    }

    @Test
    void twoThatEndOnTheSameDayAreOneLapse() {
        TrainingRecorded twin = training("t-9", "2025-04-01", "2026-03-31");
        recorded("2025-04-01", "2026-04-01", T_1, twin)
                .when(NOTE)
                .expectEvents(new TrainingLapsed("amina", "t-9", day("2026-03-31"), null, null));
        recorded("2025-04-01", "2026-04-01", T_1, twin)
                .andGiven(new TrainingLapsed("amina", "t-9", day("2026-03-31"), null, null))
                .when(NOTE)
                .expectNoEvents();
    }

    /** Registered and trained, as was recorded on one day, and asked about on another. */
    private TestExecutor<Officer> recorded(String on, String today, Object... trainings) {
        FixtureConfiguration<Officer> officer = Bench.on(day(today), Officer.class, accounts);
        return officer.givenCurrentTime(Bench.noonOf(day(on)).instant())
                .andGiven(AMINA_REGISTERED)
                .andGiven(trainings);
    }

    private static PolicyVersionPublished emailForYears() {
        PolicyVersionPublished one = Story.version(1, Significance.MAJOR, "2025-01-01");
        var content = one.content();
        var years = new Obligations(14, 30, 60, 5, 10, 180);
        return new PolicyVersionPublished(
                "email",
                1,
                Significance.MAJOR,
                new PolicyContent(content.purpose(), content.objectives(), content.clauses(), content.ladder(), years),
                "Version 1",
                one.effectiveFrom(),
                one.reviewBy());
    }

    private static TrainingRecorded training(String id, String completedOn, @Nullable String until) {
        LocalDate validUntil = until == null ? null : day(until);
        return new TrainingRecorded("amina", id, "Posting well", day(completedOn), validUntil);
    }
}
