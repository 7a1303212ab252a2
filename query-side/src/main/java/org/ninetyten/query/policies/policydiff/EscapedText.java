package org.ninetyten.query.policies.policydiff;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A user's text within a Markdown page, so that it is seen as it was written and none of it becomes markup of the page:
 * no HTML, link, image, heading, list, code or emphasis.
 */
final class EscapedText {

    private static final String ALWAYS_MARKUP = "\\`*_[]#~|$@";
    private static final Pattern LIST_OR_UNDERLINE = Pattern.compile("[-+=].*|\\d{1,9}[.)].*", Pattern.DOTALL);

    private EscapedText() {}

    /** A text on one line. */
    static String line(String text) {
        return inLine(MarkedLines.LINE_END.matcher(text).replaceAll(" ").strip());
    }

    /** A piece that a line begins with. */
    static String atLineStart(String piece) {
        if (!LIST_OR_UNDERLINE.matcher(piece).matches()) {
            return inLine(piece);
        }
        int sign = 0;
        while (Character.isDigit(piece.charAt(sign))) {
            sign++;
        }
        return piece.substring(0, sign) + "\\" + piece.charAt(sign) + inLine(piece.substring(sign + 1));
    }

    /** A piece in the middle of a line. */
    static String inLine(String piece) {
        StringBuilder safe = new StringBuilder(piece.length() + 16);
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                default -> {
                    if (ALWAYS_MARKUP.indexOf(c) >= 0 || startsALink(piece, i)) {
                        safe.append('\\');
                    }
                    safe.append(c);
                }
            }
        }
        return safe.toString();
    }

    /** Some pages make links of bare addresses, and pictures of words between colons. */
    private static boolean startsALink(String piece, int at) {
        return switch (piece.charAt(at)) {
            case ':' -> at + 1 < piece.length() && !Character.isWhitespace(piece.charAt(at + 1));
            case '.' ->
                at >= 3 && piece.substring(at - 3, at).toLowerCase(Locale.ROOT).equals("www");
            default -> false;
        };
    }
}
