package org.ninetyten.query.reassessment;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** How many cases went in which direction; every direction is there. */
record Totals(Map<Direction, Integer> counts) {

    Totals {
        Map<Direction, Integer> all = new EnumMap<>(Direction.class);
        for (Direction direction : Direction.values()) {
            all.put(direction, counts.getOrDefault(direction, 0));
        }
        counts = all;
    }

    static Totals none() {
        return new Totals(Map.of());
    }

    Totals and(Collection<ReassessedCase> cases) {
        Map<Direction, Integer> more = new EnumMap<>(counts);
        cases.forEach(one -> more.merge(one.direction(), 1, Integer::sum));
        return new Totals(more);
    }
}
