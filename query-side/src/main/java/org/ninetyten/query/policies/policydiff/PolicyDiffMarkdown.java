package org.ninetyten.query.policies.policydiff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.policy.Clause;

/** A difference as a page of Markdown to read. */
public final class PolicyDiffMarkdown {

    private final List<String> lines = new ArrayList<>();

    private PolicyDiffMarkdown() {}

    /**
     * @param against the number of the version that counts as the older
     * @param version the number of the version that counts as the newer
     */
    public static String of(String title, int against, int version, PolicyDiff diff) {
        PolicyDiffMarkdown page = new PolicyDiffMarkdown();
        page.heading("# %s: version %d to version %d".formatted(EscapedText.line(title), against, version));
        page.paragraph(diff.summary());
        page.text("## Purpose", diff.purpose());
        page.objectives(diff.objectives());
        page.clauses(diff.clauses());
        page.ladder(diff.ladder());
        page.obligations(diff.obligations());
        return String.join("\n", page.lines) + "\n";
    }

    private void heading(String heading) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(heading);
    }

    private void paragraph(String sentence) {
        lines.add("");
        lines.add(sentence);
    }

    private void text(String heading, List<Part> parts) {
        if (!parts.isEmpty()) {
            heading(heading);
            changed(parts);
        }
    }

    private void changed(List<Part> parts) {
        boolean seen = parts.stream()
                .anyMatch(part -> part.kind() != Part.Kind.EQUAL && !part.text().isBlank());
        if (!seen) {
            paragraph("Only white space changed.");
        }
        quote(MarkedLines.of(parts));
    }

    private void quote(List<String> quoted) {
        lines.add("");
        for (int i = 0; i < quoted.size(); i++) {
            boolean goesOn = !quoted.get(i).isEmpty()
                    && i + 1 < quoted.size()
                    && !quoted.get(i + 1).isEmpty();
            lines.add(("> " + quoted.get(i) + (goesOn ? "\\" : "")).stripTrailing());
        }
    }

    private void objectives(List<Part> objectives) {
        if (objectives.isEmpty()) {
            return;
        }
        heading("## Objectives");
        lines.add("");
        for (Part objective : objectives) {
            String onOneLine = MarkedLines.LINE_END
                    .matcher(objective.text())
                    .replaceAll(" ")
                    .strip();
            lines.add("- " + String.join(" ", MarkedLines.of(List.of(new Part(objective.kind(), onOneLine)))));
        }
    }

    private void clauses(ClauseChanges clauses) {
        if (clauses.none()) {
            return;
        }
        heading("## Clauses");
        clauses.added().forEach(clause -> whole("Added", clause));
        clauses.removed().forEach(clause -> whole("Removed", clause));
        clauses.moved().forEach(this::moved);
        clauses.changed().forEach(this::changed);
    }

    private void clauseHeading(String what, String number, String title, String id) {
        heading("### %s: %s %s (%s)"
                .formatted(what, EscapedText.line(number), EscapedText.line(title), EscapedText.line(id)));
    }

    private void whole(String what, Clause clause) {
        clauseHeading(what, clause.number(), clause.title(), clause.id());
        paragraph("Category `%s`, standard `%s`.".formatted(clause.category(), clause.standard()));
        quote(MarkedLines.of(List.of(new Part(Part.Kind.EQUAL, clause.text()))));
        paragraph("What good looks like:");
        quote(MarkedLines.of(List.of(new Part(Part.Kind.EQUAL, clause.goodLooksLike()))));
    }

    private void moved(ClauseChanges.Moved clause) {
        clauseHeading("Moved", clause.to().number(), clause.title(), clause.id());
        paragraph("From number %s, the %s clause, to number %s, the %s."
                .formatted(
                        EscapedText.line(clause.from().number()),
                        ordinal(clause.from().position()),
                        EscapedText.line(clause.to().number()),
                        ordinal(clause.to().position())));
    }

    private static String ordinal(int number) {
        boolean teen = number % 100 / 10 == 1;
        return number
                + switch (teen ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    private void changed(ClauseChanges.Changed clause) {
        clauseHeading("Changed", clause.number(), clause.title(), clause.id());
        ClauseChanges.Changes changes = clause.changes();
        if (changes.title() != null) {
            paragraph("Title: from \"%s\" to \"%s\"."
                    .formatted(
                            EscapedText.line(said(changes.title().from())),
                            EscapedText.line(said(changes.title().to()))));
        }
        fromTo("Category", changes.category());
        fromTo("Standard", changes.standard());
        if (!changes.text().isEmpty()) {
            changed(changes.text());
        }
        if (!changes.goodLooksLike().isEmpty()) {
            paragraph("What good looks like:");
            changed(changes.goodLooksLike());
        }
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void fromTo(String what, @Nullable Change<?> change) {
        if (change != null) {
            paragraph("%s: from %s to %s.".formatted(what, value(change.from()), value(change.to())));
        }
    }

    /** A number, or a constant that users have no say in. */
    private static String value(@Nullable Object value) {
        if (value == null) {
            return "none";
        }
        return value instanceof Enum<?> constant ? "`" + constant.name() + "`" : value.toString();
    }

    private void ladder(LadderChanges ladder) {
        if (ladder.none()) {
            return;
        }
        heading("## Response ladder");
        for (LadderChanges.Cell cell : ladder.cells()) {
            fromTo(
                    "%s with %s harm"
                            .formatted(words(cell.intent()), words(cell.harm()).toLowerCase(Locale.ROOT)),
                    new Change<>(cell.from(), cell.to()));
        }
        fromTo("Months looked back", ladder.lookBackMonths());
        fromTo("Steps up for each repeat", ladder.stepsUpPerRepeat());
        for (LadderChanges.MitigationSteps steps : ladder.mitigations()) {
            fromTo("Steps down when " + words(steps.mitigation()).toLowerCase(Locale.ROOT), steps(steps));
        }
    }

    private static Change<Integer> steps(LadderChanges.MitigationSteps steps) {
        return new Change<>(steps.from(), steps.to());
    }

    private static String words(Enum<?> constant) {
        String words = constant.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private void obligations(List<ObligationChange> obligations) {
        if (obligations.isEmpty()) {
            return;
        }
        heading("## Obligations");
        for (ObligationChange change : obligations) {
            fromTo("`" + change.obligation() + "`", new Change<>(change.from(), change.to()));
        }
    }
}
