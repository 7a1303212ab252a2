package org.ninetyten.query.reassessment;

/** What the version asked about makes of a case, against what was recommended when it was assessed. */
enum Direction {
    UNCHANGED,
    LIGHTER,
    HEAVIER,
    NO_LONGER_A_BREACH,
    NEWLY_A_BREACH
}
