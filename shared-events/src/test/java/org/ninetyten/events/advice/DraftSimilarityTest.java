package org.ninetyten.events.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class DraftSimilarityTest {

    private static final String DRAFT =
            "Well done to everyone who came to the harbour open day on Saturday, we met more than 400 of you! #Harbour";

    @Test
    void aPostThatWasPostedAsDraftedIsTheSameWhateverItsCaseAndWhiteSpace() {
        assertThat(DraftSimilarity.of(
                        DRAFT,
                        "  WELL done to everyone\n\nwho came to the harbour open day on Saturday,"
                                + " we met\u00a0more than 400 of you! #harbour "))
                .isEqualTo(1);
    }

    @Test
    void aPostOfWhichAFewWordsWereChangedCountsAsTheSame() {
        assertThat(DraftSimilarity.of(DRAFT, DRAFT.replace("more than 400 of you", "hundreds of you")))
                .isGreaterThan(DraftSimilarity.COUNTS_AS_THE_SAME)
                .isLessThan(1);
        assertThat(DraftSimilarity.of("Have you seen this man?", "Have you seen this man? Call 101."))
                .isGreaterThan(0.75);
    }

    @Test
    void anotherPostOnTheSameSubjectDoesNot() {
        assertThat(DraftSimilarity.of(
                        DRAFT, "Come to the harbour open day next Saturday: boats, dogs and divers. #Harbour"))
                .isLessThan(DraftSimilarity.COUNTS_AS_THE_SAME - 0.2);
        assertThat(DraftSimilarity.of(DRAFT, "Fog on the quay this morning: take care."))
                .isLessThan(0.4);
    }

    @Test
    void textsWithNothingInCommonAreNotAlike() {
        assertThat(DraftSimilarity.of("abc", "xyz")).isZero();
        assertThat(DraftSimilarity.of("🙂", "🙃")).isLessThan(DraftSimilarity.COUNTS_AS_THE_SAME);
    }

    @Test
    void theLongestTextsAreComparedInNoTime() {
        String long1 = "The quick brown fox. ".repeat(950);
        String long2 = "The lazy dog sleeps. ".repeat(950);

        assertThat(DraftSimilarity.of(long1, long2)).isBetween(0.0, 1.0);
    }

    @Property
    void itIsFromNoneToOneAndTheSameBothWays(
            @ForAll @StringLength(max = 60) String one, @ForAll @StringLength(max = 60) String other) {
        double similarity = DraftSimilarity.of(one, other);

        assertThat(similarity).isBetween(0.0, 1.0);
        assertThat(DraftSimilarity.of(other, one)).isCloseTo(similarity, within(1e-9));
    }

    @Property
    void everyTextIsTheSameAsItself(@ForAll @StringLength(max = 60) String text) {
        assertThat(DraftSimilarity.of(text, text)).isEqualTo(1);
    }
}
