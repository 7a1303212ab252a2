package org.ninetyten.command.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.policy.Clause;
import org.ninetyten.events.policy.Harm;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Ladder;
import org.ninetyten.events.policy.Obligations;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.events.policy.Response;

/** What a policy's content must be like (DESIGN 4). Every violation of these rules is told at once, by JSON
 * pointer into the body. */
final class PolicyContentRules {

    private static final Pattern CLAUSE_ID = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern CLAUSE_NUMBER = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){0,3}");
    private static final int CLAUSE_TEXT_AT_MOST = 20_000;
    private static final int TITLE_AT_MOST = 200;
    private static final int MANY = 500;
    private static final int MONTHS_AT_MOST = 600;
    private static final int DAYS_AT_MOST = 3_660;

    private final List<Violation> violations = new ArrayList<>();

    private PolicyContentRules() {}

    /** @throws Refusal {@code invalid} with a violation for everything that is wrong */
    static void check(PolicyContent content) {
        PolicyContentRules rules = new PolicyContentRules();
        rules.content(content);
        if (!rules.violations.isEmpty()) {
            throw Refusal.invalid(rules.violations);
        }
    }

    private void content(PolicyContent content) {
        text("/content/purpose", content.purpose(), CLAUSE_TEXT_AT_MOST);
        objectives(content.objectives());
        clauses(content.clauses());
        if (given("/content/ladder", content.ladder())) {
            ladder(content.ladder());
        }
        if (given("/content/obligations", content.obligations())) {
            obligations(content.obligations());
        }
    }

    private void objectives(List<String> objectives) {
        if (!given("/content/objectives", objectives) || tooMany("/content/objectives", objectives)) {
            return;
        }
        for (int i = 0; i < objectives.size(); i++) {
            text("/content/objectives/" + i, objectives.get(i), CLAUSE_TEXT_AT_MOST);
        }
    }

    private void clauses(List<Clause> clauses) {
        String at = "/content/clauses";
        if (!given(at, clauses) || tooMany(at, clauses)) {
            return;
        }
        if (clauses.isEmpty()) {
            violations.add(Violation.at(at, "must have at least one clause"));
        }
        Map<String, Integer> ids = new HashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            if (given(at + "/" + i, clause)) {
                clause(at + "/" + i, clause);
                unique(at + "/" + i + "/id", clause.id(), i, ids);
                unique(at + "/" + i + "/number", clause.number(), i, numbers);
            }
        }
    }

    private void clause(String at, Clause clause) {
        pattern(at + "/id", clause.id(), CLAUSE_ID, "must be 1 to 64 lower-case letters, digits and dashes");
        pattern(at + "/number", clause.number(), CLAUSE_NUMBER, "must be a number such as 4 or 4.2");
        text(at + "/title", clause.title(), TITLE_AT_MOST);
        text(at + "/text", clause.text(), CLAUSE_TEXT_AT_MOST);
        text(at + "/goodLooksLike", clause.goodLooksLike(), CLAUSE_TEXT_AT_MOST);
        given(at + "/category", clause.category());
        given(at + "/standard", clause.standard());
    }

    private void ladder(Ladder ladder) {
        number("/content/ladder/lookBackMonths", ladder.lookBackMonths(), 0, MONTHS_AT_MOST);
        number("/content/ladder/stepsUpPerRepeat", ladder.stepsUpPerRepeat(), 0, Response.values().length);
        if (given("/content/ladder/mitigations", ladder.mitigations())) {
            ladder.mitigations()
                    .forEach((mitigation, steps) ->
                            number("/content/ladder/mitigations/" + mitigation, steps, 0, Response.values().length));
        }
        if (given("/content/ladder/responses", ladder.responses())) {
            responses(ladder.responses());
        }
    }

    /** Heavier intent or heavier harm never gets a lighter response; neighbours are enough, as that goes on. */
    private void responses(Map<Intent, Map<Harm, Response>> responses) {
        Map<Harm, Response> ofLighterIntent = Map.of();
        for (Intent intent : Intent.values()) {
            // Left out and null alike have no responses.
            Map<Harm, Response> row = Objects.requireNonNullElse(responses.get(intent), Map.of());
            Response ofLighterHarm = null;
            for (Harm harm : Harm.values()) {
                Response response = row.get(harm);
                if (response == null) {
                    violations.add(Violation.at(cell(intent, harm), "must have a response"));
                } else {
                    notLighterThan(ofLighterIntent.get(harm), "intent", cell(intent, harm), response);
                    notLighterThan(ofLighterHarm, "harm", cell(intent, harm), response);
                }
                ofLighterHarm = response;
            }
            ofLighterIntent = row;
        }
    }

    private void notLighterThan(@Nullable Response neighbour, String lighterIn, String cell, Response response) {
        if (neighbour != null && response.compareTo(neighbour) < 0) {
            violations.add(
                    Violation.at(cell, "must not be lighter than %s for lighter %s".formatted(neighbour, lighterIn)));
        }
    }

    private static String cell(Intent intent, Harm harm) {
        return "/content/ladder/responses/" + intent + "/" + harm;
    }

    private void obligations(Obligations obligations) {
        String at = "/content/obligations/";
        number(at + "acknowledgeWithinDays", obligations.acknowledgeWithinDays(), 1, DAYS_AT_MOST);
        number(at + "checkInEveryDays", obligations.checkInEveryDays(), 1, DAYS_AT_MOST);
        number(at + "trainingValidMonths", obligations.trainingValidMonths(), 1, MONTHS_AT_MOST);
        number(at + "noticeWithinWorkingDays", obligations.noticeWithinWorkingDays(), 1, DAYS_AT_MOST);
        number(at + "answerWithinWorkingDays", obligations.answerWithinWorkingDays(), 1, DAYS_AT_MOST);
        number(at + "reviewAccountEveryDays", obligations.reviewAccountEveryDays(), 1, DAYS_AT_MOST);
    }

    private boolean given(String at, @Nullable Object value) {
        if (value == null) {
            violations.add(Violation.at(at, "must be given"));
        }
        return value != null;
    }

    private boolean tooMany(String at, List<?> list) {
        boolean tooMany = list.size() > MANY;
        if (tooMany) {
            violations.add(Violation.at(at, "may have at most %d entries".formatted(MANY)));
        }
        return tooMany;
    }

    private void text(String at, @Nullable String text, int atMost) {
        if (text == null || text.isBlank()) {
            violations.add(Violation.at(at, "must be given"));
        } else if (text.codePointCount(0, text.length()) > atMost) {
            violations.add(Violation.at(at, "may have at most %,d characters".formatted(atMost)));
        }
    }

    private void pattern(String at, @Nullable String text, Pattern allowed, String message) {
        if (text == null || !allowed.matcher(text).matches()) {
            violations.add(Violation.at(at, message));
        }
    }

    private void number(String at, @Nullable Integer number, int least, int most) {
        if (number == null || number < least || number > most) {
            violations.add(Violation.at(at, "must be a whole number from %d to %,d".formatted(least, most)));
        }
    }

    private void unique(String at, @Nullable String value, int index, Map<String, Integer> seen) {
        Integer first = value == null ? null : seen.putIfAbsent(value, index);
        if (first != null) {
            violations.add(Violation.at(at, "is used by clause %d already".formatted(first)));
        }
    }
}
