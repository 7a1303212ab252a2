package org.ninetyten.command.transgression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninetyten.command.story.Story.version;
import static org.ninetyten.command.transgression.OneCase.CLOSED;
import static org.ninetyten.command.transgression.OneCase.NO_BREACH;
import static org.ninetyten.command.transgression.OneCase.REOPENED;
import static org.ninetyten.command.transgression.OneCase.REPORTED;
import static org.ninetyten.command.transgression.OneCase.STANDARDS;
import static org.ninetyten.command.transgression.OneCase.assess;
import static org.ninetyten.command.transgression.OneCase.assessed;
import static org.ninetyten.command.transgression.OneCase.reported;

import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.story.Refused;
import org.ninetyten.command.transgression.TransgressionCommand.AssessTransgression;
import org.ninetyten.events.policy.Mitigation;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.policy.Significance;
import org.ninetyten.events.transgression.PinnedFacts;

class AssessmentTest extends BenchOfCases {

    @Test
    void theRecommendationAndItsReasonsStandBesideWhatWasDecided() {
        bench().given(REPORTED)
                .when(assess(Response.COACHING, null))
                .expectEvents(COACHING)
                .expectResultMessagePayload(new Answer("case-1", 2));
    }

    @Test
    void whatIsNoBreachIsExplainedAndNothingElse() {
        bench().given(REPORTED).when(OneCase.noBreach(STANDARDS)).expectEvents(NO_BREACH);
        assertThat(reminders.waiting()).isEmpty();
    }

    @Test
    void anotherResponseThanTheRecommendedOneNeedsARationale() {
        bench().given(REPORTED)
                .when(assess(Response.ADVICE, null))
                .expectNoEvents()
                .expectException(Refused.byRule("rationale-required"));
        bench().given(REPORTED).when(assess(Response.ADVICE, "It fits better")).expectEvents(assessed(Response.ADVICE));
    }

    @Test
    void mitigationsThatFollowFromWhatWasPinnedAreAppliedUnasked() {
        bench().given(reported(new PinnedFacts("social-media", 1, false, false, 0), true))
                .when(assess(Response.ADVICE, null))
                .expectEvents(assessed(
                        Response.ADVICE,
                        List.of(Mitigation.SELF_REPORTED, Mitigation.NOT_TRAINED, Mitigation.NOT_ACKNOWLEDGED),
                        Response.ADVICE,
                        "Genuine mistake with medium harm: the ladder starts at COACHING.",
                        "Self reported: one step down.",
                        "Not trained: no steps down.",
                        "Not acknowledged: no steps down.",
                        "Together one step down, from COACHING to ADVICE."));
    }

    @ParameterizedTest
    @CsvSource({"SELF_REPORTED", "NOT_TRAINED", "NOT_ACKNOWLEDGED"})
    void oneThatWhatWasPinnedContradictsIsRefused(Mitigation mitigation) {
        bench().given(REPORTED)
                .when(assess(Response.COACHING, null, mitigation))
                .expectNoEvents()
                .expectException(Refused.byRule("mitigation-not-so"));
    }

    @Test
    void aMitigationThatAPersonJudgesIsTakenAtTheirWord() {
        bench().given(REPORTED)
                .when(assess(Response.COACHING, null, Mitigation.REMOVED_PROMPTLY))
                .expectEvents(assessed(
                        Response.COACHING,
                        List.of(Mitigation.REMOVED_PROMPTLY),
                        Response.COACHING,
                        "Genuine mistake with medium harm: the ladder starts at COACHING.",
                        "Removed promptly: no steps down."));
    }

    @Test
    void earlierBreachesThatWerePinnedStepUp() {
        bench().given(reported(new PinnedFacts("social-media", 1, true, true, 1), false))
                .when(assess(Response.TRAINING, null))
                .expectEvents(assessed(
                        Response.TRAINING,
                        List.of(),
                        Response.TRAINING,
                        "Genuine mistake with medium harm: the ladder starts at COACHING.",
                        "Second breach within 12 months: one step up.",
                        "Together one step up, from COACHING to TRAINING."));
    }

    @Test
    void aPolicyPublishedBetweenReportAndAssessmentChangesNothing() {
        FixtureConfiguration<Transgression> bench = bench();
        known.with(version(2, Significance.MAJOR, "2026-04-01"));

        bench.given(REPORTED).when(assess(Response.COACHING, null)).expectEvents(COACHING);
    }

    @Test
    void aClauseThatTheVersionHasNotIsRefused() {
        bench().given(REPORTED)
                .when(new AssessTransgression(
                        "case-1",
                        new TransgressionCommand.Assessment(
                                true,
                                List.of("personal-data", "politics"),
                                COACHED.intent(),
                                COACHED.harm(),
                                List.of(),
                                Response.COACHING,
                                null,
                                "A name was in it",
                                null),
                        STANDARDS))
                .expectNoEvents()
                .expectException(Refused.byRule("no-such-clause"));
    }

    private static final TransgressionCommand.Assessment COACHED = OneCase.assessment(Response.COACHING, null);

    @Test
    void aBreachIsJudgedAsAWholeAndNoBreachIsNot() {
        bench().given(REPORTED)
                .when(new AssessTransgression(
                        "case-1",
                        new TransgressionCommand.Assessment(
                                true, List.of(), null, null, List.of(), null, null, "e", null),
                        STANDARDS))
                .expectNoEvents()
                .expectException(Refused.asInvalid("invalid", "/clauseIds", "/intent", "/harm", "/response"));
        bench().given(REPORTED)
                .when(new AssessTransgression(
                        "case-1",
                        new TransgressionCommand.Assessment(
                                false,
                                List.of("personal-data"),
                                COACHED.intent(),
                                COACHED.harm(),
                                List.of(Mitigation.REMOVED_PROMPTLY),
                                Response.COACHING,
                                "r",
                                "e",
                                null),
                        STANDARDS))
                .expectNoEvents()
                .expectException(Refused.asInvalid(
                        "invalid", "/clauseIds", "/mitigations", "/intent", "/harm", "/response", "/rationale"));
    }

    @Test
    void aClauseIsNamedOnce() {
        bench().given(REPORTED)
                .when(new AssessTransgression(
                        "case-1",
                        new TransgressionCommand.Assessment(
                                true,
                                List.of("personal-data", "confidentiality", "personal-data", "personal-data"),
                                COACHED.intent(),
                                COACHED.harm(),
                                List.of(),
                                Response.COACHING,
                                null,
                                "A name was in it",
                                null),
                        STANDARDS))
                .expectNoEvents()
                .expectException(Refused.asInvalid("invalid", "/clauseIds/2", "/clauseIds/3"));
    }

    @Test
    void aReopenedCaseIsAssessedAnew() {
        bench().given(REPORTED, NO_BREACH, CLOSED, REOPENED)
                .when(OneCase.noBreach(STANDARDS))
                .expectEvents(NO_BREACH)
                .expectResultMessagePayload(new Answer("case-1", 5));
    }
}
