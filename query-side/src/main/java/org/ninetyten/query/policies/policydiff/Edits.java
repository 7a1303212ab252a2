package org.ninetyten.query.policies.policydiff;

import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The fewest deletions and insertions that make one list another, in order, with what stays between them. */
final class Edits {

    /** Entries that stay, or those of the older list and what stands in their place in the newer. */
    record Edit(boolean stays, List<String> older, List<String> newer) {}

    private Edits() {}

    /** By turns: no two that stay, and no two that do not, follow one another. */
    static List<Edit> between(List<String> older, List<String> newer) {
        var changes = new MyersDiffWithLinearSpace<String>().computeDiff(older, newer, null);
        List<Edit> edits = new ArrayList<>();
        for (AbstractDelta<String> delta :
                Patch.generate(older, newer, changes, true).getDeltas()) {
            Edit edit = edit(delta);
            if (!edits.isEmpty() && edits.getLast().stays() == edit.stays()) {
                edits.set(edits.size() - 1, joined(edits.getLast(), edit));
            } else {
                edits.add(edit);
            }
        }
        return edits;
    }

    private static Edit edit(AbstractDelta<String> delta) {
        return new Edit(
                delta.getType() == DeltaType.EQUAL,
                delta.getSource().getLines(),
                delta.getTarget().getLines());
    }

    private static Edit joined(Edit first, Edit second) {
        return new Edit(
                first.stays(),
                Stream.concat(first.older().stream(), second.older().stream()).toList(),
                Stream.concat(first.newer().stream(), second.newer().stream()).toList());
    }
}
