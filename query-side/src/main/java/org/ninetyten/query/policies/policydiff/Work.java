package org.ninetyten.query.policies.policydiff;

/**
 * How much comparing one difference may take. Texts come from users, and comparing two texts that have nothing in
 * common takes time by the square of their lengths.
 */
final class Work {

    /** For all texts of two contents together, in comparisons of one word with another: well below a second. */
    static final long AT_MOST = 64_000_000;

    /** For one pair of lists, so that one text does not use up what others need. */
    private static final long AT_MOST_AT_ONCE = 16_000_000;

    private long spent;

    /** Whether lists of these sizes may be compared; takes account of the work, at its worst, if so. */
    boolean allows(int older, int newer) {
        long both = (long) older + newer;
        long cost = both * both;
        boolean allowed = cost <= AT_MOST_AT_ONCE && spent + cost <= AT_MOST;
        if (allowed) {
            spent += cost;
        }
        return allowed;
    }

    long spent() {
        return spent;
    }
}
