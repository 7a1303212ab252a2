package org.ninetyten.events.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every ladder that may be published, whatever the facts. */
@SuppressWarnings("EnumOrdinal") // Steps on a ladder are what the order of the responses is for.
class ResponseLadderPropertiesTest {

    private static final Pattern START = Pattern.compile(".* with \\w+ harm: the ladder starts at (\\w+)\\.");
    private static final Pattern MOVE = Pattern.compile(".*: (\\w+) steps? (up|down)\\.");
    private static final List<String> COUNTS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    @Provide
    Arbitrary<Ladder> ladders() {
        return Ladders.publishable();
    }

    @Provide
    Arbitrary<BreachFacts> facts() {
        return Ladders.facts();
    }

    @Property
    void heavierHarmIsNeverMetMoreLightly(@ForAll("ladders") Ladder ladder, @ForAll("facts") BreachFacts facts) {
        for (Harm heavier : EnumSet.range(facts.harm(), Harm.HIGH)) {
            BreachFacts worse = with(facts.intent(), heavier, facts.earlierBreaches(), facts.mitigations());
            assertThat(response(ladder, worse)).isGreaterThanOrEqualTo(response(ladder, facts));
        }
    }

    @Property
    void heavierIntentIsNeverMetMoreLightly(@ForAll("ladders") Ladder ladder, @ForAll("facts") BreachFacts facts) {
        for (Intent heavier : EnumSet.range(facts.intent(), Intent.DELIBERATE)) {
            BreachFacts worse = with(heavier, facts.harm(), facts.earlierBreaches(), facts.mitigations());
            assertThat(response(ladder, worse)).isGreaterThanOrEqualTo(response(ladder, facts));
        }
    }

    @Property
    void oneMoreRepeatIsNeverMetMoreLightly(@ForAll("ladders") Ladder ladder, @ForAll("facts") BreachFacts facts) {
        Assume.that(facts.earlierBreaches() < Integer.MAX_VALUE);
        BreachFacts worse = with(facts.intent(), facts.harm(), facts.earlierBreaches() + 1, facts.mitigations());

        assertThat(response(ladder, worse)).isGreaterThanOrEqualTo(response(ladder, facts));
    }

    @Property
    void aMitigationNeverMakesItHeavier(@ForAll("ladders") Ladder ladder, @ForAll("facts") BreachFacts facts) {
        for (Mitigation one : Mitigation.values()) {
            Set<Mitigation> more = EnumSet.of(one);
            more.addAll(facts.mitigations());
            BreachFacts mitigated = with(facts.intent(), facts.harm(), facts.earlierBreaches(), more);
            assertThat(response(ladder, mitigated)).isLessThanOrEqualTo(response(ladder, facts));
        }
    }

    @Property
    void harmIsNeverMetWithLessThanAdvice(@ForAll("ladders") Ladder ladder, @ForAll("facts") BreachFacts facts) {
        Assume.that(facts.harm() != Harm.NONE);

        assertThat(response(ladder, facts)).isGreaterThanOrEqualTo(Response.ADVICE);
    }

    @Property
    void aDeliberateBreachOfHighHarmNeverStepsDown(
            @ForAll("ladders") Ladder ladder, @ForAll("facts") BreachFacts facts) {
        BreachFacts worst = with(Intent.DELIBERATE, Harm.HIGH, facts.earlierBreaches(), facts.mitigations());
        Response cell = Objects.requireNonNull(ladder.responses().get(Intent.DELIBERATE))
                .get(Harm.HIGH);

        assertThat(response(ladder, worst)).isGreaterThanOrEqualTo(cell);
    }

    @Property
    void theSameFactsGetTheSameRecommendation(@ForAll("ladders") Ladder ladder, @ForAll("facts") BreachFacts facts) {
        BreachFacts again = with(facts.intent(), facts.harm(), facts.earlierBreaches(), facts.mitigations());

        assertThat(ResponseLadder.recommend(ladder, again)).isEqualTo(ResponseLadder.recommend(ladder, facts));
    }

    @Property
    void theReasonsAloneLeadToTheResponse(@ForAll("ladders") Ladder ladder, @ForAll("facts") BreachFacts facts) {
        Recommendation recommendation = ResponseLadder.recommend(ladder, facts);

        assertThat(replay(recommendation.reasons())).isEqualTo(recommendation.response());
    }

    @Property
    void everyRepeatAndEveryMitigationHasItsLine(@ForAll("ladders") Ladder ladder, @ForAll("facts") BreachFacts facts) {
        List<String> reasons = ResponseLadder.recommend(ladder, facts).reasons();

        assertThat(reasons.stream().filter(reason -> reason.contains(" breach within ")))
                .hasSize(facts.earlierBreaches() == 0 ? 0 : 1);
        for (Mitigation mitigation : Mitigation.values()) {
            String words = mitigation.name().replace('_', ' ').toLowerCase(Locale.ROOT) + ": ";
            assertThat(reasons.stream()
                            .filter(reason -> reason.toLowerCase(Locale.ROOT).startsWith(words)))
                    .hasSize(facts.mitigations().contains(mitigation) ? 1 : 0);
        }
        assertThat(reasons).allMatch(reason -> reason.endsWith(".") && !reason.contains("\n"));
    }

    /** What a reader of the reasons, who knows nothing but them and the order of the responses, comes to. */
    private static Response replay(List<String> reasons) {
        Matcher start = START.matcher(reasons.getFirst());
        assertThat(start.matches()).isTrue();
        long at = Response.valueOf(start.group(1)).ordinal();
        for (String reason : reasons.subList(1, reasons.size())) {
            Matcher move = MOVE.matcher(reason);
            if (move.matches()) {
                at += move.group(2).equals("up") ? count(move.group(1)) : -count(move.group(1));
            }
        }
        Response reached = Response.values()[Math.clamp(at, 0, Response.values().length - 1)];
        for (String reason : reasons) {
            if (reason.startsWith("A deliberate breach of high harm never steps down: it stays at ")
                    || reason.startsWith("A breach that did harm never gets less than ")) {
                reached = Response.valueOf(reason.replaceAll(".* (\\w+)\\.", "$1"));
            }
        }
        return reached;
    }

    private static long count(String word) {
        int counted = COUNTS.indexOf(word);
        return counted >= 0 ? counted : Long.parseLong(word);
    }

    private static Response response(Ladder ladder, BreachFacts facts) {
        return ResponseLadder.recommend(ladder, facts).response();
    }

    private static BreachFacts with(Intent intent, Harm harm, int earlierBreaches, Set<Mitigation> mitigations) {
        return new BreachFacts(intent, harm, earlierBreaches, mitigations);
    }
}
