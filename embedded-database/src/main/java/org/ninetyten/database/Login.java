package org.ninetyten.database;

/** What a client presents to PostgreSQL. */
public record Login(String user, String password) {

    /** Without the password: a login ends up in log lines and failure messages. */
    @Override
    public String toString() {
        return "Login[user=" + user + "]";
    }
}
