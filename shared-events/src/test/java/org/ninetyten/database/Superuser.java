package org.ninetyten.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Lets the event store's tests show what even a superuser may not do. */
public final class Superuser {

    private Superuser() {}

    public static Connection connect(String database) throws SQLException {
        return EmbeddedDatabase.shared().connectAsSuperuser(database);
    }
}
