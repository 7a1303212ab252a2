package org.ninetyten.query.transgressions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.policy.Clause;
import org.ninetyten.query.transgressions.TransgressionView.Notice;

/**
 * The notice to the officer in plain words: which clauses, why, what good looks like, and what they may do now. One
 * document, whichever way it is rendered: what people wrote is only ever text in it, and a clause's Markdown is a
 * quotation that holds nothing that runs, loads or leads astray.
 */
record NoticeLetter(
        String transgressionId,
        String accountId,
        Instant postedAt,
        int policyVersion,
        Notice notice,
        List<Clause> clauses) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    NoticeLetter {
        clauses = List.copyOf(clauses);
    }

    String title() {
        return "Notice in case " + transgressionId;
    }

    Document document() {
        Document letter = new Document();
        letter.appendChild(heading(1, title()));
        letter.appendChild(paragraph("Given on %s.".formatted(day(notice.notifiedOn()))));
        letter.appendChild(paragraph(
                "A post of %s on the account %s was out of bounds: it broke the policy in force when it was posted, version %d."
                        .formatted(day(LondonTime.dayOf(postedAt)), accountId, policyVersion)));
        letter.appendChild(heading(2, clauses.size() == 1 ? "The clause it broke" : "The clauses it broke"));
        clauses.forEach(clause -> append(letter, clause));
        letter.appendChild(heading(2, "Why"));
        letter.appendChild(paragraph(notice.why()));
        letter.appendChild(heading(2, "What good looks like"));
        letter.appendChild(paragraph(notice.whatGoodLooksLike()));
        letter.appendChild(heading(2, "What you can do now"));
        letter.appendChild(paragraph(
                "You have the right to answer by %s. You may accept what this notice says or dispute it, and say in your own words what happened. If you do not answer by then, the case goes on without your answer."
                        .formatted(day(notice.answerBy()))));
        letter.appendChild(
                paragraph(
                        "You may ask for a review: another person, who had no part in this decision, then looks at it again and upholds the response or replaces it. Time under review does not count against you."));
        letter.appendChild(
                paragraph(
                        "You may have a police friend, or a trade union representative if you are police staff, to advise and support you."));
        return letter;
    }

    private static void append(Document letter, Clause clause) {
        letter.appendChild(heading(3, clause.number() + " " + clause.title()));
        BlockQuote quotation = new BlockQuote();
        SafeMarkdown.read(clause.text()).forEach(quotation::appendChild);
        letter.appendChild(quotation);
    }

    private static Heading heading(int level, String text) {
        Heading heading = new Heading();
        heading.setLevel(level);
        heading.appendChild(new Text(text.replaceAll("\\R", " ")));
        return heading;
    }

    /** Text as it was written, line by line. */
    static Paragraph paragraph(String text) {
        Paragraph paragraph = new Paragraph();
        appendLines(paragraph, text);
        return paragraph;
    }

    private static void appendLines(Node paragraph, String text) {
        boolean first = true;
        for (String line :
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            if (!first) {
                paragraph.appendChild(new HardLineBreak());
            }
            paragraph.appendChild(new Text(line));
            first = false;
        }
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }
}
