package org.ninetyten.query.reassessment;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

/** A case read again under another version (DESIGN 4): pure, it decides nothing and looks nothing up. */
final class Reassessing {

    private final AssessedCase one;
    private final Repeats repeats;
    private final Yardstick judgedBy;
    private final Yardstick asked;
    private final List<String> reasons = new ArrayList<>();

    private Reassessing(AssessedCase one, Repeats repeats, Yardstick judgedBy, Yardstick asked) {
        this.one = one;
        this.repeats = repeats;
        this.judgedBy = judgedBy;
        this.asked = asked;
    }

    /**
     * @param judgedBy the version by which it was assessed
     * @param asked the version asked about
     */
    static ReassessedCase judge(AssessedCase one, Repeats repeats, Yardstick judgedBy, Yardstick asked) {
        return new Reassessing(one, repeats, judgedBy, asked).judge();
    }

    private ReassessedCase judge() {
        if (!one.breach()) {
            return ofNoBreach();
        }
        return asked.holds(one.clauseIds(), one.category()) ? ofBreach() : ofBreachNoLonger();
    }

    private ReassessedCase ofNoBreach() {
        String about = words(one.category());
        boolean had = judgedBy.hasClauseOn(one.category());
        boolean has = asked.hasClauseOn(one.category());
        if (has && !had) {
            reasons.add("It was assessed as no breach: %s had no clause on %s. %s has one (%s)."
                    .formatted(judgedBy.name(), about, capitalised(asked.name()), names(one.category())));
            reasons.add("Nothing is recommended: intent and harm were never judged.");
            return result(null, Direction.NEWLY_A_BREACH, true);
        }
        reasons.add("It was assessed as no breach.");
        reasons.add(
                has
                        ? "%s had a clause on %s as %s has, and by that it was none."
                                .formatted(capitalised(judgedBy.name()), about, asked.name())
                        : "%s has no clause on %s.".formatted(capitalised(asked.name()), about));
        return result(null, Direction.UNCHANGED, false);
    }

    private ReassessedCase ofBreachNoLonger() {
        reasons.add("%s has none of the clauses that were broken (%s), nor any on %s: it is no longer a breach."
                .formatted(capitalised(asked.name()), String.join(", ", one.clauseIds()), words(one.category())));
        return result(null, Direction.NO_LONGER_A_BREACH, true);
    }

    private ReassessedCase ofBreach() {
        Intent intent = judged(one.intent());
        Harm harm = judged(one.harm());
        Response then = judged(one.recommended());
        Set<Mitigation> mitigations = EnumSet.noneOf(Mitigation.class);
        mitigations.addAll(one.mitigations());
        Recommendation recommendation =
                ResponseLadder.recommend(asked.ladder(), new BreachFacts(intent, harm, repeats.now(), mitigations));
        Response now = recommendation.response();
        Direction direction = direction(then, now);

        reasons.add(whyStillABreach());
        List<String> differences = differences(intent, harm, mitigations);
        reasons.addAll(differences);
        if (differences.isEmpty() && direction != Direction.UNCHANGED) {
            reasons.add(
                    "Nothing that matters here differs from %s; what was recorded is another recommendation than the same ladder gives now."
                            .formatted(judgedBy.name()));
        }
        reasons.addAll(recommendation.reasons());
        reasons.add(
                direction == Direction.UNCHANGED
                        ? "%s was recommended then, and is now.".formatted(then)
                        : "%s was recommended then, %s is now: %s.".formatted(then, now, words(direction)));
        if (now != one.decided() && one.decided() != null) {
            reasons.add("Decided was %s.".formatted(one.decided()));
        }
        return result(now, direction, now != one.decided());
    }

    private static Direction direction(Response then, Response now) {
        int step = now.compareTo(then);
        if (step == 0) {
            return Direction.UNCHANGED;
        }
        return step < 0 ? Direction.LIGHTER : Direction.HEAVIER;
    }

    private String whyStillABreach() {
        List<String> there =
                one.clauseIds().stream().filter(asked.clauses()::containsKey).toList();
        if (there.isEmpty()) {
            return "%s has none of the clauses that were broken (%s), but one on %s (%s): it stays a breach."
                    .formatted(
                            capitalised(asked.name()),
                            String.join(", ", one.clauseIds()),
                            words(one.category()),
                            names(one.category()));
        }
        return "%s has the clause %s: it stays a breach."
                .formatted(capitalised(asked.name()), String.join(" and the clause ", there));
    }

    /** What of this case the two versions take differently. */
    private List<String> differences(Intent intent, Harm harm, Set<Mitigation> mitigations) {
        List<String> differences = new ArrayList<>();
        Ladder before = judgedBy.ladder();
        Ladder after = asked.ladder();
        Response from = cell(before, intent, harm);
        Response to = cell(after, intent, harm);
        if (from != to) {
            differences.add("%s with %s harm starts at %s in %s; it started at %s in %s."
                    .formatted(
                            capitalised(words(intent)),
                            harm == Harm.NONE ? "no" : words(harm),
                            to,
                            asked.name(),
                            from,
                            judgedBy.name()));
        }
        if (repeats.now() != repeats.then()) {
            differences.add(recounted());
        }
        boolean anyRepeat = repeats.now() > 0 || repeats.then() > 0;
        if (anyRepeat && !after.stepsUpPerRepeat().equals(before.stepsUpPerRepeat())) {
            differences.add("Each repeat is %s up in %s; it was %s in %s."
                    .formatted(
                            steps(after.stepsUpPerRepeat()), asked.name(), before.stepsUpPerRepeat(), judgedBy.name()));
        }
        for (Mitigation mitigation : mitigations) {
            int was = before.mitigations().getOrDefault(mitigation, 0);
            int is = after.mitigations().getOrDefault(mitigation, 0);
            if (was != is) {
                differences.add("%s is %s down in %s; it was %d in %s."
                        .formatted(capitalised(words(mitigation)), steps(is), asked.name(), was, judgedBy.name()));
            }
        }
        return differences;
    }

    private String recounted() {
        String line = "%s in %s under %s; %s counted then."
                .formatted(
                        counted(repeats.now(), "earlier breach", "earlier breaches"),
                        counted(asked.lookBackMonths(), "month", "months"),
                        asked.name(),
                        repeats.then() == 1 ? "1 was" : repeats.then() + " were");
        return repeats.dropped() == 0
                ? line
                : "%s Of those, %s no breach under %s."
                        .formatted(line, repeats.dropped() == 1 ? "1 is" : repeats.dropped() + " are", asked.name());
    }

    private ReassessedCase result(@Nullable Response now, Direction direction, boolean differs) {
        return new ReassessedCase(
                one.transgressionId(), one.recommended(), one.decided(), now, direction, differs, reasons);
    }

    private String names(Category category) {
        return String.join(", ", asked.clausesOn(category));
    }

    private <T> T judged(@Nullable T value) {
        if (value == null) {
            throw new BrokenHistoryException(
                    "The transgression '%s' was assessed as a breach without all that a breach is judged by."
                            .formatted(one.transgressionId()));
        }
        return value;
    }

    private Response cell(Ladder ladder, Intent intent, Harm harm) {
        var row = ladder.responses().get(intent);
        Response response = row == null ? null : row.get(harm);
        if (response == null) {
            throw new BrokenHistoryException(
                    "The ladder of a version has no response for %s and %s.".formatted(intent, harm));
        }
        return response;
    }

    private static String steps(int steps) {
        return counted(steps, "step", "steps");
    }

    private static String counted(int number, String singular, String plural) {
        return number + " " + (number == 1 ? singular : plural);
    }

    private static String words(Enum<?> value) {
        return value.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
