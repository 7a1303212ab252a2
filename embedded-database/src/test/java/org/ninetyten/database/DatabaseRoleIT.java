package org.ninetyten.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.ninetyten.database.DatabaseRole.COMMAND;
import static org.ninetyten.database.DatabaseRole.OWNER;
import static org.ninetyten.database.DatabaseRole.QUERY;
import static org.ninetyten.database.DatabaseRole.STANDALONE;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What {@code roles.sql} gives each login, asked of a real server. */
class DatabaseRoleIT {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String INVALID_PASSWORD = "28P01";

    private static EmbeddedDatabase database;
    private static String url;

    @BeforeAll
    static void startTheSharedServer() {
        database = EmbeddedDatabase.shared();
        url = database.createDatabase("database_role_it");
    }

    @ParameterizedTest
    @EnumSource
    void everyRoleCanConnect(DatabaseRole role) throws SQLException {
        for (String database : List.of(DatabaseRoleIT.database.jdbcUrl(), url)) {
            try (Connection connection = connect(database, role)) {
                assertThat(query(connection, "SELECT current_user")).containsExactly(role.user());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWrongPasswordIsRefused(DatabaseRole role) {
        for (String guess : List.of("postgres", role.user(), "ninetyten")) {
            assertSqlState(
                    INVALID_PASSWORD,
                    () -> DriverManager.getConnection(url, role.user(), guess).close());
        }
    }

    @Test
    void theSuperuserHasAPasswordToo() {
        for (String guess : List.of("postgres", "ninetyten")) {
            assertSqlState(
                    INVALID_PASSWORD,
                    () -> DriverManager.getConnection(url, "postgres", guess).close());
        }
    }

    @Test
    void theOwnerMakesSchemas() throws SQLException {
        try (Connection connection = connect(url, OWNER)) {
            execute(connection, "CREATE SCHEMA made_by_the_owner");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "OWNER")
    void nobodyElseMakesAnything(DatabaseRole role) throws SQLException {
        try (Connection connection = connect(url, role)) {
            for (String attempt : List.of(
                    "CREATE SCHEMA intruder",
                    "CREATE TABLE public.intruder (id int)",
                    "CREATE TEMPORARY TABLE intruder (id int)",
                    "CREATE DATABASE intruder",
                    "CREATE ROLE intruder")) {
                assertSqlState(INSUFFICIENT_PRIVILEGE, () -> execute(connection, attempt));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void noRoleHasMoreThanOrdinaryRights(DatabaseRole role) throws SQLException {
        try (Connection superuser = database.connectAsSuperuser("ninetyten")) {
            assertThat(query(
                            superuser,
                            "SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls"
                                    + " FROM pg_roles WHERE rolname = '" + role.user() + "'"))
                    .containsExactly("f");
        }
    }

    @Test
    void standaloneIsBothSidesAndNothingMore() throws SQLException {
        try (Connection superuser = database.connectAsSuperuser("ninetyten")) {
            assertThat(query(
                            superuser,
                            "SELECT member::regrole || ' has ' || roleid::regrole || ' ' || inherit_option || ' '"
                                    + " || set_option || ' ' || admin_option FROM pg_auth_members"
                                    + " WHERE member::regrole::text LIKE 'ninetyten%' ORDER BY 1"))
                    .containsExactly(
                            "ninetyten_query has pg_checkpoint true false false",
                            "ninetyten_standalone has ninetyten_command true false false",
                            "ninetyten_standalone has ninetyten_query true false false");
        }
    }

    @Test
    void standaloneHasTheRightsOfBothSides() throws SQLException {
        try (Connection owner = connect(url, OWNER);
                Connection standalone = connect(url, STANDALONE)) {
            execute(owner, "CREATE SCHEMA sides");
            execute(owner, "GRANT USAGE ON SCHEMA sides TO ninetyten_command, ninetyten_query");
            for (DatabaseRole side : List.of(COMMAND, QUERY)) {
                String table = "sides.of_" + side.user();
                execute(owner, "CREATE TABLE " + table + " AS SELECT 1 AS one");
                execute(owner, "GRANT SELECT ON " + table + " TO " + side.user());
                assertThat(query(standalone, "SELECT one FROM " + table)).containsExactly("1");
            }
            execute(owner, "CREATE TABLE sides.of_neither AS SELECT 1 AS one");
            assertSqlState(INSUFFICIENT_PRIVILEGE, () -> query(standalone, "SELECT one FROM sides.of_neither"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"COMMAND", "STANDALONE"})
    void aWritersTransactionEndsWellBeforeAReaderGivesUpWaiting(DatabaseRole role) throws SQLException {
        try (Connection connection = connect(url, role)) {
            assertThat(query(connection, "SHOW transaction_timeout")).containsExactly("30s");
        }
    }

    @Test
    void aMigrationMayTakeItsTime() throws SQLException {
        try (Connection connection = connect(url, OWNER)) {
            assertThat(query(connection, "SHOW transaction_timeout")).containsExactly("0");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"COMMAND", "QUERY", "STANDALONE"})
    void aForgottenTransactionIsEnded(DatabaseRole role) throws SQLException {
        try (Connection connection = connect(url, role)) {
            assertThat(query(connection, "SHOW idle_in_transaction_session_timeout"))
                    .containsExactly("30s");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "AUDITOR")
    void whoeverWritesWaitsForTheDisk(DatabaseRole role) throws SQLException {
        try (Connection connection = connect(url, role)) {
            assertThat(query(connection, "SHOW synchronous_commit")).containsExactly("on");
        }
    }

    private static Connection connect(String database, DatabaseRole role) throws SQLException {
        Login login = DatabaseRoleIT.database.login(role);
        return DriverManager.getConnection(database, login.user(), login.password());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                values.add(result.getString(1));
            }
        }
        return values;
    }

    private static void assertSqlState(String expected, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .asInstanceOf(type(SQLException.class))
                .extracting(SQLException::getSQLState)
                .isEqualTo(expected);
    }
}
