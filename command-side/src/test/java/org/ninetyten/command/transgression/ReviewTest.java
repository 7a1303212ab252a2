package org.ninetyten.command.transgression;

import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Story.BEN;
import static org.ninetyten.command.transgression.OneCase.ANSWERED;
import static org.ninetyten.command.transgression.OneCase.ANSWER_BY;
import static org.ninetyten.command.transgression.OneCase.CLOSED;
import static org.ninetyten.command.transgression.OneCase.LAPSED;
import static org.ninetyten.command.transgression.OneCase.NOTIFIED;
import static org.ninetyten.command.transgression.OneCase.REPORTED;
import static org.ninetyten.command.transgression.OneCase.REVIEWER;
import static org.ninetyten.command.transgression.OneCase.REVIEW_REQUESTED;
import static org.ninetyten.command.transgression.OneCase.STANDARDS;
import static org.ninetyten.command.transgression.OneCase.completed;
import static org.ninetyten.command.transgression.OneCase.decided;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninetyten.command.story.Refused;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.transgression.TransgressionEvent.ResponseCompleted;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewDecided;

class ReviewTest extends BenchOfCases {

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
