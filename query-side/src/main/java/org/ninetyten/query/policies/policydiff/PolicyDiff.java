package org.ninetyten.query.policies.policydiff;

import java.util.ArrayList;
import java.util.List;
import org.ninetyten.events.policy.PolicyContent;

/**
 * What a policy's content says otherwise than another one.
 *
 * @param purpose word by word; empty where it is the same
 * @param objectives each objective a part; empty where they are the same
 */
public record PolicyDiff(
        List<Part> purpose,
        List<Part> objectives,
        ClauseChanges clauses,
        LadderChanges ladder,
        List<ObligationChange> obligations) {

    public static PolicyDiff between(PolicyContent older, PolicyContent newer) {
        return between(older, newer, new Work());
    }

    static PolicyDiff between(PolicyContent older, PolicyContent newer, Work work) {
        WordDiff words = new WordDiff(work);
        return new PolicyDiff(
                words.between(older.purpose(), newer.purpose()),
                objectives(older.objectives(), newer.objectives()),
                ClauseChanges.between(older.clauses(), newer.clauses(), words),
                LadderChanges.between(older.ladder(), newer.ladder()),
                ObligationChange.between(older.obligations(), newer.obligations()));
    }

    private static List<Part> objectives(List<String> older, List<String> newer) {
        if (older.equals(newer)) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        for (Edits.Edit edit : Edits.between(older, newer)) {
            if (edit.stays()) {
                edit.older().forEach(objective -> parts.add(new Part(Part.Kind.EQUAL, objective)));
            } else {
                edit.older().forEach(objective -> parts.add(new Part(Part.Kind.DELETED, objective)));
                edit.newer().forEach(objective -> parts.add(new Part(Part.Kind.INSERTED, objective)));
            }
        }
        return List.copyOf(parts);
    }

    /** Whether nothing changed. */
    public boolean none() {
        return purpose.isEmpty() && objectives.isEmpty() && clauses.none() && ladder.none() && obligations.isEmpty();
    }

    /** One plain sentence of how much changed. */
    public String summary() {
        List<String> said = new ArrayList<>();
        if (!purpose.isEmpty()) {
            said.add("purpose changed");
        }
        if (!objectives.isEmpty()) {
            said.add("objectives changed");
        }
        count(said, clauses.added().size(), "clause", "added");
        count(said, clauses.removed().size(), "clause", "removed");
        count(said, clauses.moved().size(), "clause", "moved");
        count(said, clauses.changed().size(), "clause", "changed");
        if (!ladder.none()) {
            said.add("response ladder changed");
        }
        count(said, obligations.size(), "obligation", "changed");
        return said.isEmpty() ? "Nothing changed." : capitalised(String.join(", ", said)) + ".";
    }

    private static void count(List<String> said, int number, String what, String how) {
        if (number > 0) {
            said.add("%d %s%s %s".formatted(number, what, number == 1 ? "" : "s", how));
        }
    }

    private static String capitalised(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
