package org.ninetyten.events.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.officer.AdviceDecision;

class AskedAdviceTest {

    private static final Instant ASKED = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant ANSWERED = Instant.parse("2026-03-02T11:00:00Z");

    @Test
    void adviceCountsForAPostMadeOnceItWasGivenAndForNoneBefore() {
        AskedAdvice advice = advice(AdviceDecision.CHANGE_IT, true);

        assertThat(advice.wasGivenBy(ANSWERED)).isTrue();
        assertThat(advice.wasGivenBy(ANSWERED.minusMillis(1))).isFalse();
        assertThat(advice.wasGivenBy(ASKED)).isFalse();
    }

    @Test
    void adviceThatNobodyGaveCountsForNothing() {
        AskedAdvice advice = new AskedAdvice("a-1", "harbour-x", "draft", ASKED, null, null, null);

        assertThat(advice.wasGivenBy(ANSWERED)).isFalse();
        assertThat(advice.wasFollowed()).isFalse();
    }

    @Test
    void adviceIsFollowedWhereItWasToPostAndTheOfficerRecordedThatTheyDidSo() {
        assertThat(advice(AdviceDecision.GO_AHEAD, true).wasFollowed()).isTrue();
        assertThat(advice(AdviceDecision.CHANGE_IT, true).wasFollowed()).isTrue();
        assertThat(advice(AdviceDecision.DO_NOT_POST, true).wasFollowed()).isFalse();
        assertThat(advice(AdviceDecision.CHANGE_IT, false).wasFollowed()).isFalse();
        assertThat(advice(AdviceDecision.CHANGE_IT, null).wasFollowed()).isFalse();
    }

    private static AskedAdvice advice(AdviceDecision decision, @Nullable Boolean followed) {
        return new AskedAdvice("a-1", "harbour-x", "draft", ASKED, decision, ANSWERED, followed);
    }
}
