package org.ninetyten.query.overview;

import java.time.LocalDate;

/**
 * One of the ninety, as much of it as is counted.
 *
 * @param officerId who answered for the account when it was recorded; of advice, who asked for it
 * @param unit that officer's now; empty where that is not known
 */
record SupportRow(
        FactKind kind, LocalDate day, String officerId, String unit, int sampled, int good, boolean followed) {}
