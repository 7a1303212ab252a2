package org.ninetyten.events.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.ninetyten.database.DatabaseRole.AUDITOR;
import static org.ninetyten.database.DatabaseRole.COMMAND;
import static org.ninetyten.database.DatabaseRole.OWNER;
import static org.ninetyten.database.DatabaseRole.QUERY;
import static org.ninetyten.database.DatabaseRole.STANDALONE;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.database.DatabaseRole;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;

/** What each login may not do to the event store, asked of a real PostgreSQL. */
class EventStoreRightsIT {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static final String INSERT = """
            INSERT INTO eventstore.domain_event
                (stream, sequence_number, aggregate_type, event_id, event_type, revision, recorded_at, payload, metadata)
            VALUES ('officer:' || gen_random_uuid(), 0, 'Aggregate', gen_random_uuid(), 'Kind', '1',
                '2026-03-01T09:30:00Z', '{}', '{}')""";

    private static final List<String> CHANGES = List.of(
            "UPDATE eventstore.domain_event SET payload = 'x'",
            "UPDATE eventstore.domain_event SET payload = 'x' WHERE false",
            "DELETE FROM eventstore.domain_event",
            "DELETE FROM eventstore.domain_event WHERE false",
            "TRUNCATE eventstore.domain_event",
            "TRUNCATE eventstore.domain_event RESTART IDENTITY CASCADE",
            INSERT + " ON CONFLICT (event_id) DO UPDATE SET payload = 'x'",
            """
            MERGE INTO eventstore.domain_event e USING (SELECT 1 AS one) o ON e.position = o.one
            WHEN MATCHED THEN DELETE""");

    private static StoreOnPostgres store;

    @BeforeAll
    static void oneEventIsStored() {
        store = StoreOnPostgres.create("event_store_rights_it");
        store.append(0, new OfficerRegistered("amina", "Amina Yusuf", "4471", "harbour", false));
    }

    @AfterAll
    static void theEventIsStillThere() {
        assertThat(store.sql()
                        .queryForObject(
                                "SELECT convert_from(payload, 'UTF8') FROM eventstore.domain_event"
                                        + " WHERE stream = 'officer:amina'",
                                String.class))
                .contains("\"unit\":\"harbour\"")
                .doesNotContain("Amina Yusuf");
        store.close();
    }

    static Stream<Arguments> changesByEveryRole() {
        return Stream.of(DatabaseRole.values())
                .flatMap(role -> CHANGES.stream().map(change -> Arguments.of(role, change)));
    }

    @ParameterizedTest
    @MethodSource("changesByEveryRole")
    void nobodyChangesWhatIsStored(DatabaseRole role, String change) throws SQLException {
        try (Connection connection = store.connect(role)) {
            assertRefused(connection, change);
        }
    }

    static Stream<String> changes() {
        return CHANGES.stream();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void noSuperuserDoesEither(String change) throws SQLException {
        try (Connection superuser = store.connectAsSuperuser()) {
            assertRefused(superuser, change);
            execute(superuser, "SET session_replication_role = replica");
            assertRefused(superuser, change);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"QUERY", "AUDITOR"})
    void whoeverOnlyReadsInsertsNothing(DatabaseRole role) throws SQLException {
        try (Connection connection = store.connect(role)) {
            assertRefused(connection, INSERT);
            assertRefused(connection, "SELECT nextval('eventstore.domain_event_position_seq')");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"COMMAND", "STANDALONE"})
    void whoeverWritesInsertsAndReads(DatabaseRole role) throws SQLException {
        try (Connection connection = store.connect(role)) {
            assertThatCode(() -> execute(connection, INSERT)).doesNotThrowAnyException();
            assertThat(text(connection, "SELECT stream FROM eventstore.domain_event WHERE position = 1"))
                    .isEqualTo("officer:amina");
        }
    }

    /** An event before the ones that readers have passed would never be read. */
    @ParameterizedTest
    @EnumSource(names = {"COMMAND", "STANDALONE"})
    void whoeverWritesDoesNotChooseThePosition(DatabaseRole role) throws SQLException {
        try (Connection connection = store.connect(role)) {
            assertRefused(
                    connection, INSERT.replace("(stream,", "(position, stream,").replace("VALUES (", "VALUES (0, "));
            assertRefused(connection, "SELECT setval('eventstore.domain_event_position_seq', 1, false)");
        }
    }

    static Stream<Arguments> definitionsByEveryOtherRole() {
        List<String> definitions = List.of(
                "CREATE TABLE eventstore.intruder (id int)",
                "CREATE FUNCTION eventstore.intruder() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "DROP TABLE eventstore.domain_event",
                "DROP TRIGGER append_only ON eventstore.domain_event",
                "DROP VIEW eventstore.event_log",
                "ALTER TABLE eventstore.domain_event DISABLE TRIGGER ALL",
                "ALTER TABLE eventstore.domain_event ADD COLUMN intruder int",
                "CREATE OR REPLACE FUNCTION eventstore.refuse_change() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN RETURN NULL; END'",
                "CREATE RULE intruder AS ON INSERT TO eventstore.domain_event DO INSTEAD NOTHING",
                "DROP SCHEMA eventstore CASCADE",
                "SET session_replication_role = replica");
        return Stream.of(COMMAND, QUERY, STANDALONE, AUDITOR)
                .flatMap(role -> definitions.stream().map(definition -> Arguments.of(role, definition)));
    }

    @ParameterizedTest
    @MethodSource("definitionsByEveryOtherRole")
    void nobodyButTheOwnerDefinesAnything(DatabaseRole role, String definition) throws SQLException {
        try (Connection connection = store.connect(role)) {
            assertRefused(connection, definition);
        }
    }

    @Test
    void theOwnerMayDefineThings() throws SQLException {
        try (Connection owner = store.connect(OWNER)) {
            execute(owner, "CREATE TABLE eventstore.of_the_owner (id int)");
            execute(owner, "DROP TABLE eventstore.of_the_owner");
        }
    }

    @Test
    void anAuditorReadsTheLogAndNothingElse() throws SQLException {
        try (Connection auditor = store.connect(AUDITOR);
                Connection superuser = store.connectAsSuperuser()) {
            assertThat(text(auditor, "SELECT details->>'unit' FROM eventstore.event_log WHERE subject_id = 'amina'"))
                    .isEqualTo("harbour");
            assertThat(text(superuser, """
                            SELECT string_agg(table_schema || '.' || table_name || ' ' || privilege_type, ', ')
                            FROM information_schema.table_privileges WHERE grantee = 'ninetyten_auditor'""")).isEqualTo("eventstore.event_log SELECT");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"domain_event", "handle_reservation", "flyway_schema_history", "domain_event_position_seq"})
    void whatLiesBehindTheLogIsNotTheAuditorsToRead(String table) throws SQLException {
        try (Connection auditor = store.connect(AUDITOR)) {
            assertRefused(auditor, "SELECT * FROM eventstore." + table);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"INSERT INTO eventstore.event_log (position) VALUES (1)", "DELETE FROM eventstore.event_log"})
    void noOneWritesThroughTheLog(String attempt) throws SQLException {
        for (DatabaseRole role : Set.of(COMMAND, QUERY, STANDALONE, AUDITOR)) {
            try (Connection connection = store.connect(role)) {
                assertRefused(connection, attempt);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "AUDITOR")
    void whatWasAnsweredAsRecordedIsOnDisk(DatabaseRole role) throws SQLException {
        try (Connection connection = store.connect(role)) {
            assertThat(text(connection, "SHOW synchronous_commit")).isEqualTo("on");
        }
    }

    private static void assertRefused(Connection connection, String attempt) {
        assertThatThrownBy(() -> execute(connection, attempt))
                .as(attempt)
                .asInstanceOf(type(SQLException.class))
                .extracting(SQLException::getSQLState)
                .isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
