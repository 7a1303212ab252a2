package org.ninetyten.query.reassessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.Event;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewDecided;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionClosed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReopened;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionWithdrawn;
import org.ninetyten.query.Samples;

class CaseFoldTest {

    private static final Event REPORTED = Samples.reported("photo", "harbour-x", "amina");
    private static final Event ASSESSED =
            Samples.assessed("photo", "amina", Intent.CARELESS, Response.REFLECTIVE_PRACTICE);
    private static final Event CLOSED = new TransgressionClosed("photo", "amina", "harbour-x", "Done");
    private static final Event REOPENED = new TransgressionReopened("photo", "amina", "harbour-x", "New facts");

    @Test
    void whatIsNotAssessedDoesNotStand() {
        assertThat(standing()).isEmpty();
        assertThat(standing(REPORTED)).isEmpty();
    }

    @Test
    void thenIsWhatWasRecommendedAndDecidedWhatThePersonDecided() {
        AssessedCase one = standing(REPORTED, ASSESSED, CLOSED).orElseThrow();

        assertThat(one.recommended()).isEqualTo(Response.COACHING);
        assertThat(one.decided()).isEqualTo(Response.REFLECTIVE_PRACTICE);
        assertThat(one.countedThen()).isEqualTo(2);
        assertThat(one.intent()).isEqualTo(Intent.CARELESS);
    }

    @Test
    void aReviewReplacesWhatWasDecidedAndNotWhatWasRecommended() {
        Event replaced = new ReviewDecided("photo", "amina", "harbour-x", false, Response.ADVICE, "Too heavy", null);

        AssessedCase one = standing(REPORTED, ASSESSED, replaced).orElseThrow();

        assertThat(one.recommended()).isEqualTo(Response.COACHING);
        assertThat(one.decided()).isEqualTo(Response.ADVICE);
    }

    @Test
    void whatWasWithdrawnOrIsOpenAgainDoesNotStand() {
        assertThat(standing(REPORTED, ASSESSED, new TransgressionWithdrawn("photo", "amina", "harbour-x", "Error")))
                .isEmpty();
        assertThat(standing(REPORTED, ASSESSED, CLOSED, REOPENED)).isEmpty();
    }

    @Test
    void ofSeveralAssessmentsTheLatestStands() {
        AssessedCase one = standing(REPORTED, ASSESSED, CLOSED, REOPENED, Samples.noBreach("photo", "amina"))
                .orElseThrow();

        assertThat(one.breach()).isFalse();
        assertThat(one.decided()).isNull();
    }

    private static Optional<AssessedCase> standing(Event... events) {
        CaseFold fold = new CaseFold();
        Arrays.stream(events).forEach(fold::add);
        return fold.standing();
    }
}
