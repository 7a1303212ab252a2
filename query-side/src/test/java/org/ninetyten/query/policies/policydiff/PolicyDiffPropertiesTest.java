package org.ninetyten.query.policies.policydiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ninetyten.events.policy.Clause;
import org.ninetyten.events.policy.PolicyContent;

/** What holds of any two contents. */
class PolicyDiffPropertiesTest {

    @Provide
    Arbitrary<PolicyContent> contents() {
        return Contents.contents();
    }

    @Provide
    Arbitrary<String> texts() {
        return Contents.texts();
    }

    @Property
    void thereIsNoDifferenceExactlyWhereTheContentsAreTheSame(
            @ForAll("contents") PolicyContent older, @ForAll("contents") PolicyContent newer) {
        assertThat(PolicyDiff.between(older, older).none()).isTrue();
        assertThat(PolicyDiff.between(older, newer).none()).isEqualTo(older.equals(newer));
    }

    @Property
    void thePartsOfATextAreBothTextsToTheLastCharacter(@ForAll("texts") String older, @ForAll("texts") String newer) {
        List<Part> parts = new WordDiff(new Work()).between(older, newer);

        assertThat(parts.isEmpty()).isEqualTo(older.equals(newer));
        if (!parts.isEmpty()) {
            assertThat(Rebuilt.older(parts)).isEqualTo(older);
            assertThat(Rebuilt.newer(parts)).isEqualTo(newer);
        }
        assertThat(parts).noneMatch(part -> part.text().isEmpty());
    }

    @Property
    void sentenceBySentenceNothingIsLostEither(@ForAll("texts") String older, @ForAll("texts") String newer) {
        Work work = new Work();
        while (work.allows(1_000, 1_000)) {
            assertThat(work.spent()).isLessThanOrEqualTo(Work.AT_MOST);
        }
        List<Part> parts = new WordDiff(work).between(older, newer);

        if (!parts.isEmpty()) {
            assertThat(Rebuilt.older(parts)).isEqualTo(older);
            assertThat(Rebuilt.newer(parts)).isEqualTo(newer);
        }
    }

    @Property
    void whatIsAddedOneWayIsRemovedTheOther(
            @ForAll("contents") PolicyContent one, @ForAll("contents") PolicyContent other) {
        PolicyDiff there = PolicyDiff.between(one, other);
        PolicyDiff back = PolicyDiff.between(other, one);

        assertThat(there.clauses().added()).isEqualTo(back.clauses().removed());
        assertThat(there.clauses().removed()).isEqualTo(back.clauses().added());
        assertThat(there.clauses().changed())
                .extracting(ClauseChanges.Changed::id)
                .containsExactlyInAnyOrderElementsOf(back.clauses().changed().stream()
                        .map(ClauseChanges.Changed::id)
                        .toList());
        assertThat(there.ladder().cells()).hasSameSizeAs(back.ladder().cells());
        assertThat(there.obligations()).hasSameSizeAs(back.obligations());
    }

    @Property
    void everyClauseOfTheNewerIsAddedOrWasThere(
            @ForAll("contents") PolicyContent older, @ForAll("contents") PolicyContent newer) {
        ClauseChanges clauses = PolicyDiff.between(older, newer).clauses();

        assertThat(newer.clauses())
                .allMatch(clause -> clauses.added().contains(clause)
                        || older.clauses().stream().map(Clause::id).anyMatch(clause.id()::equals));
    }
}
