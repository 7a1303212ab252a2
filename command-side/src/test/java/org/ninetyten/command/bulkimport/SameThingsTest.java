package org.ninetyten.command.bulkimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SameThingsTest {

    record Body(String handle) {}

    private static final SheetKind<Body> KIND = new SheetKind<>(
            ImportKind.ACCOUNTS,
            "id",
            Body.class,
            List.of(),
            cells -> Optional.ofNullable(cells.get("handle")),
            (id, body, ticked, by) -> List.of());

    @Property
    void linesThatShareAnythingAreWorkedOnInOneOrderAndOthersAreNot(
            @ForAll @Size(max = 30) List<@IntRange(max = 8) Integer> ids,
            @ForAll @Size(min = 30, max = 30) List<@IntRange(max = 8) Integer> handles) {
        List<Sheet.Row> rows = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            rows.add(row(i + 2, "id-" + ids.get(i), "handle-" + handles.get(i)));
        }

        List<Integer> firstLines = SameThings.firstLines(KIND, rows);

        for (int i = 0; i < rows.size(); i++) {
            Set<Integer> together = new TreeSet<>();
            for (int j = 0; j < rows.size(); j++) {
                if (firstLines.get(i).equals(firstLines.get(j))) {
                    together.add(j);
                }
            }
            assertThat(together).isEqualTo(reachable(rows, i));
            assertThat(firstLines.get(i)).isLessThanOrEqualTo(rows.get(i).line());
            assertThat(firstLines.get(firstLines.get(i) - 2)).isEqualTo(firstLines.get(i));
        }
    }

    /** Step by step, as nobody would do it in earnest. */
    private static Set<Integer> reachable(List<Sheet.Row> rows, int from) {
        List<Integer> reached = new ArrayList<>(List.of(from));
        Set<Integer> seen = new TreeSet<>(reached);
        for (int at = 0; at < reached.size(); at++) {
            Map<String, String> here = rows.get(reached.get(at)).cells();
            for (int next = 0; next < rows.size(); next++) {
                Map<String, String> there = rows.get(next).cells();
                boolean shared = Objects.equals(here.get("id"), there.get("id"))
                        || Objects.equals(here.get("handle"), there.get("handle"));
                if (shared && seen.add(next)) {
                    reached.add(next);
                }
            }
        }
        return seen;
    }

    @Test
    void anIdIsNotAHandleAndWhatIsMissingIsSharedWithNobody() {
        List<Sheet.Row> rows = List.of(
                row(2, "a", "b"), row(3, "b", "a"), new Sheet.Row(4, Map.of(), 0), new Sheet.Row(5, Map.of(), 0));

        assertThat(SameThings.firstLines(KIND, rows)).containsExactly(2, 3, 4, 5);
    }

    private static Sheet.Row row(int line, String id, String handle) {
        return new Sheet.Row(line, Map.of("id", id, "handle", handle), 0);
    }
}
