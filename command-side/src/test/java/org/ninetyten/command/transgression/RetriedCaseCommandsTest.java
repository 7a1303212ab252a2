package org.ninetyten.command.transgression;

import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Bench.ifMatch;
import static org.ninetyten.command.story.Story.AMINA;
import static org.ninetyten.command.story.Story.version;
import static org.ninetyten.command.transgression.OneCase.ANSWERED;
import static org.ninetyten.command.transgression.OneCase.ANSWER_BY;
import static org.ninetyten.command.transgression.OneCase.CLOSED;
import static org.ninetyten.command.transgression.OneCase.NOTIFIED;
import static org.ninetyten.command.transgression.OneCase.OTHER;
import static org.ninetyten.command.transgression.OneCase.REOPENED;
import static org.ninetyten.command.transgression.OneCase.REPORTED;
import static org.ninetyten.command.transgression.OneCase.REVIEWER;
import static org.ninetyten.command.transgression.OneCase.REVIEW_REQUESTED;
import static org.ninetyten.command.transgression.OneCase.WITHDRAWN;
import static org.ninetyten.command.transgression.OneCase.assess;
import static org.ninetyten.command.transgression.OneCase.assessed;
import static org.ninetyten.command.transgression.OneCase.completed;
import static org.ninetyten.command.transgression.OneCase.decided;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.command.story.Refused;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.transgression.TransgressionEvent;
import org.ninetyten.events.transgression.TransgressionEvent.ResponseCompleted;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewDecided;

class RetriedCaseCommandsTest extends BenchOfCases {

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
