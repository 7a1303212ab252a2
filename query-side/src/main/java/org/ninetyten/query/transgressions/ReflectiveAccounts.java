package org.ninetyten.query.transgressions;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.ninetyten.edge.caller.Caller;
import org.ninetyten.edge.caller.Role;
import org.ninetyten.events.stored.RecordedEvent;
import org.ninetyten.events.transgression.TransgressionEvent.ResponseCompleted;
import org.ninetyten.query.projection.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The far side of the wall: what officers said in reflective practice, in a table of its own that no other view reads. */
@Component
public class ReflectiveAccounts {

    private static final String WRITE = """
            INSERT INTO readmodel.reflective_account (transgression_id, version, completed_on, account, recorded_at)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;

    private final JdbcTemplate jdbc;

    ReflectiveAccounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** To the officer themselves, and to the supervisors of the unit they are of now. */
    public boolean openTo(Caller caller, String officerId) {
        return caller.isOfficer(officerId)
                || (caller.roles().contains(Role.SUPERVISOR)
                        && caller.unit() != null
                        && Boolean.TRUE.equals(jdbc.queryForObject(
                                "SELECT EXISTS (SELECT 1 FROM readmodel.officer WHERE id = ? AND unit = ?)",
                                Boolean.class,
                                officerId,
                                caller.unit())));
    }

    /** Oldest first. */
    List<ReflectiveAccountView.Account> of(String transgressionId) {
        return jdbc.query(
                """
                SELECT completed_on, account, recorded_at FROM readmodel.reflective_account
                WHERE transgression_id = ? ORDER BY version
                """,
                (row, number) -> new ReflectiveAccountView.Account(
                        row.getObject(1, java.time.LocalDate.class),
                        row.getString(2),
                        row.getTimestamp(3).toInstant()),
                transgressionId);
    }

    Unwritten begin(ReadModel model) {
        return new Unwritten(model);
    }

    /** Accounts of one batch. */
    final class Unwritten {

        private final List<Object[]> rows = new ArrayList<>();
        private final ReadModel model;

        private Unwritten(ReadModel model) {
            this.model = model;
        }

        void put(ResponseCompleted e, RecordedEvent recorded) {
            if (e.reflectiveAccount() != null) {
                rows.add(new Object[] {
                    e.transgressionId(),
                    recorded.version(),
                    e.completedOn(),
                    e.reflectiveAccount(),
                    Timestamp.from(recorded.recordedAt())
                });
            }
        }

        void write() {
            if (!rows.isEmpty()) {
                jdbc.batchUpdate(model.sql(WRITE), rows);
            }
            rows.clear();
        }
    }
}
