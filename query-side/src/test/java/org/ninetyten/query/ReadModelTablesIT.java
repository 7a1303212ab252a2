package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ninetyten.database.DatabaseRole;
import org.ninetyten.database.EmbeddedDatabase;
import org.ninetyten.database.Login;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Whose the read model's tables are, and what of them a rebuild may make anew. */
class ReadModelTablesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static QueryServer server;
    private static EventWriter writer;

    @BeforeAll
    static void start() {
        server = QueryServer.onDatabaseOfItsOwn();
        writer = server.writer();
    }

    @AfterAll
    static void stop() {
        writer.close();
        server.close();
    }

    @Test
    void theFunctionsThatMakeAndDropTablesDoItForARebuildUnderWayAndTheRoleMayNotItself() {
        writer.append(Samples.registered("amina"));
        await().atMost(PATIENCE).until(server::hasCaughtUp);
        JdbcTemplate query = server.jdbc();
        for (String forbidden : List.of(
                "CREATE TABLE readmodel.mine (id int)",
                "CREATE TABLE readmodel_copy.mine (id int)",
                "DROP TABLE readmodel.officer",
                "ALTER TABLE readmodel.officer ADD COLUMN mine int",
                "TRUNCATE readmodel.officer",
                "INSERT INTO readmodel.projection_table VALUES ('token_entry', 'officers')",
                "SELECT readmodel.require_rebuild('officers', '%')")) {
            assertThatThrownBy(() -> query.execute(forbidden))
                    .as(forbidden)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .extracting(cause -> ((SQLException) cause).getSQLState())
                    .isEqualTo("42501");
        }
        for (String function : List.of("begin_copy", "analyze_copy", "switch_copy")) {
            for (String name : List.of("officers", "token_entry", "officers; DROP TABLE readmodel.officer", "")) {
                assertThatThrownBy(() -> query.queryForList("SELECT readmodel." + function + "(?)", name))
                        .as(function + " " + name)
                        .isInstanceOf(DataAccessException.class)
                        .rootCause()
                        .extracting(cause -> ((SQLException) cause).getSQLState())
                        .isEqualTo("22023");
            }
        }
        Login login = EmbeddedDatabase.shared().login(DatabaseRole.COMMAND);
        var command = new SingleConnectionDataSource(server.databaseUrl(), login.user(), login.password(), true);
        assertThatThrownBy(() -> new JdbcTemplate(command).execute("SELECT readmodel.drop_copy('officers')"))
                .isInstanceOf(DataAccessException.class);
        command.destroy();
        assertThat(query.queryForList("SELECT id FROM readmodel.officer", String.class))
                .containsExactly("amina");
    }

    @Test
    void everyTableOfTheReadModelIsOneOfAProjectionOrOneOfTheProgramItself() {
        assertThat(server.jdbc().queryForList("""
                        SELECT relname::text FROM pg_class WHERE relnamespace = 'readmodel'::regnamespace
                            AND relkind = 'r' AND relname NOT IN (SELECT table_name FROM readmodel.projection_table)
                        ORDER BY 1
                        """, String.class))
                .containsExactly(
                        "dead_letter",
                        "dead_letter_change",
                        "duty_calendar",
                        "erasure",
                        "flyway_schema_history",
                        "projection_table",
                        "reassessed_case",
                        "reassessment",
                        "reassessment_report",
                        "rebuild",
                        "token_entry");
        assertThat(server.jdbc()
                        .queryForList(
                                "SELECT DISTINCT projection FROM readmodel.projection_table ORDER BY 1", String.class))
                .isEqualTo(QueryServer.PROJECTIONS);
    }
}
