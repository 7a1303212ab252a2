package org.ninetyten.query.policies.policydiff;

import java.util.List;

/**
 * What was changed in a text, word by word; sentence by sentence, or as a whole, where that would take too much work.
 */
final class WordDiff {

    private final Work work;

    WordDiff(Work work) {
        this.work = work;
    }

    /** No parts for the same text. */
    List<Part> between(String older, String newer) {
        if (older.equals(newer)) {
            return List.of();
        }
        Parts parts = new Parts();
        List<String> before = Words.of(older);
        List<String> after = Words.of(newer);
        int start = commonAtStart(before, after);
        int end = commonAtEnd(before.subList(start, before.size()), after.subList(start, after.size()));
        parts.equal(String.join("", before.subList(0, start)));
        middle(before.subList(start, before.size() - end), after.subList(start, after.size() - end), parts);
        parts.equal(String.join("", before.subList(before.size() - end, before.size())));
        return parts.finish();
    }

    private void middle(List<String> before, List<String> after, Parts parts) {
        if (mayCompare(before, after)) {
            wordByWord(before, after, parts);
            return;
        }
        List<String> sentencesBefore = Words.sentences(before);
        List<String> sentencesAfter = Words.sentences(after);
        if (mayCompare(sentencesBefore, sentencesAfter)) {
            for (Edits.Edit edit : Edits.between(sentencesBefore, sentencesAfter)) {
                if (edit.stays()) {
                    parts.equal(String.join("", edit.older()));
                } else {
                    sentence(String.join("", edit.older()), String.join("", edit.newer()), parts);
                }
            }
        } else {
            parts.replaced(String.join("", before), String.join("", after));
        }
    }

    private void sentence(String older, String newer, Parts parts) {
        List<String> before = Words.of(older);
        List<String> after = Words.of(newer);
        if (mayCompare(before, after)) {
            wordByWord(before, after, parts);
        } else {
            parts.replaced(older, newer);
        }
    }

    private boolean mayCompare(List<String> before, List<String> after) {
        return !before.isEmpty() && !after.isEmpty() && work.allows(before.size(), after.size());
    }

    private static void wordByWord(List<String> before, List<String> after, Parts parts) {
        for (Edits.Edit edit : Edits.between(before, after)) {
            if (edit.stays()) {
                parts.equal(String.join("", edit.older()));
            } else {
                parts.replaced(String.join("", edit.older()), String.join("", edit.newer()));
            }
        }
    }

    private static int commonAtStart(List<String> one, List<String> other) {
        int most = Math.min(one.size(), other.size());
        int common = 0;
        while (common < most && one.get(common).equals(other.get(common))) {
            common++;
        }
        return common;
    }

    private static int commonAtEnd(List<String> one, List<String> other) {
        return commonAtStart(one.reversed(), other.reversed());
    }
}
