package org.ninetyten.query.policies.policydiff;

import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import com.github.difflib.patch.Patch;
import java.util.List;

/** The fewest deletions and insertions that make one list another, in order, with what stays between them. */
final class Edits {

    /** Entries that stay, or those of the older list and what stands in their place in the newer. */
    record Edit(boolean stays, List<String> older, List<String> newer) {}

    private Edits() {}

    static List<Edit> between(List<String> older, List<String> newer) {
        var changes = new MyersDiffWithLinearSpace<String>().computeDiff(older, newer, null);
        return Patch.generate(older, newer, changes, true).getDeltas().stream()
                .map(Edits::edit)
                .toList();
    }

    private static Edit edit(AbstractDelta<String> delta) {
        return new Edit(
                delta.getType() == DeltaType.EQUAL,
                delta.getSource().getLines(),
                delta.getTarget().getLines());
    }
}
