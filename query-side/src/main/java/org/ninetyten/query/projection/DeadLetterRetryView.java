package org.ninetyten.query.projection;

/**
 * What came of a retry.
 *
 * @param takenIn how many events went in, those that waited behind another included
 * @param left how many dead letters the projection still has
 * @param finished whether everything asked for was tried; where there was no time for all, ask again
 */
record DeadLetterRetryView(long takenIn, long left, boolean finished) {}
