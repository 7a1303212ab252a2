package org.ninetyten.events.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.ninetyten.events.policy.Harm.HIGH;
import static org.ninetyten.events.policy.Harm.LOW;
import static org.ninetyten.events.policy.Harm.MEDIUM;
import static org.ninetyten.events.policy.Harm.NONE;
import static org.ninetyten.events.policy.Intent.CARELESS;
import static org.ninetyten.events.policy.Intent.DELIBERATE;
import static org.ninetyten.events.policy.Intent.GENUINE_MISTAKE;
import static org.ninetyten.events.policy.Mitigation.ADVICE_FOLLOWED;
import static org.ninetyten.events.policy.Mitigation.NOT_TRAINED;
import static org.ninetyten.events.policy.Mitigation.REMOVED_PROMPTLY;
import static org.ninetyten.events.policy.Mitigation.SELF_REPORTED;
import static org.ninetyten.events.policy.Response.ADVICE;
import static org.ninetyten.events.policy.Response.COACHING;
import static org.ninetyten.events.policy.Response.MISCONDUCT_REFERRAL;
import static org.ninetyten.events.policy.Response.NO_ACTION;
import static org.ninetyten.events.policy.Response.REFLECTIVE_PRACTICE;
import static org.ninetyten.events.policy.Response.SUSPEND_ACCESS;
import static org.ninetyten.events.policy.Response.TRAINING;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The ladder worked out by hand for the cases that people argue about. */
class ResponseLadderTest {

    static Stream<Arguments> cases() {
        return Stream.of(
                // the cell alone
                arguments(GENUINE_MISTAKE, NONE, 0, Set.of(), NO_ACTION),
                arguments(GENUINE_MISTAKE, LOW, 0, Set.of(), ADVICE),
                arguments(CARELESS, HIGH, 0, Set.of(), REFLECTIVE_PRACTICE),
                arguments(DELIBERATE, MEDIUM, 0, Set.of(), SUSPEND_ACCESS),
                // repeats
                arguments(GENUINE_MISTAKE, LOW, 1, Set.of(), COACHING),
                arguments(GENUINE_MISTAKE, NONE, 2, Set.of(), COACHING),
                arguments(CARELESS, MEDIUM, 5, Set.of(), MISCONDUCT_REFERRAL),
                arguments(DELIBERATE, HIGH, Integer.MAX_VALUE, Set.of(), MISCONDUCT_REFERRAL),
                // mitigations; one that the ladder gives no steps for changes nothing
                arguments(CARELESS, MEDIUM, 0, Set.of(SELF_REPORTED), COACHING),
                arguments(CARELESS, MEDIUM, 0, Set.of(SELF_REPORTED, REMOVED_PROMPTLY), ADVICE),
                arguments(CARELESS, MEDIUM, 0, Set.of(ADVICE_FOLLOWED), TRAINING),
                // a net move, not one after the other: stepping down first would lose steps at the lightest response
                arguments(GENUINE_MISTAKE, NONE, 1, Set.of(NOT_TRAINED), NO_ACTION),
                arguments(GENUINE_MISTAKE, LOW, 2, Set.of(NOT_TRAINED), ADVICE),
                arguments(CARELESS, HIGH, 3, Set.of(NOT_TRAINED), SUSPEND_ACCESS),
                arguments(DELIBERATE, MEDIUM, 4, Set.of(NOT_TRAINED, SELF_REPORTED), MISCONDUCT_REFERRAL),
                // floor: harm gets at least advice, no harm may get nothing
                arguments(GENUINE_MISTAKE, LOW, 0, Set.of(NOT_TRAINED, SELF_REPORTED), ADVICE),
                arguments(GENUINE_MISTAKE, HIGH, 0, Set.of(NOT_TRAINED, SELF_REPORTED, REMOVED_PROMPTLY), ADVICE),
                arguments(CARELESS, NONE, 0, Set.of(SELF_REPORTED), NO_ACTION),
                // floor: deliberate and high never steps down, but may step up
                arguments(DELIBERATE, HIGH, 0, Set.of(SELF_REPORTED, REMOVED_PROMPTLY, NOT_TRAINED), SUSPEND_ACCESS),
                arguments(DELIBERATE, HIGH, 1, Set.of(NOT_TRAINED), SUSPEND_ACCESS),
                arguments(DELIBERATE, HIGH, 2, Set.of(SELF_REPORTED), MISCONDUCT_REFERRAL),
                arguments(DELIBERATE, MEDIUM, 0, Set.of(SELF_REPORTED), REFLECTIVE_PRACTICE));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theUsualLadderRecommends(
            Intent intent, Harm harm, int earlier, Set<Mitigation> mitigations, Response expected) {
        assertThat(recommend(intent, harm, earlier, mitigations).response()).isEqualTo(expected);
    }

    @Test
    void eachStepIsTold() {
        assertThat(recommend(CARELESS, HIGH, 1, Set.of(SELF_REPORTED, NOT_TRAINED))
                        .reasons())
                .containsExactly(
                        "Careless with high harm: the ladder starts at REFLECTIVE_PRACTICE.",
                        "Second breach within 24 months: one step up.",
                        "Self reported: one step down.",
                        "Not trained: two steps down.",
                        "Together two steps down, from REFLECTIVE_PRACTICE to COACHING.");
    }

    @Test
    void aMitigationThatTheLadderGivesNoStepsForIsToldToo() {
        assertThat(recommend(GENUINE_MISTAKE, NONE, 0, Set.of(ADVICE_FOLLOWED)).reasons())
                .containsExactly(
                        "Genuine mistake with no harm: the ladder starts at NO_ACTION.",
                        "Advice followed: no steps down.");
    }

    @Test
    void stepsThatCancelOutAreToldSo() {
        assertThat(recommend(CARELESS, LOW, 1, Set.of(SELF_REPORTED)).reasons())
                .containsExactly(
                        "Careless with low harm: the ladder starts at COACHING.",
                        "Second breach within 24 months: one step up.",
                        "Self reported: one step down.",
                        "These cancel out: it stays at COACHING.");
    }

    @Test
    void theEndsAndTheFloorsOfTheLadderAreTold() {
        assertThat(recommend(DELIBERATE, MEDIUM, 2, Set.of()).reasons())
                .endsWith(
                        "Together two steps up, from SUSPEND_ACCESS to MISCONDUCT_REFERRAL.",
                        "There is nothing heavier than MISCONDUCT_REFERRAL.");
        assertThat(recommend(GENUINE_MISTAKE, LOW, 0, Set.of(NOT_TRAINED)).reasons())
                .endsWith(
                        "Together two steps down, from ADVICE to NO_ACTION.",
                        "There is nothing lighter than NO_ACTION.",
                        "A breach that did harm never gets less than ADVICE.");
        assertThat(recommend(DELIBERATE, HIGH, 0, Set.of(SELF_REPORTED)).reasons())
                .endsWith("A deliberate breach of high harm never steps down: it stays at SUSPEND_ACCESS.");
    }

    @Test
    void repeatsAreCountedInWordsAsFarAsPeopleDo() {
        assertThat(List.of(1, 9, 10, 11, 20, 21, 22, 99, 110, 111))
                .extracting(earlier -> recommend(CARELESS, LOW, earlier, Set.of())
                        .reasons()
                        .get(1)
                        .replaceAll(" breach.*: ", ", "))
                .containsExactly(
                        "Second, one step up.",
                        "Tenth, nine steps up.",
                        "11th, ten steps up.",
                        "12th, 11 steps up.",
                        "21st, 20 steps up.",
                        "22nd, 21 steps up.",
                        "23rd, 22 steps up.",
                        "100th, 99 steps up.",
                        "111th, 110 steps up.",
                        "112th, 111 steps up.");
    }

    @Test
    void aLookBackOfOneMonthIsAMonth() {
        Ladder usual = Ladders.usual();
        Ladder shortMemory = new Ladder(usual.responses(), 1, 2, usual.mitigations());

        assertThat(ResponseLadder.recommend(shortMemory, Ladders.facts(CARELESS, LOW, 1, Set.of()))
                        .reasons())
                .contains("Second breach within 1 month: two steps up.");
    }

    @Test
    void aLadderWithAnEmptyCellIsRefused() {
        Ladder usual = Ladders.usual();
        Map<Intent, Map<Harm, Response>> responses = new EnumMap<>(usual.responses());
        responses.put(CARELESS, Map.of(NONE, ADVICE));
        Ladder broken = new Ladder(responses, 24, 1, Map.of());

        assertThatThrownBy(() -> ResponseLadder.recommend(broken, Ladders.facts(CARELESS, LOW, 0, Set.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CARELESS/LOW");
    }

    @Test
    void thereCannotBeFewerThanNoEarlierBreaches() {
        assertThatThrownBy(() -> Ladders.facts(CARELESS, LOW, -1, Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Recommendation recommend(Intent intent, Harm harm, int earlier, Set<Mitigation> mitigations) {
        return ResponseLadder.recommend(Ladders.usual(), Ladders.facts(intent, harm, earlier, mitigations));
    }
}
