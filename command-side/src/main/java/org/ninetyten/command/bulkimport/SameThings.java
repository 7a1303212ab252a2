package org.ninetyten.command.bulkimport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which lines are about the same: they share an id, or something that only one can have, be it by way of other lines.
 * Such lines are worked on in their order, so that an import comes to the same however often it is begun.
 */
final class SameThings {

    private SameThings() {}

    /** For each row the first line that is about the same as it, which may be its own. */
    static List<Integer> firstLines(SheetKind<?> kind, List<Sheet.Row> rows) {
        int[] leaders = new int[rows.size()];
        Map<String, Integer> firstWith = new HashMap<>();
        for (int row = 0; row < leaders.length; row++) {
            leaders[row] = row;
            for (String key : keys(kind, rows.get(row).cells())) {
                Integer first = firstWith.putIfAbsent(key, row);
                if (first != null) {
                    join(leaders, first, row);
                }
            }
        }
        List<Integer> firstLines = new ArrayList<>();
        for (int row = 0; row < leaders.length; row++) {
            firstLines.add(rows.get(leader(leaders, row)).line());
        }
        return firstLines;
    }

    private static List<String> keys(SheetKind<?> kind, Map<String, String> cells) {
        List<String> keys = new ArrayList<>();
        String id = cells.get(kind.idColumn());
        if (id != null) {
            keys.add("id " + id);
        }
        kind.alsoTakes().apply(cells).ifPresent(taken -> keys.add("takes " + taken));
        return keys;
    }

    /** The earlier one leads. */
    private static void join(int[] leaders, int one, int other) {
        int first = leader(leaders, one);
        int second = leader(leaders, other);
        leaders[Math.max(first, second)] = Math.min(first, second);
    }

    private static int leader(int[] leaders, int row) {
        int leader = row;
        while (leaders[leader] != leader) {
            leaders[leader] = leaders[leaders[leader]];
            leader = leaders[leader];
        }
        return leader;
    }
}
