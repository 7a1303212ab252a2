package org.ninetyten.events.policy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Ladders and facts, as properties need them. */
@SuppressWarnings("EnumOrdinal") // What is heavier is said by the order of the constants.
final class Ladders {

    private static final int STEPS_AT_MOST = Response.values().length;

    private Ladders() {}

    /** Every ladder that may be published: complete, and never lighter for heavier intent or harm. */
    static Arbitrary<Ladder> publishable() {
        Arbitrary<Map<Intent, Map<Harm, Response>>> responses = Arbitraries.of(Response.class)
                .list()
                .ofSize(Intent.values().length * Harm.values().length)
                .map(Ladders::neverLighter);
        Arbitrary<Map<Mitigation, Integer>> mitigations = Arbitraries.maps(
                Arbitraries.of(Mitigation.class), Arbitraries.integers().between(0, STEPS_AT_MOST));
        return Combinators.combine(
                        responses,
                        Arbitraries.integers().between(0, 600),
                        Arbitraries.integers().between(0, STEPS_AT_MOST),
                        mitigations)
                .as(Ladder::new);
    }

    /** Mostly few earlier breaches, now and then as many as a number can say. */
    static Arbitrary<BreachFacts> facts() {
        return Combinators.combine(
                        Arbitraries.of(Intent.class),
                        Arbitraries.of(Harm.class),
                        Arbitraries.oneOf(
                                Arbitraries.integers().between(0, 13),
                                Arbitraries.integers().between(0, Integer.MAX_VALUE)),
                        Arbitraries.of(Mitigation.class).set())
                .as(BreachFacts::new);
    }

    /** Each response raised to the heaviest of those for lighter intent and for lighter harm. */
    private static Map<Intent, Map<Harm, Response>> neverLighter(List<Response> drawn) {
        Map<Intent, Map<Harm, Response>> responses = new EnumMap<>(Intent.class);
        for (Intent intent : Intent.values()) {
            Map<Harm, Response> row = new EnumMap<>(Harm.class);
            for (Harm harm : Harm.values()) {
                Response least = drawn.get(intent.ordinal() * Harm.values().length + harm.ordinal());
                if (harm != Harm.NONE) {
                    least = heavier(least, response(row, Harm.values()[harm.ordinal() - 1]));
                }
                if (intent != Intent.GENUINE_MISTAKE) {
                    least = heavier(
                            least, response(responses.getOrDefault(Intent.values()[intent.ordinal() - 1], row), harm));
                }
                row.put(harm, least);
            }
            responses.put(intent, row);
        }
        return responses;
    }

    private static Response response(Map<Harm, Response> row, Harm harm) {
        return row.getOrDefault(harm, Response.NO_ACTION);
    }

    private static Response heavier(Response one, Response other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** A ladder as a force would have it: the lower right is heavy, two years are looked back on. */
    static Ladder usual() {
        return new Ladder(
                Map.of(
                        Intent.GENUINE_MISTAKE,
                        row(Response.NO_ACTION, Response.ADVICE, Response.COACHING, Response.TRAINING),
                        Intent.CARELESS,
                        row(Response.ADVICE, Response.COACHING, Response.TRAINING, Response.REFLECTIVE_PRACTICE),
                        Intent.DELIBERATE,
                        row(
                                Response.COACHING,
                                Response.REFLECTIVE_PRACTICE,
                                Response.SUSPEND_ACCESS,
                                Response.SUSPEND_ACCESS)),
                24,
                1,
                Map.of(Mitigation.SELF_REPORTED, 1, Mitigation.REMOVED_PROMPTLY, 1, Mitigation.NOT_TRAINED, 2));
    }

    private static Map<Harm, Response> row(Response none, Response low, Response medium, Response high) {
        return Map.of(Harm.NONE, none, Harm.LOW, low, Harm.MEDIUM, medium, Harm.HIGH, high);
    }

    static BreachFacts facts(Intent intent, Harm harm, int earlierBreaches, Set<Mitigation> mitigations) {
        return new BreachFacts(intent, harm, earlierBreaches, mitigations);
    }
}
