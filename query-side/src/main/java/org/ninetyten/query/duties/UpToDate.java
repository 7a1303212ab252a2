package org.ninetyten.query.duties;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.ninetyten.query.projection.StateTable.Condition;

/** What lists of officers are narrowed to by what is due from them. */
public enum UpToDate {
    /** They have training that counts. */
    TRAINING(true),
    /** They have acknowledged every version they were asked to, whether or not its day has passed. */
    ACKNOWLEDGEMENT(false),
    /** No check-in with them is overdue. */
    CHECK_IN(true);

    private final boolean onceItIsOverdue;

    UpToDate(boolean onceItIsOverdue) {
        this.onceItIsOverdue = onceItIsOverdue;
    }

    /** Who holds or operates an account that is authorised or suspended; or who does not. */
    public static Condition posting(boolean posting) {
        return new Condition(
                (posting ? "" : "NOT ")
                        + "EXISTS (SELECT FROM readmodel.duty_poster WHERE duty_poster.officer_id = officer.id)",
                List.of());
    }

    public Condition condition(Instant now) {
        String due = "SELECT FROM readmodel.duty WHERE duty.officer_id = officer.id AND kind = '" + name() + "'";
        return onceItIsOverdue
                ? new Condition("NOT EXISTS (" + due + " AND overdue_from <= ?)", List.of(Timestamp.from(now)))
                : new Condition("NOT EXISTS (" + due + ")", List.of());
    }
}
