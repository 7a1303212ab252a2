package org.ninetyten.events.advice;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.CosineSimilarity;

/**
 * How alike a draft and a post are: the cosine of how often each run of three characters stands in them. It takes time
 * in proportion to their lengths, which a distance by edits does not, and works for every script.
 */
public final class DraftSimilarity {

    /**
     * From here on a draft counts as that of the post without anyone naming it. A few words changed in a post of usual
     * length stay above it; two posts on one subject, which share turns of phrase and a hashtag, stay well below. It is
     * strict on purpose: what it misses, a person can still name, and what it finds too much would mitigate a breach.
     */
    public static final double COUNTS_AS_THE_SAME = 0.8;

    private static final int RUN = 3;

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private DraftSimilarity() {}

    /**
     * Whatever the letter case, the white space and the form in which characters are written.
     *
     * @return from 0, nothing in common, to 1, the same
     */
    public static double of(String draft, String post) {
        String one = normalised(draft);
        String other = normalised(post);
        if (one.equals(other)) {
            return 1;
        }
        double cosine = new CosineSimilarity().cosineSimilarity(runs(one), runs(other));
        return Math.clamp(cosine, 0.0, 1.0);
    }

    private static String normalised(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return WHITE_SPACE.matcher(lower).replaceAll(" ").strip();
    }

    /** Begun and ended by a space, so that even a text of one character has a run. */
    private static Map<CharSequence, Integer> runs(String text) {
        String framed = " " + text + " ";
        Map<CharSequence, Integer> counts = new HashMap<>();
        for (int start = 0; start + RUN <= framed.length(); start++) {
            counts.merge(framed.substring(start, start + RUN), 1, Integer::sum);
        }
        return counts;
    }
}
