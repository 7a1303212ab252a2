package org.ninetyten.query.policies.policydiff;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts cut into words, and words gathered into sentences. Nothing is lost: joined, they are the text again. */
final class Words {

    /** A word, a stretch of white space, or any other single character. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|.", Pattern.DOTALL);

    private Words() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /** A sentence ends with the white space after a full stop, question or exclamation mark, or with a line. */
    static List<String> sentences(List<String> words) {
        List<String> sentences = new ArrayList<>();
        StringBuilder sentence = new StringBuilder();
        String before = "";
        for (String word : words) {
            sentence.append(word);
            if (word.isBlank() && (endsASentence(before) || word.indexOf('\n') >= 0)) {
                sentences.add(sentence.toString());
                sentence.setLength(0);
            }
            before = word;
        }
        if (!sentence.isEmpty()) {
            sentences.add(sentence.toString());
        }
        return sentences;
    }

    private static boolean endsASentence(String word) {
        return word.equals(".") || word.equals("?") || word.equals("!");
    }
}
