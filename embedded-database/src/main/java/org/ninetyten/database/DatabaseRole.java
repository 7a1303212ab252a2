package org.ninetyten.database;

/** The logins of Ninety Ten's database. What each may do is in {@code roles.sql} and, for tables, in the migrations. */
public enum DatabaseRole {
    /** Owns the database and runs the migrations; the application itself never connects as this role. */
    OWNER("ninetyten_owner"),
    COMMAND("ninetyten_command"),
    QUERY("ninetyten_query"),
    /** The rights of {@link #COMMAND} and {@link #QUERY} together, for the one process that is both. */
    STANDALONE("ninetyten_standalone"),
    AUDITOR("ninetyten_auditor");

    private final String user;

    DatabaseRole(String user) {
        this.user = user;
    }

    /** The role's name in PostgreSQL. */
    public String user() {
        return user;
    }
}
