package org.ninetyten.query.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.policy.Response;

/**
 * Whether it happened again: after a response was completed, another breach of the same officer, posted on a later day
 * and no more than twelve months after it.
 */
final class Repeats {

    private static final int MONTHS = 12;

    private Repeats() {}

    /** A breach whose response was completed. */
    record Answered(CaseRow row, boolean coached, boolean repeated) {}

    /**
     * @param rows every case that may count as one or as another of the same officer
     */
    static List<Answered> of(List<CaseRow> rows) {
        Map<String, NavigableSet<LocalDate>> breaches = new HashMap<>();
        rows.stream()
                .filter(CaseRow::breach)
                .forEach(row -> breaches.computeIfAbsent(row.officerId(), officer -> new TreeSet<>())
                        .add(row.postedOn()));
        List<Answered> answered = new ArrayList<>();
        for (CaseRow row : rows) {
            LocalDate completedOn = row.completedOn();
            if (row.breach() && completedOn != null) {
                @Nullable
                LocalDate next =
                        breaches.getOrDefault(row.officerId(), new TreeSet<>()).higher(completedOn);
                boolean repeated = next != null && !next.isAfter(completedOn.plusMonths(MONTHS));
                answered.add(new Answered(row, Response.COACHING.name().equals(row.response()), repeated));
            }
        }
        return answered;
    }

    /** The officers among those, in no order. */
    static Set<String> officers(List<Answered> answered, boolean coached, boolean onlyRepeated) {
        Set<String> officers = new HashSet<>();
        answered.stream()
                .filter(one -> one.coached() == coached && (one.repeated() || !onlyRepeated))
                .forEach(one -> officers.add(one.row().officerId()));
        return officers;
    }
}
