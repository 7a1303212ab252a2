package org.ninetyten.edge.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** One line of text as people read it, for what comes in a header or a claim rather than in a body. */
public final class PlainText {

    private PlainText() {}

    /**
     * Whether it is not blank, has at most so many characters, and none that shows nothing: no control or formatting
     * character, no line end, no half of a surrogate pair, nothing that Unicode leaves undefined.
     */
    public static boolean isPlain(String text, int longest) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= longest
                && text.codePoints().allMatch(PlainText::shows);
    }

    /** A header is bytes to the container; what is well-formed UTF-8 is meant as that. */
    public static String ofHeader(String value) {
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(value.getBytes(ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return value;
        }
    }

    private static boolean shows(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
