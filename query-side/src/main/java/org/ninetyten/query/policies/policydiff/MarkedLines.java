package org.ninetyten.query.policies.policydiff;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A changed text as Markdown, line by line: ~~deleted~~ and **inserted**. Marks stand within a line and close to what
 * they mark, as otherwise they are not taken for marks.
 */
final class MarkedLines {

    static final Pattern LINE_END = Pattern.compile("\\R");

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private boolean nextAsEntity;

    private MarkedLines() {}

    static List<String> of(List<Part> parts) {
        MarkedLines marked = new MarkedLines();
        parts.forEach(marked::add);
        marked.endLine();
        return marked.lines;
    }

    private void add(Part part) {
        // White space that went cannot be seen, and would only break lines that are not broken any more.
        if (part.kind() == Part.Kind.DELETED && part.text().isBlank()) {
            return;
        }
        String[] pieces = LINE_END.split(part.text(), -1);
        for (int i = 0; i < pieces.length; i++) {
            if (i > 0) {
                endLine();
            }
            addPiece(pieces[i], mark(part.kind()));
        }
    }

    private static String mark(Part.Kind kind) {
        return switch (kind) {
            case EQUAL -> "";
            case DELETED -> "~~";
            case INSERTED -> "**";
        };
    }

    private void endLine() {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        nextAsEntity = false;
    }

    private void addPiece(String piece, String mark) {
        int start = 0;
        while (start < piece.length() && isBlank(piece.charAt(start))) {
            start++;
        }
        int end = piece.length();
        while (end > start && isBlank(piece.charAt(end - 1))) {
            end--;
        }
        blanks(piece.substring(0, start));
        if (start < end) {
            words(piece.substring(start, end), mark);
        }
        blanks(piece.substring(end));
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Indentation would be taken for code: it is kept as spaces that are seen. */
    private void blanks(String blanks) {
        if (blanks.isEmpty()) {
            return;
        }
        nextAsEntity = false;
        if (line.isEmpty() || line.toString().endsWith("&nbsp;")) {
            blanks.chars().forEach(blank -> line.append(blank == '\t' ? "&nbsp;&nbsp;&nbsp;&nbsp;" : "&nbsp;"));
        } else {
            line.append(blanks);
        }
    }

    private void words(String words, String mark) {
        boolean startsLine = line.isEmpty() || line.toString().endsWith("&nbsp;");
        String rest = words;
        String first = "";
        if (nextAsEntity && mark.isEmpty()) {
            int length = Character.charCount(words.codePointAt(0));
            first = entity(words.codePointAt(0));
            rest = words.substring(length);
        }
        nextAsEntity = false;
        String safe =
                first + (startsLine && first.isEmpty() ? EscapedText.atLineStart(rest) : EscapedText.inLine(rest));
        if (mark.isEmpty()) {
            line.append(safe);
            return;
        }
        if (!isWord(safe.codePointAt(0))) {
            lastAsEntity();
        }
        line.append(mark).append(safe).append(mark);
        nextAsEntity = !isWord(safe.codePointBefore(safe.length()));
    }

    /**
     * A mark between a letter and a punctuation mark is not taken for one. Written as an entity, a letter ends in a
     * punctuation mark itself.
     */
    private void lastAsEntity() {
        if (line.isEmpty()) {
            return;
        }
        int last = line.codePointBefore(line.length());
        if (!isAsciiPunctuation(last) && !Character.isWhitespace(last) && !Character.isSpaceChar(last)) {
            line.setLength(line.length() - Character.charCount(last));
            line.append(entity(last));
        }
    }

    private static boolean isWord(int character) {
        return Character.isLetterOrDigit(character);
    }

    private static boolean isAsciiPunctuation(int character) {
        return character > ' ' && character < 127 && !Character.isLetterOrDigit(character);
    }

    private static String entity(int character) {
        return "&#" + character + ";";
    }
}
