package org.ninetyten.edge.http;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Tells a database that is away from a statement that is wrong. */
public final class StoreAway {

    private static final Set<String> AWAY_CLASSES = Set.of("08", "40", "53", "57");
    private static final Set<String> AWAY = Set.of("25006", "25P03", "25P04", "55P03");

    private StoreAway() {}

    /** Whether it would have gone well with a database that answers. */
    public static boolean isCauseOf(Throwable e) {
        if (Causes.find(e, SQLTransientConnectionException.class) != null) {
            return true;
        }
        SQLException sql = Causes.find(e, SQLException.class);
        return sql != null && sql.getSQLState() != null && sql.getSQLState().length() == 5 && isAway(sql.getSQLState());
    }

    /**
     * Connection exceptions (08), rolled back for another's sake (40), insufficient resources (53), operator
     * intervention (57), read-only as a standby is (25006), timeouts (25P03, 25P04, 55P03).
     */
    private static boolean isAway(String state) {
        return AWAY_CLASSES.contains(state.substring(0, 2)) || AWAY.contains(state);
    }
}
