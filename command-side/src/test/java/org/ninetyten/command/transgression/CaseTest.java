package org.ninetyten.command.transgression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Bench.ifMatch;
import static org.ninetyten.command.story.Story.AMINA;
import static org.ninetyten.command.story.Story.BEN;
import static org.ninetyten.command.story.Story.SERGEANT;
import static org.ninetyten.command.story.Story.day;
import static org.ninetyten.command.story.Story.version;
import static org.ninetyten.command.transgression.OneCase.ANSWERED;
import static org.ninetyten.command.transgression.OneCase.ANSWER_BY;
import static org.ninetyten.command.transgression.OneCase.CLOSED;
import static org.ninetyten.command.transgression.OneCase.LAPSED;
import static org.ninetyten.command.transgression.OneCase.NOTICE_BY;
import static org.ninetyten.command.transgression.OneCase.NOTIFIED;
import static org.ninetyten.command.transgression.OneCase.NO_BREACH;
import static org.ninetyten.command.transgression.OneCase.OTHER;
import static org.ninetyten.command.transgression.OneCase.REOPENED;
import static org.ninetyten.command.transgression.OneCase.REPORTED;
import static org.ninetyten.command.transgression.OneCase.REVIEWER;
import static org.ninetyten.command.transgression.OneCase.REVIEW_REQUESTED;
import static org.ninetyten.command.transgression.OneCase.STANDARDS;
import static org.ninetyten.command.transgression.OneCase.WITHDRAWN;
import static org.ninetyten.command.transgression.OneCase.assess;
import static org.ninetyten.command.transgression.OneCase.assessed;
import static org.ninetyten.command.transgression.OneCase.completed;
import static org.ninetyten.command.transgression.OneCase.decided;
import static org.ninetyten.command.transgression.OneCase.reported;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.command.story.KnownStreams;
import org.ninetyten.command.story.NotedReminders;
import org.ninetyten.command.story.Refused;
import org.ninetyten.command.transgression.TransgressionCommand.AssessTransgression;
import org.ninetyten.command.transgression.TransgressionCommand.NoteAnswerWindowLapsed;
import org.ninetyten.command.transgression.TransgressionCommand.NoteNoticeOverdue;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.officer.OfficerEvent.CoachingConversationRecorded;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;
import org.ninetyten.events.policy.Mitigation;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.policy.Significance;
import org.ninetyten.events.transgression.PinnedFacts;
import org.ninetyten.events.transgression.TransgressionEvent;
import org.ninetyten.events.transgression.TransgressionEvent.AnswerWindowLapsed;
import org.ninetyten.events.transgression.TransgressionEvent.NoticeOverdue;
import org.ninetyten.events.transgression.TransgressionEvent.ResponseCompleted;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewDecided;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewRequested;

/** A case after its report. Amina posted on 1 May 2026; commands are given on Sunday 15 November 2026. */
class CaseTest {

    private static final TransgressionEvent COACHING = assessed(Response.COACHING);
    private static final String NOTICE_CLOCK = "notice/case-1/" + NOTICE_BY;
    private static final String ANSWER_CLOCK = "answer/case-1/" + ANSWER_BY;

    private final KnownStreams known = new KnownStreams();
    private final NotedReminders reminders = new NotedReminders();

    private FixtureConfiguration<Transgression> bench() {
        return OneCase.bench(known, reminders);
    }

    private FixtureConfiguration<Transgression> benchOn(LocalDate day) {
        return OneCase.bench(day, known, reminders);
    }

    @Nested
    class Assessment {

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
            bench().given(REPORTED)
                    .when(assess(Response.ADVICE, "It fits better"))
                    .expectEvents(assessed(Response.ADVICE));
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

    @Nested
    class NoticeAndAnswer {

        @Test
        void theOfficerIsToldAndHasTimeToAnswer() {
            bench().given(REPORTED, COACHING)
                    .when(OneCase.tell("personal-data"))
                    .expectEvents(NOTIFIED);
        }

        @Test
        void aNoticeNamesClausesThatTheAssessmentNames() {
            bench().given(REPORTED, COACHING)
                    .when(OneCase.tell("confidentiality"))
                    .expectNoEvents()
                    .expectException(Refused.byRule("clause-not-broken"));
            bench().given(REPORTED, COACHING)
                    .when(OneCase.tell("politics"))
                    .expectNoEvents()
                    .expectException(Refused.byRule("no-such-clause"));
        }

        @Test
        void aNoticeNamesAClauseOnce() {
            bench().given(REPORTED, COACHING)
                    .when(OneCase.tell("personal-data", "personal-data"))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("invalid", "/clauseIds/1"));
        }

        @Test
        void onlyTheOfficerMayAnswer() {
            bench().given(REPORTED, COACHING, NOTIFIED)
                    .when(OneCase.answer(AMINA))
                    .expectEvents(ANSWERED);
            bench().given(REPORTED, COACHING, NOTIFIED)
                    .when(OneCase.answer(BEN))
                    .expectNoEvents()
                    .expectException(Refused.asForbidden());
        }
    }

    @Nested
    class Clocks {

        @Test
        void theClockForTheNoticeStartsWithTheAssessmentAndEndsWithTheNotice() {
            bench().given(REPORTED).when(assess(Response.COACHING, null));
            assertThat(reminders.waiting()).containsOnly(entry(NOTICE_CLOCK, NOTICE_BY));

            bench().given(REPORTED, COACHING).when(OneCase.tell("personal-data"));
            assertThat(reminders.waiting()).containsOnly(entry(ANSWER_CLOCK, ANSWER_BY));

            bench().given(REPORTED, COACHING, NOTIFIED).when(OneCase.answer(AMINA));
            assertThat(reminders.waiting()).isEmpty();
        }

        @Test
        void aWithdrawalStopsTheClock() {
            bench().given(REPORTED).when(assess(Response.COACHING, null));
            bench().given(REPORTED, COACHING).when(OneCase.withdraw()).expectEvents(WITHDRAWN);
            assertThat(reminders.waiting()).isEmpty();
        }

        @Test
        void aNoticeThatIsNotGivenInTimeIsOverdueOnce() {
            NoticeOverdue overdue = new NoticeOverdue("case-1", "amina", "harbour-x", NOTICE_BY);
            bench().given(REPORTED, COACHING)
                    .when(new NoteNoticeOverdue("case-1", NOTICE_BY))
                    .expectEvents(overdue);
            bench().given(REPORTED, COACHING, overdue)
                    .when(new NoteNoticeOverdue("case-1", NOTICE_BY))
                    .expectNoEvents();
            bench().given(REPORTED, COACHING, overdue)
                    .when(OneCase.tell("personal-data"))
                    .expectEvents(NOTIFIED);
        }

        @Test
        void aNoticeGivenInTimeIsNotOverdueAndAnOldDayMeansNothing() {
            bench().given(REPORTED, COACHING, NOTIFIED)
                    .when(new NoteNoticeOverdue("case-1", NOTICE_BY))
                    .expectNoEvents();
            bench().given(REPORTED, COACHING)
                    .when(new NoteNoticeOverdue("case-1", NOTICE_BY.minusDays(1)))
                    .expectNoEvents();
        }

        @Test
        void theTimeToAnswerLapsesOnceAndNotForWhoeverAnswered() {
            bench().given(REPORTED, COACHING, NOTIFIED)
                    .when(new NoteAnswerWindowLapsed("case-1", ANSWER_BY))
                    .expectEvents(LAPSED);
            bench().given(REPORTED, COACHING, NOTIFIED, LAPSED)
                    .when(new NoteAnswerWindowLapsed("case-1", ANSWER_BY))
                    .expectNoEvents();
            bench().given(REPORTED, COACHING, NOTIFIED, ANSWERED)
                    .when(new NoteAnswerWindowLapsed("case-1", ANSWER_BY))
                    .expectNoEvents();
        }

        @Test
        void aReviewStopsTheClock() {
            bench().given(REPORTED, COACHING).when(OneCase.tell("personal-data"));
            bench().given(REPORTED, COACHING, NOTIFIED)
                    .when(OneCase.askReview())
                    .expectEvents(REVIEW_REQUESTED);
            assertThat(reminders.waiting()).isEmpty();
        }

        @ParameterizedTest(name = "asked {0}, decided {1}: answer by {2}")
        @CsvSource({
            // Told on Sunday 15 November, to answer by Friday the 27th: ten working days.
            "2026-11-15, 2026-11-15, 2026-11-27",
            "2026-11-18, 2026-11-18, 2026-11-27",
            // Seven were left after the 18th, and Christmas counts for nothing.
            "2026-11-18, 2026-11-25, 2026-12-04",
            "2026-11-18, 2026-12-22, 2027-01-05",
            // Asked on a weekend: all of the working days after it were left.
            "2026-11-21, 2026-11-30, 2026-12-07",
            // Asked on the last day: what was left of that day, on a working day.
            "2026-11-27, 2026-12-02, 2026-12-02",
            "2026-11-27, 2026-12-05, 2026-12-07",
            // Asked when the time was over, before the clock said so: it is over.
            "2026-11-28, 2026-12-10, 2026-11-27",
        })
        void timeUnderReviewDoesNotCount(LocalDate asked, LocalDate decided, LocalDate answerBy) {
            ReviewRequested requested = new ReviewRequested("case-1", "amina", "harbour-x", asked, "please look again");

            benchOn(decided)
                    .given(REPORTED, COACHING, NOTIFIED, requested)
                    .when(OneCase.uphold(REVIEWER))
                    .expectEvents(decided(true, Response.COACHING, answerBy));
            assertThat(reminders.waiting()).containsOnly(entry("answer/case-1/" + answerBy, answerBy));
        }

        @Test
        void norDoesItCountForTheNotice() {
            LocalDate moved = day("2026-11-27");
            ReviewRequested requested =
                    new ReviewRequested("case-1", "amina", "harbour-x", day("2026-11-18"), "please look again");

            // To be told by Friday the 20th; two working days were left after the 18th.
            benchOn(day("2026-11-25"))
                    .given(REPORTED, COACHING, requested)
                    .when(OneCase.uphold(REVIEWER))
                    .expectEvents(decided(true, Response.COACHING, moved));
            assertThat(reminders.waiting()).containsOnly(entry("notice/case-1/" + moved, moved));
        }

        @Test
        void aNoticeThatWasOverdueBeforeTheReviewIsNotOverdueAgainAfterIt() {
            NoticeOverdue overdue = new NoticeOverdue("case-1", "amina", "harbour-x", NOTICE_BY);
            ReviewRequested requested =
                    new ReviewRequested("case-1", "amina", "harbour-x", day("2026-11-24"), "please look again");
            ReviewDecided decided = decided(true, Response.COACHING, NOTICE_BY);

            benchOn(day("2026-12-01"))
                    .given(REPORTED, COACHING, overdue, requested)
                    .when(OneCase.uphold(REVIEWER))
                    .expectEvents(decided);
            benchOn(day("2026-12-01"))
                    .given(REPORTED, COACHING, overdue, requested, decided)
                    .when(new NoteNoticeOverdue("case-1", NOTICE_BY))
                    .expectNoEvents();
        }

        @Test
        void theMovedClockIsTheOneThatCounts() {
            LocalDate moved = day("2026-12-04");
            ReviewDecided decided = decided(true, Response.COACHING, moved);

            bench().given(REPORTED, COACHING, NOTIFIED, REVIEW_REQUESTED, decided)
                    .when(new NoteAnswerWindowLapsed("case-1", ANSWER_BY))
                    .expectNoEvents();
            bench().given(REPORTED, COACHING, NOTIFIED, REVIEW_REQUESTED, decided)
                    .when(new NoteAnswerWindowLapsed("case-1", moved))
                    .expectEvents(new AnswerWindowLapsed("case-1", "amina", "harbour-x", moved));
        }

        private Map.Entry<String, Instant> entry(String name, LocalDate day) {
            return Map.entry(name, LondonTime.endOf(day));
        }
    }

    @Nested
    class Review {

        @Test
        void anOfficerAsksForTheirOwnCaseOnly() {
            bench().given(REPORTED, COACHING)
                    .when(OneCase.askReview(BEN))
                    .expectNoEvents()
                    .expectException(Refused.asForbidden());
            bench().given(REPORTED, COACHING).when(OneCase.askReview(STANDARDS)).expectEvents(REVIEW_REQUESTED);
        }

        @Test
        void aReplacedResponseIsTheOneToComplete() {
            ReviewDecided replaced = decided(false, Response.REFLECTIVE_PRACTICE, null);
            bench().given(REPORTED, COACHING, NOTIFIED, ANSWERED, REVIEW_REQUESTED)
                    .when(OneCase.replace(Response.REFLECTIVE_PRACTICE))
                    .expectEvents(replaced);
            bench().given(REPORTED, COACHING, NOTIFIED, ANSWERED, REVIEW_REQUESTED, replaced)
                    .when(OneCase.complete("I thought about it", null))
                    .expectEvents(new ResponseCompleted(
                            "case-1",
                            "amina",
                            "harbour-x",
                            Response.REFLECTIVE_PRACTICE,
                            TODAY,
                            "Reflective practice completed.",
                            null,
                            "I thought about it"));
        }

        @ParameterizedTest(name = "upheld: {0}")
        @CsvSource({"true", "false"})
        void whatWasCompletedIsToBeDoneAnewWhereItsResponseIsReplaced(boolean upheld) {
            var done = bench().given(
                            REPORTED,
                            COACHING,
                            NOTIFIED,
                            LAPSED,
                            completed(Response.COACHING, "talked", "c-1"),
                            REVIEW_REQUESTED,
                            decided(upheld, upheld ? Response.COACHING : Response.TRAINING, null))
                    .when(OneCase.close());
            if (upheld) {
                done.expectEvents(CLOSED);
            } else {
                done.expectNoEvents()
                        .expectException(Refused.byRule(
                                "not-allowed-in-state",
                                Map.of(
                                        "state",
                                        "LAPSED",
                                        "allowed",
                                        List.of("completion", "review-request", "withdrawal"))));
            }
        }

        @Test
        void aResponseIsNotReplacedByItself() {
            bench().given(REPORTED, COACHING, NOTIFIED, REVIEW_REQUESTED)
                    .when(OneCase.replace(Response.COACHING))
                    .expectNoEvents()
                    .expectException(Refused.byRule("same-response"));
            ReviewDecided replaced = decided(false, Response.TRAINING, ANSWER_BY);
            bench().given(REPORTED, COACHING, NOTIFIED, REVIEW_REQUESTED, replaced, REVIEW_REQUESTED)
                    .when(OneCase.replace(Response.COACHING))
                    .expectEvents(decided(false, Response.COACHING, ANSWER_BY));
        }

        @Test
        void aDecisionIsWhole() {
            bench().given(REPORTED, COACHING, REVIEW_REQUESTED)
                    .when(new TransgressionCommand.DecideReview(
                            "case-1", new TransgressionCommand.ReviewDecision(false, null, "r"), REVIEWER))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("invalid", "/response"));
            bench().given(REPORTED, COACHING, REVIEW_REQUESTED)
                    .when(new TransgressionCommand.DecideReview(
                            "case-1", new TransgressionCommand.ReviewDecision(true, Response.ADVICE, "r"), REVIEWER))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("invalid", "/response"));
        }
    }

    @Nested
    class Completion {

        @ParameterizedTest
        @CsvSource({"ADVICE", "COACHING"})
        void adviceAndCoachingAreCompletedThroughAConversationAboutTheCase(Response response) {
            known.with(conversation("c-1", "case-1"), conversation("c-2", "case-2"));

            bench().given(REPORTED, assessed(response), NOTIFIED, ANSWERED)
                    .when(OneCase.complete("talked", "c-1"))
                    .expectEvents(completed(response, "talked", "c-1"));
            for (String reference : new String[] {null, "c-2", "c-3"}) {
                bench().given(REPORTED, assessed(response), NOTIFIED, ANSWERED)
                        .when(OneCase.complete("talked", reference))
                        .expectNoEvents()
                        .expectException(Refused.byRule("conversation-required"));
            }
        }

        @Test
        void trainingIsCompletedThroughATraining() {
            known.with(new TrainingRecorded("amina", "t-1", "Posting well", TODAY, null));

            bench().given(REPORTED, assessed(Response.TRAINING), NOTIFIED, ANSWERED)
                    .when(OneCase.complete("learnt", "t-1"))
                    .expectEvents(completed(Response.TRAINING, "learnt", "t-1"));
            bench().given(REPORTED, assessed(Response.TRAINING), NOTIFIED, ANSWERED)
                    .when(OneCase.complete("learnt", "t-2"))
                    .expectNoEvents()
                    .expectException(Refused.byRule("training-required"));
        }

        @Test
        void aMisconductReferralNeedsAReference() {
            bench().given(REPORTED, assessed(Response.MISCONDUCT_REFERRAL), NOTIFIED, LAPSED)
                    .when(OneCase.complete("handed over", "pc-17"))
                    .expectEvents(completed(Response.MISCONDUCT_REFERRAL, "handed over", "pc-17"));
            bench().given(REPORTED, assessed(Response.MISCONDUCT_REFERRAL), NOTIFIED, LAPSED)
                    .when(OneCase.complete("handed over", null))
                    .expectNoEvents()
                    .expectException(Refused.byRule("reference-required"));
        }

        @Test
        void whatIsSaidInReflectivePracticeGoesBehindItsWall() {
            bench().given(REPORTED, assessed(Response.REFLECTIVE_PRACTICE), NOTIFIED, ANSWERED)
                    .when(OneCase.complete("I was angry", "rprp-1"))
                    .expectEvents(new ResponseCompleted(
                            "case-1",
                            "amina",
                            "harbour-x",
                            Response.REFLECTIVE_PRACTICE,
                            TODAY,
                            "Reflective practice completed.",
                            "rprp-1",
                            "I was angry"));
        }

        @Test
        void nothingIsCompletedInTheFuture() {
            benchOn(TODAY.minusDays(1))
                    .given(REPORTED, assessed(Response.SUSPEND_ACCESS), NOTIFIED, ANSWERED)
                    .when(OneCase.complete("over", null))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("date-in-future", "/completedOn"));
        }

        @Test
        void aLinkedConversationCompletesWhatAwaitsOne() {
            bench().given(REPORTED, COACHING, NOTIFIED, ANSWERED)
                    .when(new CompleteThroughConversation("case-1", "amina", "c-1", TODAY))
                    .expectEvents(
                            completed(Response.COACHING, "Completed through the coaching conversation 'c-1'.", "c-1"));
        }

        static Stream<Arguments> whatAwaitsNoConversation() {
            return Stream.of(
                    Arguments.of("amina", List.of(REPORTED)),
                    Arguments.of("amina", List.of(REPORTED, COACHING)),
                    Arguments.of("amina", List.of(REPORTED, COACHING, NOTIFIED)),
                    Arguments.of("amina", List.of(REPORTED, assessed(Response.TRAINING), NOTIFIED, ANSWERED)),
                    Arguments.of("ben", List.of(REPORTED, COACHING, NOTIFIED, ANSWERED)),
                    Arguments.of("amina", List.of(REPORTED, NO_BREACH, CLOSED)));
        }

        @ParameterizedTest
        @MethodSource("whatAwaitsNoConversation")
        void aLinkedConversationIsNoMoreThanThatElsewhere(String officerId, List<TransgressionEvent> history) {
            bench().given(history)
                    .when(new CompleteThroughConversation("case-1", officerId, "c-1", TODAY))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("case-1", history.size()));
        }

        private CoachingConversationRecorded conversation(String id, String transgressionId) {
            return new CoachingConversationRecorded(
                    "amina", id, TODAY, "sergeant", List.of("tone"), "s", List.of(), null, transgressionId);
        }
    }

    @Nested
    class Retries {

        private static final ResponseCompleted SUSPENSION_OVER = completed(Response.SUSPEND_ACCESS, "over", null);
        private static final ReviewDecided UPHELD = decided(true, Response.SUSPEND_ACCESS, ANSWER_BY);
        private static final List<TransgressionEvent> WHOLE = List.of(
                REPORTED,
                assessed(Response.SUSPEND_ACCESS),
                NOTIFIED,
                REVIEW_REQUESTED,
                UPHELD,
                ANSWERED,
                SUSPENSION_OVER,
                CLOSED,
                REOPENED);

        static Stream<Arguments> everyCommand() {
            return Stream.of(
                    Arguments.of(2, 8, assess(Response.SUSPEND_ACCESS, "It fits better")),
                    Arguments.of(3, 8, OneCase.tell("personal-data")),
                    Arguments.of(4, 4, OneCase.askReview()),
                    Arguments.of(5, 8, OneCase.uphold(REVIEWER)),
                    Arguments.of(6, 8, OneCase.answer(AMINA)),
                    Arguments.of(7, 8, OneCase.complete("over", null)),
                    Arguments.of(8, 8, OneCase.close()),
                    Arguments.of(9, 9, OneCase.reopen(OTHER)));
        }

        /** Also after later events, up to those that make the command possible again. */
        @ParameterizedTest(name = "{2}")
        @MethodSource("everyCommand")
        void theSameAgainIsAnsweredAsTheFirstTime(int version, int lastVersion, Command command) {
            for (int now = version; now <= lastVersion; now++) {
                bench().given(WHOLE.subList(0, now))
                        .when(command, ifMatch(77))
                        .expectNoEvents()
                        .expectResultMessagePayload(new Answer("case-1", version));
            }
        }

        @Test
        void theSameOnALaterDayIsStillTheSame() {
            benchOn(TODAY.plusDays(3))
                    .given(WHOLE.subList(0, 2))
                    .when(assess(Response.SUSPEND_ACCESS, "It fits better"))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("case-1", 2));
            benchOn(TODAY.plusDays(3))
                    .given(WHOLE.subList(0, 3))
                    .when(OneCase.tell("personal-data"))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("case-1", 3));
        }

        @Test
        void aWithdrawalAgainIsAnsweredAsTheFirstTime() {
            bench().given(REPORTED, WITHDRAWN)
                    .when(OneCase.withdraw(), ifMatch(77))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("case-1", 2));
        }

        @Test
        void whatWasDoneBeforeAReopeningIsNoAnswerToACommandAfterIt() {
            bench().given(WHOLE)
                    .when(OneCase.close())
                    .expectNoEvents()
                    .expectException(Refused.byRule(
                            "not-allowed-in-state",
                            Map.of("state", "REOPENED", "allowed", List.of("assessment", "withdrawal"))));
        }

        @Test
        void aStaleCommandIsRefusedBeforeAnythingElse() {
            bench().given(REPORTED)
                    .when(OneCase.close(), ifMatch(7))
                    .expectNoEvents()
                    .expectException(Refused.asStale(1));
        }
    }

    @Test
    void aSupervisorMayNotAnswerForTheOfficer() {
        bench().given(REPORTED, COACHING, NOTIFIED)
                .when(OneCase.answer(SERGEANT))
                .expectNoEvents()
                .expectException(Refused.asForbidden());
    }
}
