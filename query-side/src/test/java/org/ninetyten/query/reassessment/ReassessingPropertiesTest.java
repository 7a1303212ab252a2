package org.ninetyten.query.reassessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ninetyten.events.policy.BreachFacts;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Harm;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Ladder;
import org.ninetyten.events.policy.Mitigation;
import org.ninetyten.events.policy.Recommendation;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.policy.ResponseLadder;
import org.ninetyten.query.reassessment.Recount.Repeats;

class ReassessingPropertiesTest {

    private static final List<String> CLAUSES = List.of("people", "operations", "views");

    @Property(tries = 300)
    void theVersionItWasJudgedByNeverChangesAnything(
            @ForAll("yardsticks") Yardstick judgedBy,
            @ForAll("facts") Facts facts,
            @ForAll("histories") List<Earlier> earlier) {
        AssessedCase one = facts.judgedBy(judgedBy);

        ReassessedCase judged = reassess(one, earlier, judgedBy, judgedBy);

        assertThat(judged.direction()).isEqualTo(Direction.UNCHANGED);
        assertThat(judged.now()).isEqualTo(judged.then());
        assertThat(judged.differsFromDecision()).isFalse();
    }

    @Property(tries = 500)
    void directionComparesThenAndNowAndTheReasonsAccountForIt(
            @ForAll("yardsticks") Yardstick judgedBy,
            @ForAll("yardsticks") Yardstick asked,
            @ForAll("facts") Facts facts,
            @ForAll("histories") List<Earlier> earlier) {
        AssessedCase one = facts.judgedBy(judgedBy);

        ReassessedCase judged = reassess(one, earlier, judgedBy, asked);

        assertThat(judged.direction()).isEqualTo(expected(one, judged, judgedBy, asked));
        String reasons = String.join(" ", judged.reasons());
        switch (judged.direction()) {
            case UNCHANGED -> assertThat(reasons).containsAnyOf("and is now.", "It was assessed as no breach.");
            case LIGHTER, HEAVIER ->
                assertThat(reasons)
                        .contains(judged.then() + " was recommended then, " + judged.now() + " is now")
                        .containsAnyOf("; it started at", "counted then.", "Each repeat is", "down in")
                        .doesNotContain("Nothing that matters here");
            case NO_LONGER_A_BREACH -> assertThat(reasons).contains("no longer a breach");
            case NEWLY_A_BREACH -> assertThat(reasons).contains("never judged");
        }
    }

    @Property(tries = 300)
    void theOrderInWhichEarlierCasesComeMakesNoDifference(
            @ForAll("yardsticks") Yardstick judgedBy,
            @ForAll("yardsticks") Yardstick asked,
            @ForAll("facts") Facts facts,
            @ForAll("histories") List<Earlier> earlier) {
        AssessedCase one = facts.judgedBy(judgedBy);

        assertThat(reassess(one, earlier.reversed(), judgedBy, asked))
                .isEqualTo(reassess(one, earlier, judgedBy, asked));
    }

    private static Direction expected(AssessedCase one, ReassessedCase judged, Yardstick judgedBy, Yardstick asked) {
        if (!one.breach()) {
            return asked.hasClauseOn(one.category()) && !judgedBy.hasClauseOn(one.category())
                    ? Direction.NEWLY_A_BREACH
                    : Direction.UNCHANGED;
        }
        if (judged.now() == null || judged.then() == null) {
            return Direction.NO_LONGER_A_BREACH;
        }
        int step = Integer.signum(judged.now().compareTo(judged.then()));
        return List.of(Direction.LIGHTER, Direction.UNCHANGED, Direction.HEAVIER)
                .get(step + 1);
    }

    private static ReassessedCase reassess(
            AssessedCase one, List<Earlier> earlier, Yardstick judgedBy, Yardstick asked) {
        Recount recount = new Recount(one, judgedBy, asked);
        earlier.forEach(before -> recount.add(before.asCase()));
        Repeats repeats = recount.repeats();
        assertThat(repeats.now()).isNotNegative();
        return Reassessing.judge(one, repeats, judgedBy, asked);
    }

    record Facts(
            boolean breach,
            Category category,
            Set<String> clauses,
            Intent intent,
            Harm harm,
            int countedThen,
            Set<Mitigation> mitigations) {

        AssessedCase judgedBy(Yardstick yardstick) {
            Recommendation recommended = ResponseLadder.recommend(
                    yardstick.ladder(), new BreachFacts(intent, harm, countedThen, mitigations));
            // A breach is of clauses that its version has: an assessment that names another is refused.
            List<String> broken = clauses.stream()
                    .filter(yardstick.clauses()::containsKey)
                    .sorted()
                    .toList();
            boolean isBreach = breach && !broken.isEmpty();
            return new AssessedCase(
                    "photo",
                    "social-media",
                    Told.POSTED,
                    category,
                    countedThen,
                    1,
                    isBreach,
                    isBreach ? broken : List.of(),
                    isBreach ? intent : null,
                    isBreach ? harm : null,
                    isBreach ? List.copyOf(mitigations) : List.of(),
                    isBreach ? recommended.response() : null,
                    isBreach ? recommended.response() : null);
        }
    }

    record Earlier(int daysBefore, Category category, Set<String> clauses) {

        AssessedCase asCase() {
            String postedAt = Told.POSTED.minus(Duration.ofDays(daysBefore)).toString();
            return Told.earlier(postedAt, category, clauses.toArray(String[]::new));
        }
    }

    @Provide
    Arbitrary<Yardstick> yardsticks() {
        Arbitrary<Map<String, Category>> clauses = Arbitraries.maps(Arbitraries.of(CLAUSES), categories());
        return Combinators.combine(clauses, ladders()).as((held, ladder) -> new Yardstick("version 1", held, ladder));
    }

    private static Arbitrary<Ladder> ladders() {
        Arbitrary<Map<Intent, Map<Harm, Response>>> responses = Arbitraries.of(Response.class)
                .list()
                .ofSize(Intent.values().length * Harm.values().length)
                .map(ReassessingPropertiesTest::cells);
        Arbitrary<Map<Mitigation, Integer>> mitigations = Arbitraries.maps(
                Arbitraries.of(Mitigation.class), Arbitraries.integers().between(0, 3));
        return Combinators.combine(
                        responses,
                        Arbitraries.integers().between(1, 36),
                        Arbitraries.integers().between(0, 3),
                        mitigations)
                .as(Ladder::new);
    }

    private static Map<Intent, Map<Harm, Response>> cells(List<Response> all) {
        Map<Intent, Map<Harm, Response>> cells = new EnumMap<>(Intent.class);
        var next = all.iterator();
        for (Intent intent : Intent.values()) {
            Map<Harm, Response> row = new EnumMap<>(Harm.class);
            for (Harm harm : Harm.values()) {
                row.put(harm, next.next());
            }
            cells.put(intent, row);
        }
        return cells;
    }

    @Provide
    Arbitrary<Facts> facts() {
        return Combinators.combine(
                        Arbitraries.of(true, true, true, false),
                        categories(),
                        Arbitraries.of(CLAUSES).set().ofMinSize(1),
                        Arbitraries.of(Intent.class),
                        Arbitraries.of(Harm.class),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(Mitigation.class).set())
                .as(Facts::new);
    }

    @Provide
    Arbitrary<List<Earlier>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1200),
                        categories(),
                        Arbitraries.of(CLAUSES).set().ofMinSize(1))
                .as(Earlier::new)
                .list()
                .ofMaxSize(6);
    }

    private static Arbitrary<Category> categories() {
        return Arbitraries.of(Category.PERSONAL_DATA, Category.OPERATIONAL_DISCLOSURE, Category.POLITICAL);
    }
}
