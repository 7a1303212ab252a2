package org.ninetyten.query.projection;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;

/**
 * Which events have been taken in.
 *
 * @param position of the last one
 * @param gaps positions before it that were not there when it passed, and may still be filled
 */
record Coverage(long position, SortedSet<Long> gaps) {

    static final Coverage NOTHING = new Coverage(0, new TreeSet<>());

    Coverage {
        gaps = Collections.unmodifiableSortedSet(gaps);
    }

    static Coverage of(TrackingToken token) {
        return WrappedToken.unwrapLowerBound(token) instanceof GapAwareTrackingToken at
                ? new Coverage(Math.max(0, at.getIndex()), at.getGaps())
                : NOTHING;
    }

    static Coverage of(long position, Collection<Long> gaps) {
        return new Coverage(position, new TreeSet<>(gaps));
    }

    /** Positions that this had to leave out and the other has. */
    SortedSet<Long> filledIn(Coverage other) {
        SortedSet<Long> filled = new TreeSet<>(gaps.headSet(other.position + 1));
        filled.removeAll(other.gaps);
        return filled;
    }

    /** As much of it as lies before that position, which is included. */
    Coverage upTo(long last) {
        return last >= position ? this : new Coverage(last, new TreeSet<>(gaps.headSet(last + 1)));
    }
}
