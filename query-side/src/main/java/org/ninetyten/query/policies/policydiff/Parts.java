package org.ninetyten.query.policies.policydiff;

import java.util.ArrayList;
import java.util.List;
import org.ninetyten.query.policies.policydiff.Part.Kind;

/**
 * Gathers parts as a reader wants them: what was deleted before what was inserted in its place, and words that were
 * replaced one after another as one replacement.
 */
final class Parts {

    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder equal = new StringBuilder();
    private final StringBuilder deleted = new StringBuilder();
    private final StringBuilder inserted = new StringBuilder();

    void equal(String text) {
        equal.append(text);
    }

    void replaced(String before, String after) {
        if (before.isEmpty() && after.isEmpty()) {
            return;
        }
        if (!equal.isEmpty()) {
            if (joins(before, after)) {
                deleted.append(equal);
                inserted.append(equal);
            } else {
                close();
                parts.add(new Part(Kind.EQUAL, equal.toString()));
            }
            equal.setLength(0);
        }
        deleted.append(before);
        inserted.append(after);
    }

    /** Whether only a blank stands between the replacement before and this one. */
    private boolean joins(String before, String after) {
        return !deleted.isEmpty()
                && !inserted.isEmpty()
                && !before.isEmpty()
                && !after.isEmpty()
                && equal.toString().isBlank()
                && equal.indexOf("\n") < 0;
    }

    private void close() {
        if (!deleted.isEmpty()) {
            parts.add(new Part(Kind.DELETED, deleted.toString()));
        }
        if (!inserted.isEmpty()) {
            parts.add(new Part(Kind.INSERTED, inserted.toString()));
        }
        deleted.setLength(0);
        inserted.setLength(0);
    }

    List<Part> finish() {
        close();
        if (!equal.isEmpty()) {
            parts.add(new Part(Kind.EQUAL, equal.toString()));
        }
        return List.copyOf(parts);
    }
}
