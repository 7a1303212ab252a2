package org.ninetyten.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.transgression.Post;
import org.ninetyten.events.transgression.TransgressionEvent;
import org.ninetyten.events.transgression.TransgressionEvent.AnswerWindowLapsed;
import org.ninetyten.events.transgression.TransgressionEvent.NoticeOverdue;
import org.ninetyten.events.transgression.TransgressionEvent.OfficerAnswered;
import org.ninetyten.events.transgression.TransgressionEvent.ResponseCompleted;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewDecided;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewRequested;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionClosed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReopened;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionWithdrawn;
import org.ninetyten.query.Samples;

/** A case's history alone is enough to explain the outcome. */
class TransgressionTellingTest {

    private static final ClauseTitles TITLES = new ClauseTitles() {
        @Override
        public List<String> of(String policyId, int version, List<String> clauseIds) {
            return clauseIds.stream()
                    .map(id -> id.equals("operations") && version == 1 ? "4.2 (Operations)" : id)
                    .toList();
        }

        @Override
        public List<String> inCase(String transgressionId, List<String> clauseIds) {
            return of("social-media", 1, clauseIds);
        }
    };

    private static final LocalDate DAY = LocalDate.parse("2026-03-10");

    @Test
    void aReportTellsForWhatAndWhatWasPinned() {
        Telling told = tell(Samples.reported("photo", "harbour-x", "amina"));

        assertThat(told.summary())
                .isEqualTo(
                        "Operational disclosure reported by A resident (recorded by standards) for a post of 2026-03-01 by"
                                + " officer amina on account harbour-x: The whiteboard can be read. The post reads: \"Proud of"
                                + " the night shift!\". Version 1 of the policy social-media was in force, the officer had"
                                + " acknowledged it, had no valid training and had 2 earlier breaches within the ladder's"
                                + " look-back.");
        assertThat(told.policyVersion()).isEqualTo(1);
    }

    @Test
    void aReportTellsWhoMadeItAndALongPostInItsBeginning() {
        TransgressionReported e = Samples.reported("photo", "harbour-x", "amina");
        assertThat(summary(reported(e, "word  \n".repeat(200), null, false)))
                .contains("reported by standards for a post")
                .contains("The post reads: \"word word")
                .contains("word…\".")
                .hasSizeLessThan(900);
        assertThat(summary(reported(e, "Sorry", null, true))).contains("reported by the officer themselves for a post");
    }

    @Test
    void anAssessmentTellsTheJudgementTheRecommendationItsReasonsTheDecisionAndWhyItDiffers() {
        Telling told = tell(Samples.assessed("photo", "amina", Intent.GENUINE_MISTAKE, Response.REFLECTIVE_PRACTICE));

        assertThat(told.summary())
                .isEqualTo("standards assessed it under version 1 of the policy social-media as a breach of clause"
                        + " 4.2 (Operations), intent genuine mistake, harm medium, mitigated by not trained: The routes could"
                        + " be read. The ladder recommended coaching, because: GENUINE_MISTAKE with MEDIUM harm starts"
                        + " at COACHING. Decided: reflective practice, which differs from it because: It was done twice"
                        + " in a week. The officer is to be told by 2026-03-10.");
        assertThat(told.happenedOn()).isEqualTo(LocalDate.parse("2026-03-03"));
        assertThat(told.policyVersion()).isEqualTo(1);
        assertThat(told.subjects().policyId()).isEqualTo("social-media");
    }

    @Test
    void anAssessmentThatFollowsTheLadderSaysSo() {
        assertThat(summary(Samples.assessed("photo", "amina", Intent.GENUINE_MISTAKE, Response.COACHING)))
                .contains("Decided: coaching, as recommended.");
    }

    @Test
    void noBreachIsToldWithItsExplanation() {
        assertThat(summary(Samples.noBreach("photo", "amina")))
                .isEqualTo("standards assessed it under version 1 of the policy social-media as no breach: The"
                        + " whiteboard was an old one.");
    }

    @Test
    void aNoticeTellsWhyWhatGoodLooksLikeAndByWhenToAnswer() {
        Telling told = tell(Samples.notified("photo", "amina"));

        assertThat(told.summary())
                .isEqualTo(
                        "standards told officer amina that they were out of bounds of clause 4.2 (Operations). Why: The"
                                + " whiteboard shows tonight's routes. What good looks like: Look at the background first. They"
                                + " may answer by 2026-03-18.");
        assertThat(told.happenedOn()).isEqualTo(LocalDate.parse("2026-03-04"));
    }

    @Test
    void answersAndDaysThatPassedAreTold() {
        assertThat(summary(Samples.answered("photo", "amina")))
                .isEqualTo("Officer amina accepted the notice and said: I did not see the whiteboard.");
        assertThat(summary(new OfficerAnswered("photo", "amina", "harbour-x", false, "It was old.")))
                .contains("disputed the notice");
        assertThat(summary(new AnswerWindowLapsed("photo", "amina", "harbour-x", DAY)))
                .isEqualTo("Officer amina did not answer the notice by 2026-03-10, the last day for it.");
        assertThat(summary(new NoticeOverdue("photo", "amina", "harbour-x", DAY)))
                .isEqualTo("Officer amina should have been told by 2026-03-10 and was not.");
    }

    @Test
    void aReviewTellsWhoDecidedWhatAndWhy() {
        assertThat(summary(new ReviewRequested("photo", "amina", "harbour-x", DAY, "Too heavy")))
                .isEqualTo("standards asked for a review: Too heavy");
        assertThat(summary(new ReviewDecided("photo", "amina", "harbour-x", true, Response.COACHING, "Fair", DAY)))
                .isEqualTo("standards reviewed the case and upheld the response, coaching: Fair. As time under review"
                        + " does not count, the next step is due by 2026-03-10.");
        assertThat(summary(new ReviewDecided("photo", "amina", "harbour-x", false, Response.ADVICE, "Too heavy", null)))
                .isEqualTo("standards reviewed the case and replaced the response with advice: Too heavy");
    }

    @Test
    void aCompletionTellsByWhatAndNeverWhatWasSaidInReflectivePractice() {
        assertThat(summary(Samples.completed("photo", "amina", Response.COACHING)))
                .isEqualTo(
                        "Coaching completed on 2026-03-06 (reference talk-1), as standards recorded: Went through it together.");
        assertThat(summary(new ResponseCompleted(
                        "photo", "amina", "harbour-x", Response.REFLECTIVE_PRACTICE, DAY, "Done", null, "walled")))
                .isEqualTo("Reflective practice completed on 2026-03-10, as standards recorded: Done");
    }

    @Test
    void theEndsOfACaseAreToldWithTheirReasons() {
        assertThat(summary(new TransgressionClosed("photo", "amina", "harbour-x", "Coached.")))
                .isEqualTo("standards closed the case: Coached.");
        assertThat(summary(new TransgressionWithdrawn("photo", "amina", "harbour-x", "Wrong account.")))
                .isEqualTo("standards withdrew the case: Wrong account.");
        assertThat(summary(new TransgressionReopened("photo", "amina", "harbour-x", "New evidence.")))
                .isEqualTo("standards reopened the case, to be assessed anew: New evidence.");
    }

    private static Telling tell(TransgressionEvent event) {
        return TransgressionTelling.of(event, "standards", TITLES);
    }

    private static String summary(TransgressionEvent event) {
        return tell(event).summary();
    }

    private static TransgressionReported reported(
            TransgressionReported e, String text, @Nullable String reportedBy, boolean selfReported) {
        return new TransgressionReported(
                e.transgressionId(),
                e.accountId(),
                e.officerId(),
                e.postedAt(),
                new Post(text, null, "0".repeat(64)),
                e.category(),
                e.description(),
                reportedBy,
                selfReported,
                e.pinned(),
                null);
    }
}
