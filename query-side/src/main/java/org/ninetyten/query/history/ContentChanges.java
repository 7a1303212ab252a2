package org.ninetyten.query.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.policy.Clause;
import org.ninetyten.events.policy.Obligations;
import org.ninetyten.events.policy.PolicyContent;

/** What changed in a policy, in short: which clauses, by number and title, and which other parts. */
final class ContentChanges {

    private static final int NAMED_AT_MOST = 8;

    private final List<String> changes = new ArrayList<>();

    private ContentChanges() {}

    /** Such as {@code 5.1 (Photographs) added; 4.2 (Operations) changed; the ladder changed}. */
    static String between(PolicyContent older, PolicyContent newer) {
        ContentChanges all = new ContentChanges();
        all.clauses(older.clauses(), newer.clauses());
        all.part("the purpose", older.purpose(), newer.purpose());
        all.part("the objectives", older.objectives(), newer.objectives());
        all.part("the ladder", older.ladder(), newer.ladder());
        all.obligations(older.obligations(), newer.obligations());
        return all.changes.isEmpty() ? "it says the same" : String.join("; ", all.changes);
    }

    private void clauses(List<Clause> older, List<Clause> newer) {
        Map<String, Clause> before = byId(older);
        Map<String, Clause> after = byId(newer);
        List<String> added = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        List<String> renumbered = new ArrayList<>();
        for (Clause clause : newer) {
            Clause was = before.get(clause.id());
            if (was == null) {
                added.add(named(clause));
            } else if (clause.equals(numbered(was, clause.number()))) {
                if (!clause.equals(was)) {
                    renumbered.add(was.number() + " to " + named(clause));
                }
            } else {
                changed.add(named(clause));
            }
        }
        for (Clause clause : older) {
            if (!after.containsKey(clause.id())) {
                removed.add(named(clause));
            }
        }
        add(added, "added");
        add(removed, "removed");
        add(changed, "changed");
        add(renumbered, "renumbered");
        boolean sameClauses = before.keySet().equals(after.keySet());
        if (sameClauses && !List.copyOf(before.keySet()).equals(List.copyOf(after.keySet()))) {
            changes.add("clauses in another order");
        }
    }

    private void add(List<String> clauses, String what) {
        if (clauses.isEmpty()) {
            return;
        }
        String named = String.join(", ", clauses.subList(0, Math.min(clauses.size(), NAMED_AT_MOST)));
        int more = clauses.size() - NAMED_AT_MOST;
        changes.add((more > 0 ? named + " and " + more + " more" : named) + " " + what);
    }

    private void part(String name, Object older, Object newer) {
        if (!older.equals(newer)) {
            changes.add(name + " changed");
        }
    }

    private void obligations(Obligations older, Obligations newer) {
        obligation("acknowledgeWithinDays", older.acknowledgeWithinDays(), newer.acknowledgeWithinDays());
        obligation("checkInEveryDays", older.checkInEveryDays(), newer.checkInEveryDays());
        obligation("trainingValidMonths", older.trainingValidMonths(), newer.trainingValidMonths());
        obligation("noticeWithinWorkingDays", older.noticeWithinWorkingDays(), newer.noticeWithinWorkingDays());
        obligation("answerWithinWorkingDays", older.answerWithinWorkingDays(), newer.answerWithinWorkingDays());
        obligation("reviewAccountEveryDays", older.reviewAccountEveryDays(), newer.reviewAccountEveryDays());
    }

    private void obligation(String name, @Nullable Integer older, @Nullable Integer newer) {
        if (!Objects.equals(older, newer)) {
            changes.add("%s from %s to %s".formatted(name, older, newer));
        }
    }

    private static Map<String, Clause> byId(List<Clause> clauses) {
        Map<String, Clause> byId = new LinkedHashMap<>();
        clauses.forEach(clause -> byId.put(clause.id(), clause));
        return byId;
    }

    private static Clause numbered(Clause clause, String number) {
        return new Clause(
                clause.id(),
                number,
                clause.title(),
                clause.text(),
                clause.category(),
                clause.standard(),
                clause.goodLooksLike());
    }

    private static String named(Clause clause) {
        return "%s (%s)".formatted(clause.number(), clause.title());
    }
}
