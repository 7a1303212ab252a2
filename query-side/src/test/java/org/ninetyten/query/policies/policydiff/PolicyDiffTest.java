package org.ninetyten.query.policies.policydiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Clause;
import org.ninetyten.events.policy.Harm;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Mitigation;
import org.ninetyten.events.policy.Obligations;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.policy.Standard;
import org.ninetyten.query.policies.policydiff.ClauseChanges.Moved;
import org.ninetyten.query.policies.policydiff.ClauseChanges.Place;
import org.ninetyten.query.policies.policydiff.Part.Kind;

/** What becomes of each part of a policy's content, by hand. */
class PolicyDiffTest {

    private static final Clause A = Contents.clause("a", "1", "Ask first.");
    private static final Clause B = Contents.clause("b", "2", "Blur faces.");
    private static final Clause C = Contents.clause("c", "3", "Credit others.");

    @Test
    void theSameContentHasNoDifference() {
        PolicyDiff diff = PolicyDiff.between(Contents.of(A, B), Contents.of(A, B));

        assertThat(diff.none()).isTrue();
        assertThat(diff.summary()).isEqualTo("Nothing changed.");
    }

    @Test
    void aClauseIsAddedOrRemovedWholeAndByThatNoOtherMoves() {
        PolicyDiff diff = PolicyDiff.between(Contents.of(A, B), Contents.of(C, B));

        assertThat(diff.clauses()).isEqualTo(new ClauseChanges(List.of(C), List.of(A), List.of(), List.of()));
        assertThat(diff.summary()).isEqualTo("1 clause added, 1 clause removed.");
    }

    @Test
    void aClauseWithAnotherNumberIsMovedAndNotChanged() {
        Clause renumbered = Contents.clause("b", "5", B.text());

        assertThat(PolicyDiff.between(Contents.of(A, B), Contents.of(A, renumbered))
                        .clauses())
                .isEqualTo(new ClauseChanges(
                        List.of(),
                        List.of(),
                        List.of(new Moved("b", B.title(), new Place("2", 2), new Place("5", 2))),
                        List.of()));
    }

    @Test
    void aClauseTakenElsewhereIsMovedAndThoseThatKeptTheirOrderAreNot() {
        ClauseChanges clauses =
                PolicyDiff.between(Contents.of(A, B, C), Contents.of(C, A, B)).clauses();

        assertThat(clauses.moved()).containsExactly(new Moved("c", C.title(), new Place("3", 3), new Place("3", 1)));
    }

    @Test
    void aClauseThatSaysSomethingElseIsChangedWordByWord() {
        Clause rewritten = new Clause(
                "b",
                "2",
                "Faces",
                "Blur all faces and names.",
                Category.PERSONAL_DATA,
                Standard.AUTHORITY_RESPECT_AND_COURTESY,
                B.goodLooksLike());

        ClauseChanges clauses =
                PolicyDiff.between(Contents.of(A, B), Contents.of(A, rewritten)).clauses();

        assertThat(clauses.moved()).isEmpty();
        assertThat(clauses.changed())
                .containsExactly(new ClauseChanges.Changed(
                        "b",
                        "2",
                        "Faces",
                        new ClauseChanges.Changes(
                                new Change<>("About b", "Faces"),
                                new Change<>(Category.OTHER, Category.PERSONAL_DATA),
                                new Change<>(Standard.CONFIDENTIALITY, Standard.AUTHORITY_RESPECT_AND_COURTESY),
                                List.of(
                                        new Part(Kind.EQUAL, "Blur "),
                                        new Part(Kind.INSERTED, "all "),
                                        new Part(Kind.EQUAL, "faces"),
                                        new Part(Kind.INSERTED, " and names"),
                                        new Part(Kind.EQUAL, ".")),
                                List.of())));
    }

    @Test
    void wordsReplacedOneAfterAnotherAreOneReplacement() {
        List<Part> parts = new WordDiff(new Work()).between("Never show a live job.", "Never reveal one live job.");

        assertThat(parts)
                .containsExactly(
                        new Part(Kind.EQUAL, "Never "),
                        new Part(Kind.DELETED, "show a"),
                        new Part(Kind.INSERTED, "reveal one"),
                        new Part(Kind.EQUAL, " live job."));
    }

    @Test
    void purposeAndObjectivesAreCompared() {
        PolicyContent older = Contents.of(A);
        PolicyContent newer = new PolicyContent(
                "Post safely.",
                List.of("Harm nobody", "Be quick"),
                older.clauses(),
                older.ladder(),
                older.obligations());

        PolicyDiff diff = PolicyDiff.between(older, newer);

        assertThat(diff.purpose())
                .containsExactly(
                        new Part(Kind.EQUAL, "Post "),
                        new Part(Kind.DELETED, "well and "),
                        new Part(Kind.EQUAL, "safely."));
        assertThat(diff.objectives())
                .containsExactly(
                        new Part(Kind.DELETED, "Be where the public is"),
                        new Part(Kind.EQUAL, "Harm nobody"),
                        new Part(Kind.INSERTED, "Be quick"));
        assertThat(diff.summary()).isEqualTo("Purpose changed, objectives changed.");
    }

    @Test
    void theLadderIsComparedCellByCell() {
        PolicyContent older = Contents.of(A);
        PolicyContent newer = new PolicyContent(
                older.purpose(),
                older.objectives(),
                older.clauses(),
                Contents.ladder(Response.COACHING, 12, Map.of(Mitigation.SELF_REPORTED, 2, Mitigation.NOT_TRAINED, 1)),
                older.obligations());

        LadderChanges ladder = PolicyDiff.between(older, newer).ladder();

        assertThat(ladder.cells())
                .hasSize(12)
                .contains(new LadderChanges.Cell(Intent.CARELESS, Harm.LOW, Response.ADVICE, Response.COACHING));
        assertThat(ladder.lookBackMonths()).isEqualTo(new Change<>(24, 12));
        assertThat(ladder.stepsUpPerRepeat()).isNull();
        assertThat(ladder.mitigations())
                .containsExactly(
                        new LadderChanges.MitigationSteps(Mitigation.SELF_REPORTED, 1, 2),
                        new LadderChanges.MitigationSteps(Mitigation.NOT_TRAINED, null, 1));
    }

    @Test
    void obligationsAreComparedByName() {
        PolicyContent older = Contents.of(A);
        PolicyContent newer = new PolicyContent(
                older.purpose(),
                older.objectives(),
                older.clauses(),
                older.ladder(),
                new Obligations(7, 90, 12, 5, 10, 365));

        assertThat(PolicyDiff.between(older, newer).obligations())
                .containsExactly(
                        new ObligationChange("acknowledgeWithinDays", 14, 7),
                        new ObligationChange("reviewAccountEveryDays", 180, 365));
    }

    @Test
    void twoContentsOf200KiBWithNothingInCommonTakeNoMoreWorkThanAllowedAndLoseNothing() {
        PolicyContent older = large("older", 1);
        PolicyContent newer = large("newer", 2);
        Work work = new Work();

        PolicyDiff diff = PolicyDiff.between(older, newer, work);

        assertThat(work.spent()).isLessThanOrEqualTo(Work.AT_MOST);
        assertThat(diff.clauses().changed()).hasSize(11).allSatisfy(changed -> {
            int index = Integer.parseInt(changed.number()) - 1;
            assertThat(Rebuilt.older(changed.changes().text()))
                    .isEqualTo(older.clauses().get(index).text());
            assertThat(Rebuilt.newer(changed.changes().text()))
                    .isEqualTo(newer.clauses().get(index).text());
        });
    }

    @Test
    void inALongTextAFewChangesAreStillFoundWordByWord() {
        StringBuilder older = new StringBuilder();
        for (int i = 0; i < 340; i++) {
            older.append("Do not show what a live operation depends on, number %d.\n".formatted(i));
        }
        String newer = older.toString()
                .replace("depends on, number 3.", "relies on, number 3.")
                .replace("depends on, number 330.", "relies on, number 330.");
        assertThat(older.length()).isBetween(19_000, 20_000);

        assertThat(new WordDiff(new Work()).between(older.toString(), newer))
                .filteredOn(part -> part.kind() != Kind.EQUAL)
                .containsExactly(
                        new Part(Kind.DELETED, "depends"),
                        new Part(Kind.INSERTED, "relies"),
                        new Part(Kind.DELETED, "depends"),
                        new Part(Kind.INSERTED, "relies"));
    }

    /** Eleven clauses of nearly 20,000 characters, each a word of one letter after another. */
    private static PolicyContent large(String word, int seed) {
        List<Clause> clauses = new ArrayList<>();
        for (int i = 1; i <= 11; i++) {
            StringBuilder text = new StringBuilder(word);
            for (int j = 0; text.length() < 19_000; j++) {
                text.append(j % 50 == 49 ? ". " : " ").append((char) ('a' + (j * seed + j / 7) % 26));
            }
            clauses.add(Contents.clause("clause-" + i, String.valueOf(i), text.toString()));
        }
        return Contents.of(clauses.toArray(Clause[]::new));
    }
}
