package org.ninetyten.command.transgression;

import static org.ninetyten.command.story.Story.AMINA_REGISTERED;
import static org.ninetyten.command.transgression.OneCase.NO_BREACH;
import static org.ninetyten.command.transgression.OneCase.REPORTED;
import static org.ninetyten.command.transgression.OneCase.STANDARDS;

import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.story.KnownStreams;
import org.ninetyten.command.story.NotedReminders;
import org.ninetyten.command.story.Refused;
import org.ninetyten.command.transgression.TransgressionCommand.AssessTransgression;
import org.ninetyten.events.officer.AdviceDecision;
import org.ninetyten.events.officer.OfficerEvent.AdviceGiven;
import org.ninetyten.events.officer.OfficerEvent.AdviceOutcomeRecorded;
import org.ninetyten.events.officer.OfficerEvent.AdviceRequested;
import org.ninetyten.events.policy.Mitigation;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionAssessed;

/** The assessment of Amina's post "abc", made with harbour-x on 1 May at 09:30. */
class FollowedAdviceTest {

    private static final Instant POSTED = REPORTED.postedAt();
    private static final Instant THE_DAY_BEFORE = Instant.parse("2026-04-30T09:00:00Z");
    private static final String SAME = " ABC ";
    private static final String OTHER = "something else altogether";

    private final KnownStreams known = new KnownStreams().with(AMINA_REGISTERED);

    private FixtureConfiguration<Transgression> transgression() {
        return OneCase.bench(known, new NotedReminders());
    }

    @Test
    void anAssessorNamesTheAdviceOnThatVeryPostWhateverItsDraft() {
        followed("a-1", OTHER);
        followed("a-2", SAME);
        transgression().given(REPORTED).when(claim("a-1")).expectEvents(assessed("a-1"));
    }

    @Test
    void withoutANameTheOneWithTheMostSimilarDraftIsFound() {
        followed("a-1", OTHER);
        followed("a-2", SAME);
        followed("a-3", "abcde");
        transgression().given(REPORTED).when(claim(null)).expectEvents(assessed("a-2"));
    }

    @Test
    void itIsNeverAppliedUnlessItIsClaimed() {
        followed("a-1", SAME);
        transgression()
                .given(REPORTED)
                .when(OneCase.assess(Response.COACHING, null))
                .expectEvents(OneCase.assessed(Response.COACHING));
    }

    @Test
    void adviceIsNotNamedWhereItIsNotClaimed() {
        followed("a-1", SAME);
        transgression()
                .given(REPORTED)
                .when(assess("a-1"))
                .expectNoEvents()
                .expectException(Refused.asInvalid("invalid", "/adviceId"));
        transgression()
                .given(REPORTED)
                .when(new AssessTransgression(
                        "case-1",
                        new TransgressionCommand.Assessment(
                                false, List.of(), null, null, List.of(), null, null, "None", "a-1"),
                        STANDARDS))
                .expectNoEvents()
                .expectException(Refused.asInvalid("invalid", "/adviceId"));
    }

    @Test
    void withoutSimilarAdviceTheClaimIsRefused() {
        followed("a-1", OTHER);
        refused(null, "no-followed-advice");
    }

    @Test
    void nobodyElsesAdviceCounts() {
        known.recordedAt(
                THE_DAY_BEFORE,
                new AdviceRequested("ben", "a-1", "harbour-x", SAME, "May I?", POSTED),
                new AdviceGiven("ben", "a-1", "harbour-x", AdviceDecision.GO_AHEAD, "Yes"),
                new AdviceOutcomeRecorded("ben", "a-1", "harbour-x", true));
        refused(null, "no-followed-advice");
        refused("a-1", "no-such-advice");
    }

    @Test
    void adviceForAnotherAccountDoesNotCount() {
        advised("a-1", "ben-in-blue", SAME, THE_DAY_BEFORE, THE_DAY_BEFORE, AdviceDecision.GO_AHEAD, true);
        refused(null, "no-followed-advice");
        refused("a-1", "advice-of-another-account");
    }

    @Test
    void adviceThatWasAskedOrAnsweredOnlyOnceItWasPostedDoesNotCount() {
        advised("a-1", "harbour-x", SAME, POSTED, POSTED, AdviceDecision.GO_AHEAD, true);
        advised("a-2", "harbour-x", SAME, THE_DAY_BEFORE, POSTED.plusMillis(1), AdviceDecision.GO_AHEAD, true);
        known.recordedAt(THE_DAY_BEFORE, new AdviceRequested("amina", "a-3", "harbour-x", SAME, "May I?", POSTED));
        refused(null, "no-followed-advice");
        refused("a-1", "advice-not-before-post");
        refused("a-2", "advice-not-before-post");
        refused("a-3", "advice-not-before-post");
    }

    @Test
    void adviceThatWasGivenByTheTimeItWasPostedCounts() {
        advised("a-1", "harbour-x", SAME, POSTED.minusMillis(1), POSTED, AdviceDecision.CHANGE_IT, true);
        transgression().given(REPORTED).when(claim(null)).expectEvents(assessed("a-1"));
    }

    @Test
    void adviceNotToPostAndAdviceThatWasNotFollowedDoNotCount() {
        advised("a-1", "harbour-x", SAME, THE_DAY_BEFORE, THE_DAY_BEFORE, AdviceDecision.DO_NOT_POST, true);
        advised("a-2", "harbour-x", SAME, THE_DAY_BEFORE, THE_DAY_BEFORE, AdviceDecision.GO_AHEAD, false);
        advised("a-3", "harbour-x", SAME, THE_DAY_BEFORE, THE_DAY_BEFORE, AdviceDecision.GO_AHEAD, null);
        refused(null, "no-followed-advice");
        refused("a-1", "advice-not-followed");
        refused("a-2", "advice-not-followed");
        refused("a-3", "advice-not-followed");
    }

    @Test
    void aRetryIsOneWithAndWithoutTheAdviceThatWasFoundAndNotWithAnother() {
        transgression()
                .given(REPORTED, assessed("a-1"))
                .when(claim("a-1"))
                .expectNoEvents()
                .expectResultMessagePayload(new Answer("case-1", 2));
        transgression()
                .given(REPORTED, assessed("a-1"))
                .when(claim(null))
                .expectNoEvents()
                .expectResultMessagePayload(new Answer("case-1", 2));
        transgression().given(REPORTED, assessed("a-1")).when(claim("a-2")).expectNoEvents();
        transgression()
                .given(REPORTED, NO_BREACH)
                .when(OneCase.noBreach(STANDARDS))
                .expectNoEvents()
                .expectResultMessagePayload(new Answer("case-1", 2));
    }

    private void refused(@Nullable String adviceId, String code) {
        transgression().given(REPORTED).when(claim(adviceId)).expectNoEvents().expectException(Refused.byRule(code));
    }

    private void followed(String adviceId, String draft) {
        advised(adviceId, "harbour-x", draft, THE_DAY_BEFORE, THE_DAY_BEFORE, AdviceDecision.GO_AHEAD, true);
    }

    private void advised(
            String adviceId,
            String accountId,
            String draft,
            Instant asked,
            Instant answered,
            AdviceDecision decision,
            @Nullable Boolean followed) {
        known.recordedAt(asked, new AdviceRequested("amina", adviceId, accountId, draft, "May I?", answered))
                .recordedAt(answered, new AdviceGiven("amina", adviceId, accountId, decision, "Why not"));
        if (followed != null) {
            known.with(new AdviceOutcomeRecorded("amina", adviceId, accountId, followed));
        }
    }

    private static AssessTransgression claim(@Nullable String adviceId) {
        return assess(adviceId, Mitigation.ADVICE_FOLLOWED);
    }

    private static AssessTransgression assess(@Nullable String adviceId, Mitigation... mitigations) {
        TransgressionCommand.Assessment plain = OneCase.assessment(Response.COACHING, null, mitigations);
        return new AssessTransgression(
                "case-1",
                new TransgressionCommand.Assessment(
                        plain.breach(),
                        plain.clauseIds(),
                        plain.intent(),
                        plain.harm(),
                        plain.mitigations(),
                        plain.response(),
                        plain.rationale(),
                        plain.explanation(),
                        adviceId),
                STANDARDS);
    }

    private static TransgressionAssessed assessed(String adviceId) {
        TransgressionAssessed plain = OneCase.assessed(
                Response.COACHING,
                List.of(Mitigation.ADVICE_FOLLOWED),
                Response.COACHING,
                "Genuine mistake with medium harm: the ladder starts at COACHING.",
                "Advice followed: no steps down.");
        return new TransgressionAssessed(
                plain.transgressionId(),
                plain.officerId(),
                plain.accountId(),
                plain.assessedOn(),
                plain.breach(),
                plain.policyId(),
                plain.policyVersion(),
                plain.clauseIds(),
                plain.intent(),
                plain.harm(),
                plain.mitigations(),
                plain.recommended(),
                plain.recommendationReasons(),
                plain.response(),
                plain.rationale(),
                plain.explanation(),
                plain.noticeBy(),
                adviceId);
    }
}
