package org.ninetyten.query.policies.policydiff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Clause;
import org.ninetyten.events.policy.Standard;

/**
 * What became of clauses, which keep their id when they are renumbered or rewritten. A clause may be both moved and
 * changed.
 *
 * @param added whole, in the newer order
 * @param removed whole, in the older order
 * @param moved those with another number, or in another order among those that stayed
 * @param changed those that say something else
 */
public record ClauseChanges(List<Clause> added, List<Clause> removed, List<Moved> moved, List<Changed> changed) {

    /** Where a clause stands among all, counted from 1, and its number. */
    public record Place(String number, int position) {}

    /** @param title the newer */
    public record Moved(String id, String title, Place from, Place to) {}

    /**
     * @param number the newer
     * @param title the newer
     */
    public record Changed(String id, String number, String title, Changes changes) {}

    /**
     * Only what changed is there.
     *
     * @param text word by word
     * @param goodLooksLike word by word
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Changes(
            @Nullable Change<String> title,
            @Nullable Change<Category> category,
            @Nullable Change<Standard> standard,
            List<Part> text,
            List<Part> goodLooksLike) {

        boolean none() {
            return title == null && category == null && standard == null && text.isEmpty() && goodLooksLike.isEmpty();
        }
    }

    boolean none() {
        return added.isEmpty() && removed.isEmpty() && moved.isEmpty() && changed.isEmpty();
    }

    /** A clause and where it stands. */
    private record Placed(Clause clause, int position) {

        Place place() {
            return new Place(clause.number(), position);
        }
    }

    static ClauseChanges between(List<Clause> older, List<Clause> newer, WordDiff words) {
        Map<String, Placed> before = byId(older);
        Map<String, Placed> after = byId(newer);
        Set<String> reordered = reordered(before, after);
        List<Clause> added = new ArrayList<>();
        List<Moved> moved = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        after.forEach((id, now) -> {
            Placed was = before.get(id);
            if (was == null) {
                added.add(now.clause());
                return;
            }
            Clause clause = now.clause();
            if (reordered.contains(id) || !was.clause().number().equals(clause.number())) {
                moved.add(new Moved(id, clause.title(), was.place(), now.place()));
            }
            Changes changes = changes(was.clause(), clause, words);
            if (!changes.none()) {
                changed.add(new Changed(id, clause.number(), clause.title(), changes));
            }
        });
        List<Clause> removed = before.values().stream()
                .map(Placed::clause)
                .filter(clause -> !after.containsKey(clause.id()))
                .toList();
        return new ClauseChanges(List.copyOf(added), removed, List.copyOf(moved), List.copyOf(changed));
    }

    private static Changes changes(Clause older, Clause newer, WordDiff words) {
        return new Changes(
                Change.between(older.title(), newer.title()),
                Change.between(older.category(), newer.category()),
                Change.between(older.standard(), newer.standard()),
                words.between(older.text(), newer.text()),
                words.between(older.goodLooksLike(), newer.goodLooksLike()));
    }

    private static Map<String, Placed> byId(List<Clause> clauses) {
        Map<String, Placed> byId = new LinkedHashMap<>();
        for (Clause clause : clauses) {
            byId.putIfAbsent(clause.id(), new Placed(clause, byId.size() + 1));
        }
        return byId;
    }

    /** Of the clauses in both, the fewest that had to be taken elsewhere for the others to keep their order. */
    private static Set<String> reordered(Map<String, Placed> before, Map<String, Placed> after) {
        List<String> older = before.keySet().stream().filter(after::containsKey).toList();
        List<String> newer = after.keySet().stream().filter(before::containsKey).toList();
        Set<String> reordered = new HashSet<>();
        for (Edits.Edit edit : Edits.between(older, newer)) {
            if (!edit.stays()) {
                reordered.addAll(edit.newer());
            }
        }
        return reordered;
    }
}
