package org.ninetyten.query.reassessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ninetyten.events.policy.Category.ENDORSEMENT;
import static org.ninetyten.events.policy.Category.PERSONAL_DATA;
import static org.ninetyten.events.policy.Category.POLITICAL;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Mitigation;
import org.ninetyten.events.policy.Response;
import org.ninetyten.query.reassessment.Recount.Repeats;

class ReassessingTest {

    private static final Map<String, Category> PEOPLE = Map.of("people", PERSONAL_DATA);

    private static final Yardstick COACHES = Told.version(1, PEOPLE, Response.COACHING, 12);
    private static final Yardstick ADVISES = Told.version(2, PEOPLE, Response.ADVICE, 12);
    private static final Yardstick TRAINS = Told.version(3, PEOPLE, Response.TRAINING, 12);

    @Test
    void theVersionItWasJudgedByChangesNothing() {
        AssessedCase one = Told.breach(COACHES, 1, PERSONAL_DATA, "people");

        assertThat(Reassessing.judge(one, asThen(one), COACHES, COACHES))
                .isEqualTo(new ReassessedCase(
                        "photo",
                        Response.TRAINING,
                        Response.TRAINING,
                        Response.TRAINING,
                        Direction.UNCHANGED,
                        false,
                        List.of(
                                "Version 1 has the clause people: it stays a breach.",
                                "Careless with low harm: the ladder starts at COACHING.",
                                "Second breach within 12 months: one step up.",
                                "Together one step up, from COACHING to TRAINING.",
                                "TRAINING was recommended then, and is now.")));
    }

    @Test
    void aLowerCellMakesItLighterAndSaysSo() {
        ReassessedCase judged = judge(Told.breach(COACHES, 0, PERSONAL_DATA, "people"), COACHES, ADVISES);

        assertThat(judged.direction()).isEqualTo(Direction.LIGHTER);
        assertThat(judged.now()).isEqualTo(Response.ADVICE);
        assertThat(judged.reasons())
                .contains(
                        "Careless with low harm starts at ADVICE in version 2; it started at COACHING in version 1.",
                        "COACHING was recommended then, ADVICE is now: lighter.",
                        "Decided was COACHING.");
        assertThat(judged.differsFromDecision()).isTrue();
    }

    @Test
    void aHigherCellMakesItHeavierAndSaysSo() {
        ReassessedCase judged = judge(Told.breach(COACHES, 0, PERSONAL_DATA, "people"), COACHES, TRAINS);

        assertThat(judged.direction()).isEqualTo(Direction.HEAVIER);
        assertThat(judged.reasons()).contains("COACHING was recommended then, TRAINING is now: heavier.");
    }

    @Test
    void directionGoesByTheRecommendationAndTheDecisionIsComparedByItself() {
        AssessedCase milder = Told.decided(Told.breach(COACHES, 0, PERSONAL_DATA, "people"), Response.ADVICE);

        ReassessedCase lighter = judge(milder, COACHES, ADVISES);
        ReassessedCase unchanged = judge(milder, COACHES, COACHES);

        assertThat(lighter.direction()).isEqualTo(Direction.LIGHTER);
        assertThat(lighter.differsFromDecision()).isFalse();
        assertThat(unchanged.direction()).isEqualTo(Direction.UNCHANGED);
        assertThat(unchanged.differsFromDecision()).isTrue();
        assertThat(unchanged.reasons()).endsWith("Decided was ADVICE.");
    }

    @Test
    void aBreachStaysOneByAnyOfItsClausesOrByAnyOtherOfItsCategory() {
        AssessedCase two = Told.breach(COACHES, 0, PERSONAL_DATA, "people", "gone");
        AssessedCase renamed = Told.breach(COACHES, 0, PERSONAL_DATA, "gone");

        assertThat(judge(two, COACHES, ADVISES).reasons())
                .first()
                .isEqualTo("Version 2 has the clause people: it stays a breach.");
        assertThat(judge(renamed, COACHES, ADVISES).reasons())
                .first()
                .isEqualTo("Version 2 has none of the clauses that were broken (gone), but one on personal data"
                        + " (people): it stays a breach.");
    }

    @Test
    void aBreachWhoseClausesAndCategoryAreGoneIsNoLongerOne() {
        Yardstick other = Told.version(4, Map.of("views", POLITICAL), Response.COACHING, 12);

        ReassessedCase judged = judge(Told.breach(COACHES, 0, PERSONAL_DATA, "people"), COACHES, other);

        assertThat(judged.direction()).isEqualTo(Direction.NO_LONGER_A_BREACH);
        assertThat(judged.then()).isEqualTo(Response.COACHING);
        assertThat(judged.now()).isNull();
        assertThat(judged.differsFromDecision()).isTrue();
        assertThat(judged.reasons())
                .containsExactly("Version 4 has none of the clauses that were broken (people), nor any on personal"
                        + " data: it is no longer a breach.");
    }

    @Test
    void whatWasNoBreachNewlyIsOneOnlyWhereTheClauseIsNew() {
        Yardstick both = Told.version(5, Map.of("people", PERSONAL_DATA, "views", POLITICAL), Response.COACHING, 12);

        ReassessedCase newly = judge(Told.noBreach(POLITICAL), COACHES, both);
        ReassessedCase judgedThen = judge(Told.noBreach(PERSONAL_DATA), COACHES, both);
        ReassessedCase never = judge(Told.noBreach(ENDORSEMENT), COACHES, both);

        assertThat(newly)
                .isEqualTo(new ReassessedCase(
                        "photo",
                        null,
                        null,
                        null,
                        Direction.NEWLY_A_BREACH,
                        true,
                        List.of(
                                "It was assessed as no breach: version 1 had no clause on political. Version 5 has one"
                                        + " (views).",
                                "Nothing is recommended: intent and harm were never judged.")));
        assertThat(judgedThen.direction()).isEqualTo(Direction.UNCHANGED);
        assertThat(judgedThen.reasons())
                .endsWith("Version 1 had a clause on personal data as version 5 has, and by that it was none.");
        assertThat(never.direction()).isEqualTo(Direction.UNCHANGED);
        assertThat(never.reasons()).endsWith("Version 5 has no clause on endorsement.");
        assertThat(never.differsFromDecision()).isFalse();
    }

    @Test
    void repeatsThatAreCountedOtherwiseAreExplained() {
        AssessedCase one = Told.breach(COACHES, 1, PERSONAL_DATA, "people");

        ReassessedCase more =
                Reassessing.judge(one, new Repeats(1, 2, 0), COACHES, Told.version(2, PEOPLE, Response.COACHING, 24));
        ReassessedCase fewer =
                Reassessing.judge(one, new Repeats(1, 0, 1), COACHES, Told.version(2, PEOPLE, Response.COACHING, 1));

        assertThat(more.direction()).isEqualTo(Direction.HEAVIER);
        assertThat(more.reasons()).contains("2 earlier breaches in 24 months under version 2; 1 was counted then.");
        assertThat(fewer.direction()).isEqualTo(Direction.LIGHTER);
        assertThat(fewer.reasons())
                .contains("0 earlier breaches in 1 month under version 2; 1 was counted then. Of those, 1 is no breach"
                        + " under version 2.");
    }

    @Test
    void otherStepsForRepeatsAndMitigationsAreExplained() {
        Yardstick before = new Yardstick(
                "version 1", PEOPLE, Told.ladder(Response.TRAINING, 12, 1, Map.of(Mitigation.SELF_REPORTED, 1)));
        Yardstick after = new Yardstick("the draft", PEOPLE, Told.ladder(Response.TRAINING, 12, 2, Map.of()));
        AssessedCase one = Told.breach(before, 1, PERSONAL_DATA, Set.of(Mitigation.SELF_REPORTED), "people");

        ReassessedCase judged = judge(one, before, after);

        assertThat(judged.direction()).isEqualTo(Direction.HEAVIER);
        assertThat(judged.reasons())
                .contains(
                        "The draft has the clause people: it stays a breach.",
                        "Each repeat is 2 steps up in the draft; it was 1 in version 1.",
                        "Self reported is 0 steps down in the draft; it was 1 in version 1.");
    }

    @Test
    void aRecommendationThatTheLadderNoLongerGivesIsAccountedFor() {
        AssessedCase recordedOtherwise = Told.breach(TRAINS, 0, PERSONAL_DATA, "people");

        ReassessedCase judged = judge(recordedOtherwise, COACHES, COACHES);

        assertThat(judged.direction()).isEqualTo(Direction.LIGHTER);
        assertThat(judged.reasons())
                .contains("Nothing that matters here differs from version 1; what was recorded is another"
                        + " recommendation than the same ladder gives now.");
    }

    @Test
    void aBreachThatWasNeverJudgedInFullIsNotGuessedAt() {
        AssessedCase one = Told.breach(COACHES, 0, PERSONAL_DATA, "people");
        AssessedCase half = new AssessedCase(
                "half",
                one.policyId(),
                one.postedAt(),
                one.category(),
                0,
                1,
                true,
                one.clauseIds(),
                null,
                one.harm(),
                List.of(),
                one.recommended(),
                one.decided());

        assertThatThrownBy(() -> judge(half, COACHES, ADVISES))
                .isInstanceOf(BrokenHistoryException.class)
                .hasMessageContaining("'half'");
    }

    private static ReassessedCase judge(AssessedCase one, Yardstick judgedBy, Yardstick asked) {
        return Reassessing.judge(one, asThen(one), judgedBy, asked);
    }

    private static Repeats asThen(AssessedCase one) {
        return new Repeats(one.countedThen(), one.countedThen(), 0);
    }
}
