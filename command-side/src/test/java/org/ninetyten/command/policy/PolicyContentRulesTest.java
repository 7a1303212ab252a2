package org.ninetyten.command.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.ninetyten.command.story.Story.CONTENT;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninetyten.command.story.Story;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Clause;
import org.ninetyten.events.policy.Harm;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Ladder;
import org.ninetyten.events.policy.Mitigation;
import org.ninetyten.events.policy.Obligations;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.policy.Standard;

// What a reader of JSON makes of a body that leaves things out: components that are null though nothing says so.
@SuppressWarnings("NullAway")
class PolicyContentRulesTest {

    private static final String TOO_LONG = "x".repeat(20_001);
    private static final Clause CLAUSE = CONTENT.clauses().getFirst();
    private static final Ladder LADDER = CONTENT.ladder();
    private static final Obligations DUE = CONTENT.obligations();

    @Test
    void contentThatBreaksNoRuleIsAccepted() {
        assertThatCode(() -> PolicyContentRules.check(CONTENT)).doesNotThrowAnyException();
    }

    /** An emoji is one character to whoever writes it, and two to Java. */
    @Test
    void charactersAreCountedAsPeopleCountThem() {
        assertThatCode(() -> PolicyContentRules.check(clause("c", "1", "t", "😀".repeat(20_000), "g")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> PolicyContentRules.check(clause("c", "1", "t", "😀".repeat(20_001), "g")))
                .isInstanceOf(Refusal.class);
    }

    static Stream<Arguments> everyViolation() {
        String ladder = "/content/ladder";
        String due = "/content/obligations";
        return Stream.of(
                arguments("/content/purpose", purpose(null)),
                arguments("/content/purpose", purpose("\n ")),
                arguments("/content/purpose", purpose(TOO_LONG)),
                arguments("/content/objectives", objectives(null)),
                arguments("/content/objectives", objectives(Collections.nCopies(501, "o"))),
                arguments("/content/objectives/1", objectives(List.of("o", ""))),
                arguments("/content/objectives/0", objectives(Collections.singletonList(null))),
                arguments("/content/clauses", clauses((List<Clause>) null)),
                arguments("/content/clauses", clauses(List.of())),
                arguments("/content/clauses", clauses(Collections.nCopies(501, CLAUSE))),
                arguments("/content/clauses/0", clauses(Collections.singletonList(null))),
                arguments("/content/clauses/0/id", clause(null, "1", "t", "t", "g")),
                arguments("/content/clauses/0/id", clause("Not A Slug", "1", "t", "t", "g")),
                arguments("/content/clauses/0/id", clause("x".repeat(65), "1", "t", "t", "g")),
                arguments("/content/clauses/0/number", clause("c", null, "t", "t", "g")),
                arguments("/content/clauses/0/number", clause("c", "4.", "t", "t", "g")),
                arguments("/content/clauses/0/number", clause("c", "1.2.3.4.5", "t", "t", "g")),
                arguments("/content/clauses/0/title", clause("c", "1", " ", "t", "g")),
                arguments("/content/clauses/0/title", clause("c", "1", "x".repeat(201), "t", "g")),
                arguments("/content/clauses/0/text", clause("c", "1", "t", null, "g")),
                arguments("/content/clauses/0/text", clause("c", "1", "t", TOO_LONG, "g")),
                arguments("/content/clauses/0/goodLooksLike", clause("c", "1", "t", "t", "")),
                arguments("/content/clauses/0/category", kind(null, Standard.CONFIDENTIALITY)),
                arguments("/content/clauses/0/standard", kind(Category.OTHER, null)),
                arguments("/content/clauses/1/id", clauses(List.of(CLAUSE, numbered("9.9")))),
                arguments("/content/clauses/1/number", clauses(List.of(CLAUSE, named("another")))),
                arguments(ladder, ladder(null)),
                arguments(ladder + "/lookBackMonths", ladder(new Ladder(LADDER.responses(), null, 1, Map.of()))),
                arguments(ladder + "/lookBackMonths", ladder(new Ladder(LADDER.responses(), -1, 1, Map.of()))),
                arguments(ladder + "/lookBackMonths", ladder(new Ladder(LADDER.responses(), 601, 1, Map.of()))),
                arguments(ladder + "/stepsUpPerRepeat", ladder(new Ladder(LADDER.responses(), 12, null, Map.of()))),
                arguments(ladder + "/stepsUpPerRepeat", ladder(new Ladder(LADDER.responses(), 12, 8, Map.of()))),
                arguments(ladder + "/mitigations", ladder(new Ladder(LADDER.responses(), 12, 1, null))),
                arguments(
                        ladder + "/mitigations/NOT_TRAINED",
                        ladder(new Ladder(LADDER.responses(), 12, 1, Map.of(Mitigation.NOT_TRAINED, -1)))),
                arguments(
                        ladder + "/mitigations/NOT_TRAINED",
                        ladder(new Ladder(
                                LADDER.responses(), 12, 1, Collections.singletonMap(Mitigation.NOT_TRAINED, null)))),
                arguments(ladder + "/responses", ladder(new Ladder(null, 12, 1, Map.of()))),
                arguments(ladder + "/responses/CARELESS/LOW", cell(Intent.CARELESS, Harm.LOW, null)),
                arguments(
                        ladder + "/responses/GENUINE_MISTAKE/HIGH",
                        cell(Intent.GENUINE_MISTAKE, Harm.HIGH, Response.NO_ACTION)),
                arguments(
                        ladder + "/responses/DELIBERATE/NONE", cell(Intent.DELIBERATE, Harm.NONE, Response.NO_ACTION)),
                arguments(due, obligations(null)),
                arguments(due + "/acknowledgeWithinDays", obligations(new Obligations(0, 30, 24, 5, 10, 180))),
                arguments(due + "/acknowledgeWithinDays", obligations(new Obligations(null, 30, 24, 5, 10, 180))),
                arguments(due + "/checkInEveryDays", obligations(new Obligations(14, 3_661, 24, 5, 10, 180))),
                arguments(due + "/trainingValidMonths", obligations(new Obligations(14, 30, 601, 5, 10, 180))),
                arguments(due + "/noticeWithinWorkingDays", obligations(new Obligations(14, 30, 24, -5, 10, 180))),
                arguments(due + "/answerWithinWorkingDays", obligations(new Obligations(14, 30, 24, 5, 0, 180))),
                arguments(due + "/reviewAccountEveryDays", obligations(new Obligations(14, 30, 24, 5, 10, null))));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("everyViolation")
    void whatBreaksARuleIsPointedAt(String pointer, PolicyContent content) {
        assertThat(pointersInto(content)).containsExactly(pointer);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        PolicyContent content = new PolicyContent(
                "",
                List.of("o", " "),
                List.of(CLAUSE, CLAUSE),
                new Ladder(Map.of(), 12, 99, Map.of()),
                new Obligations(0, 0, 24, 5, 10, 180));

        assertThat(pointersInto(content))
                .contains(
                        "/content/purpose",
                        "/content/objectives/1",
                        "/content/clauses/1/id",
                        "/content/clauses/1/number",
                        "/content/ladder/stepsUpPerRepeat",
                        "/content/ladder/responses/GENUINE_MISTAKE/NONE",
                        "/content/ladder/responses/DELIBERATE/HIGH",
                        "/content/obligations/acknowledgeWithinDays",
                        "/content/obligations/checkInEveryDays")
                .hasSize(7 + Intent.values().length * Harm.values().length);
    }

    @Test
    void aLadderWithoutOneIntentIsToldOfEachOfItsCells() {
        Map<Intent, Map<Harm, Response>> responses = new EnumMap<>(LADDER.responses());
        responses.remove(Intent.DELIBERATE);

        assertThat(pointersInto(ladder(new Ladder(responses, 12, 1, Map.of()))))
                .containsExactly(
                        "/content/ladder/responses/DELIBERATE/NONE",
                        "/content/ladder/responses/DELIBERATE/LOW",
                        "/content/ladder/responses/DELIBERATE/MEDIUM",
                        "/content/ladder/responses/DELIBERATE/HIGH");
    }

    /** A rule about every pair, where the code compares neighbours. */
    @Property(seed = "90")
    void aLadderIsAcceptedIfAndOnlyIfItNeverGetsLighter(@ForAll @Size(12) List<Response> cells) {
        assertThat(pointersInto(ladderOf(cells)).isEmpty()).isEqualTo(neverGetsLighter(cells));
    }

    /** Sorted cells are a ladder that never gets lighter: without this the property above would seldom see one. */
    @Property(seed = "10")
    void aLadderThatIsNearlySortedIsAcceptedIfAndOnlyIfItNeverGetsLighter(
            @ForAll @Size(12) List<Response> cells, @ForAll Response changed) {
        List<Response> sorted = new ArrayList<>(cells);
        Collections.sort(sorted);
        assertThat(pointersInto(ladderOf(sorted))).isEmpty();

        sorted.set(6, changed);
        assertThat(pointersInto(ladderOf(sorted)).isEmpty()).isEqualTo(neverGetsLighter(sorted));
    }

    private static boolean neverGetsLighter(List<Response> cells) {
        Map<Intent, Map<Harm, Response>> responses = responses(cells);
        for (Intent intent : Intent.values()) {
            for (Harm harm : Harm.values()) {
                for (Intent lighterIntent : Intent.values()) {
                    for (Harm lighterHarm : Harm.values()) {
                        if (lighterIntent.compareTo(intent) <= 0
                                && lighterHarm.compareTo(harm) <= 0
                                && at(responses, lighterIntent, lighterHarm).compareTo(at(responses, intent, harm))
                                        > 0) {
                            return false;
                        }
                    }
                }
            }
        }
        return true;
    }

    private static Response at(Map<Intent, Map<Harm, Response>> responses, Intent intent, Harm harm) {
        return Objects.requireNonNull(
                Objects.requireNonNull(responses.get(intent)).get(harm));
    }

    private static Map<Intent, Map<Harm, Response>> responses(List<Response> cells) {
        Map<Intent, Map<Harm, Response>> responses = new EnumMap<>(Intent.class);
        int next = 0;
        for (Intent intent : Intent.values()) {
            Map<Harm, Response> row = new EnumMap<>(Harm.class);
            for (Harm harm : Harm.values()) {
                row.put(harm, cells.get(next++));
            }
            responses.put(intent, row);
        }
        return responses;
    }

    private static List<String> pointersInto(PolicyContent content) {
        try {
            PolicyContentRules.check(content);
            return List.of();
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo("invalid");
            return refusal.violations().stream()
                    .map(Violation::pointer)
                    .map(Objects::requireNonNull)
                    .toList();
        }
    }

    private static PolicyContent ladderOf(List<Response> cells) {
        return ladder(new Ladder(responses(cells), 12, 1, Map.of()));
    }

    private static PolicyContent purpose(@Nullable String purpose) {
        return new PolicyContent(purpose, CONTENT.objectives(), CONTENT.clauses(), LADDER, DUE);
    }

    private static PolicyContent objectives(@Nullable List<String> objectives) {
        return new PolicyContent("p", objectives, CONTENT.clauses(), LADDER, DUE);
    }

    private static PolicyContent clauses(@Nullable List<Clause> clauses) {
        return new PolicyContent("p", CONTENT.objectives(), clauses, LADDER, DUE);
    }

    private static PolicyContent ladder(@Nullable Ladder ladder) {
        return new PolicyContent("p", CONTENT.objectives(), CONTENT.clauses(), ladder, DUE);
    }

    private static PolicyContent obligations(@Nullable Obligations obligations) {
        return new PolicyContent("p", CONTENT.objectives(), CONTENT.clauses(), LADDER, obligations);
    }

    private static PolicyContent clause(
            @Nullable String id,
            @Nullable String number,
            @Nullable String title,
            @Nullable String text,
            @Nullable String goodLooksLike) {
        return clauses(
                List.of(new Clause(id, number, title, text, Category.OTHER, Standard.CONFIDENTIALITY, goodLooksLike)));
    }

    private static PolicyContent kind(@Nullable Category category, @Nullable Standard standard) {
        return clauses(List.of(new Clause("c", "1", "t", "t", category, standard, "g")));
    }

    private static Clause numbered(String number) {
        return new Clause(CLAUSE.id(), number, "t", "t", Category.OTHER, Standard.CONFIDENTIALITY, "g");
    }

    private static Clause named(String id) {
        return new Clause(id, CLAUSE.number(), "t", "t", Category.OTHER, Standard.CONFIDENTIALITY, "g");
    }

    private static PolicyContent cell(Intent intent, Harm harm, @Nullable Response response) {
        Map<Intent, Map<Harm, Response>> responses = Story.responses();
        Objects.requireNonNull(responses.get(intent)).put(harm, response);
        return ladder(new Ladder(responses, 12, 1, Map.of()));
    }
}
