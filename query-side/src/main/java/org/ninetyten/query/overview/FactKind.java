package org.ninetyten.query.overview;

/** What is counted of the ninety. */
enum FactKind {
    SAMPLE,
    COMMENDATION,
    ADVICE
}
