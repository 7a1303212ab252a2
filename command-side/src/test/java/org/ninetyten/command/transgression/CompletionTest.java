package org.ninetyten.command.transgression;

import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.transgression.OneCase.ANSWERED;
import static org.ninetyten.command.transgression.OneCase.CLOSED;
import static org.ninetyten.command.transgression.OneCase.LAPSED;
import static org.ninetyten.command.transgression.OneCase.NOTIFIED;
import static org.ninetyten.command.transgression.OneCase.NO_BREACH;
import static org.ninetyten.command.transgression.OneCase.REPORTED;
import static org.ninetyten.command.transgression.OneCase.assessed;
import static org.ninetyten.command.transgression.OneCase.completed;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.story.Refused;
import org.ninetyten.events.officer.OfficerEvent.CoachingConversationRecorded;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.transgression.TransgressionEvent;
import org.ninetyten.events.transgression.TransgressionEvent.ResponseCompleted;

class CompletionTest extends BenchOfCases {

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
