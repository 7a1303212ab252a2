package org.ninetyten.events.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * From the facts of a breach to the response that a policy version recommends, and why (DESIGN 4). It decides nothing.
 *
 * <p>It starts from the cell of intent and harm and makes one net move: up for each earlier breach in the look-back,
 * down for each mitigation. It stays within the lightest and the heaviest response, and then holds two floors: never
 * lighter than {@code ADVICE} for harm above {@code NONE}, and never lighter than its cell for a deliberate breach of
 * high harm.
 */
@SuppressWarnings("EnumOrdinal") // Steps on a ladder are what the order of the responses is for.
public final class ResponseLadder {

    private static final Response HEAVIEST = Response.values()[Response.values().length - 1];
    private static final String[] ORDINALS = {
        "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"
    };
    private static final String[] COUNTS = {
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"
    };

    private final Ladder ladder;
    private final BreachFacts facts;
    private final List<String> reasons = new ArrayList<>();

    private ResponseLadder(Ladder ladder, BreachFacts facts) {
        this.ladder = ladder;
        this.facts = facts;
    }

    /**
     * @param ladder complete: a response in every cell
     * @throws IllegalArgumentException for a ladder with an empty cell
     */
    public static Recommendation recommend(Ladder ladder, BreachFacts facts) {
        return new ResponseLadder(ladder, facts).recommend();
    }

    private Recommendation recommend() {
        Response start = cell();
        reasons.add("%s with %s harm: the ladder starts at %s."
                .formatted(capitalised(words(facts.intent())), noneAsNo(facts.harm()), start));
        Response moved = move(start, stepsUp(), stepsDown());
        Response held = holdFloors(start, moved);
        return new Recommendation(held, reasons);
    }

    private Response cell() {
        var row = ladder.responses().get(facts.intent());
        Response response = row == null ? null : row.get(facts.harm());
        if (response == null) {
            throw new IllegalArgumentException("The ladder has no response for " + facts.intent() + "/" + facts.harm());
        }
        return response;
    }

    private long stepsUp() {
        if (facts.earlierBreaches() == 0) {
            return 0;
        }
        long steps = (long) facts.earlierBreaches() * ladder.stepsUpPerRepeat();
        reasons.add("%s breach within %s: %s up."
                .formatted(ordinal(facts.earlierBreaches() + 1L), months(ladder.lookBackMonths()), steps(steps)));
        return steps;
    }

    private long stepsDown() {
        long all = 0;
        for (Mitigation mitigation : Mitigation.values()) {
            if (facts.mitigations().contains(mitigation)) {
                int steps = ladder.mitigations().getOrDefault(mitigation, 0);
                reasons.add("%s: %s down.".formatted(capitalised(words(mitigation)), steps(steps)));
                all += steps;
            }
        }
        return all;
    }

    private Response move(Response start, long up, long down) {
        long net = up - down;
        long wanted = start.ordinal() + net;
        int reached = Math.clamp(wanted, 0, HEAVIEST.ordinal());
        Response response = Response.values()[reached];
        if (net != 0) {
            reasons.add("Together %s %s, from %s to %s."
                    .formatted(steps(Math.abs(net)), net > 0 ? "up" : "down", start, response));
        } else if (up > 0) {
            reasons.add("These cancel out: it stays at %s.".formatted(start));
        }
        if (wanted > HEAVIEST.ordinal()) {
            reasons.add("There is nothing heavier than %s.".formatted(HEAVIEST));
        } else if (wanted < 0) {
            reasons.add("There is nothing lighter than %s.".formatted(Response.NO_ACTION));
        }
        return response;
    }

    private Response holdFloors(Response start, Response moved) {
        Response held = moved;
        if (facts.intent() == Intent.DELIBERATE && facts.harm() == Harm.HIGH && held.compareTo(start) < 0) {
            held = start;
            reasons.add("A deliberate breach of high harm never steps down: it stays at %s.".formatted(held));
        }
        if (facts.harm() != Harm.NONE && held.compareTo(Response.ADVICE) < 0) {
            held = Response.ADVICE;
            reasons.add("A breach that did harm never gets less than %s.".formatted(held));
        }
        return held;
    }

    private static String steps(long steps) {
        String count = steps < COUNTS.length ? COUNTS[(int) steps] : String.valueOf(steps);
        return count + (steps == 1 ? " step" : " steps");
    }

    private static String ordinal(long number) {
        return number <= ORDINALS.length ? ORDINALS[(int) number - 1] : number + ending(number);
    }

    private static String ending(long number) {
        boolean teen = number % 100 / 10 == 1;
        return switch ((int) (teen ? 0 : number % 10)) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }

    private static String months(int months) {
        return months == 1 ? "1 month" : months + " months";
    }

    private static String noneAsNo(Harm harm) {
        return harm == Harm.NONE ? "no" : words(harm);
    }

    private static String words(Enum<?> value) {
        return value.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
