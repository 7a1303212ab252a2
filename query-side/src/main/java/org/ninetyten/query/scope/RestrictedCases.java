package org.ninetyten.query.scope;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ninetyten.edge.accesslog.RestrictedReads;
import org.ninetyten.edge.caller.Caller;
import org.ninetyten.events.stored.RecordedEvent;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionRestricted;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionUnrestricted;
import org.ninetyten.query.projection.Projection.Batch;
import org.ninetyten.query.projection.ReadModel;
import org.ninetyten.query.projection.StateTable.Condition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which cases are restricted, and who is on their lists. There are few of them in a force; every view that tells of
 * cases asks here, so that they all begin and cease to tell of one at the same instant.
 */
@Component
public class RestrictedCases implements RestrictedReads {

    private static final String HIDDEN =
            "SELECT restricted.transgression_id FROM readmodel.restricted_case restricted WHERE NOT ? = ANY (restricted.allowed)";

    private static final String RESTRICT = """
            INSERT INTO readmodel.restricted_case (transgression_id, allowed) VALUES (?, ?)
            ON CONFLICT (transgression_id) DO UPDATE SET allowed = excluded.allowed
            """;

    private static final String UNRESTRICT = "DELETE FROM readmodel.restricted_case WHERE transgression_id = ?";

    private final JdbcTemplate jdbc;

    public RestrictedCases(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows that name no case, or one that is there for the caller. */
    public static Condition thereFor(Caller caller, String caseColumn) {
        return new Condition(
                caseColumn + " IS NULL OR " + caseColumn + " NOT IN (" + HIDDEN + ")", List.of(caller.id()));
    }

    /** The ids of all that are not there for the caller. */
    public Set<String> hiddenFrom(Caller caller) {
        return Set.copyOf(jdbc.queryForList(HIDDEN, String.class, caller.id()));
    }

    /** The lists of all that are not there for the caller, by the case's id. */
    public Map<String, List<String>> listsHiddenFrom(Caller caller) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        jdbc.query(
                "SELECT transgression_id, allowed FROM readmodel.restricted_case WHERE NOT ? = ANY (allowed)",
                row -> {
                    String[] allowed = (String[]) row.getArray("allowed").getArray();
                    lists.put(row.getString("transgression_id"), List.of(allowed));
                },
                caller.id());
        return lists;
    }

    @Override
    public boolean needPurpose(Caller caller, String transgressionId) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT FROM readmodel.restricted_case WHERE transgression_id = ? AND ? = ANY (allowed))",
                Boolean.class,
                transgressionId,
                caller.id()));
    }

    /** For the projection of the cases, beside whose rows these are written. */
    public Batch begin(ReadModel model) {
        return new Unwritten(model);
    }

    /** How the cases of one batch stand after it. */
    private final class Unwritten implements Batch {

        private final Map<String, Optional<List<String>>> lists = new LinkedHashMap<>();
        private final ReadModel model;

        private Unwritten(ReadModel model) {
            this.model = model;
        }

        @Override
        public void add(RecordedEvent recorded) {
            if (recorded.event() instanceof TransgressionRestricted e) {
                lists.put(e.transgressionId(), Optional.of(e.allowed()));
            } else if (recorded.event() instanceof TransgressionUnrestricted e) {
                lists.put(e.transgressionId(), Optional.empty());
            }
        }

        @Override
        public void flush() {
            lists.forEach((id, allowed) -> allowed.ifPresentOrElse(
                    callers -> jdbc.update(model.sql(RESTRICT), id, callers.toArray(String[]::new)),
                    () -> jdbc.update(model.sql(UNRESTRICT), id)));
            lists.clear();
        }
    }
}
