package org.ninetyten.command.bulkimport;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;

/**
 * What became of a line, or in a dry run would.
 *
 * @param code of the refusal
 * @param detail a sentence, of the refusal or of what a dry run could not look at
 */
record Outcome(
        LineState state, @Nullable String code, @Nullable String detail, List<Violation> violations) {

    static Outcome of(boolean recorded) {
        return new Outcome(recorded ? LineState.DONE : LineState.UNCHANGED, null, null, List.of());
    }

    static Outcome refused(Refusal refusal) {
        return new Outcome(LineState.REFUSED, refusal.code(), refusal.sentence(), refusal.violations());
    }

    static Outcome failed() {
        return new Outcome(
                LineState.REFUSED,
                "internal",
                "Something went wrong on our side; quote the import's id and the line when you ask.",
                List.of());
    }

    static Outcome excess(int cells) {
        return new Outcome(
                LineState.REFUSED,
                "invalid",
                "The line has %d more cells than the header row has columns.".formatted(cells),
                List.of());
    }

    Outcome and(String sentence) {
        return new Outcome(state, code, detail == null ? sentence : detail + " " + sentence, violations);
    }
}
