package org.ninetyten.query.duties;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.ninetyten.query.projection.StateTable.Condition;

/** What lists of officers are narrowed to by what is due from those who hold or operate an account. */
public enum UpToDate {
    /** They have training that counts. */
    TRAINING("coalesce(untrained_from > ?, true)"),
    /** They have acknowledged every version they were asked to, whether or not its day has passed. */
    ACKNOWLEDGEMENT("NOT owing"),
    /** No check-in with them is overdue. */
    CHECK_IN("coalesce(unseen_from > ?, true)");

    private final String so;

    UpToDate(String so) {
        this.so = so;
    }

    /** Who holds or operates an account that is authorised or suspended; or who does not. */
    public static Condition posting(boolean posting) {
        return new Condition((posting ? "" : "NOT ") + among("true"), List.of());
    }

    public Condition condition(Instant now) {
        return new Condition(among(so), so.contains("?") ? List.of(Timestamp.from(now)) : List.of());
    }

    private static String among(String so) {
        return "EXISTS (SELECT FROM readmodel.duty_poster WHERE duty_poster.officer_id = officer.id AND " + so + ")";
    }
}
