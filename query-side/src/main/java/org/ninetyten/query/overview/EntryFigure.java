package org.ninetyten.query.overview;

/** What no other list shows of what is counted. */
enum EntryFigure {
    SAMPLES("samples"),
    COMMENDATIONS("commendations"),
    ADVICE_ASKED("advice.asked"),
    ADVICE_FOLLOWED("advice.followed"),
    /** Officers with a breach that was answered by coaching, which took place. */
    COACHED("repeats.coaching.of"),
    COACHED_AND_REPEATED("repeats.coaching.count"),
    /** Officers with a breach that was answered by something else, which was completed. */
    ANSWERED_OTHERWISE("repeats.otherResponses.of"),
    ANSWERED_OTHERWISE_AND_REPEATED("repeats.otherResponses.count");

    private final String figure;

    EntryFigure(String figure) {
        this.figure = figure;
    }

    /** As it is called in an overview's links. */
    String figure() {
        return figure;
    }
}
