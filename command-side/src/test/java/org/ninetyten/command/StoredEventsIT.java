package org.ninetyten.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.command.running.Bodies;
import org.ninetyten.command.running.CommandSideProcess;
import org.ninetyten.command.running.Reply;
import org.ninetyten.command.running.StoreDatabase;
import org.ninetyten.database.DatabaseRole;
import org.springframework.jdbc.core.JdbcTemplate;

/** What stands in the store once a command is answered. */
class StoredEventsIT {

    private static final CommandSideProcess RUNNING = CommandSideProcess.shared();
    private static final StoreDatabase STORE = CommandSideProcess.sharedDatabase();

    @Test
    void anEventSaysWhoAndWhatItCameFromInStrings() {
        Reply reply = RUNNING.put(
                "comms", "/api/officers/provenance", Bodies.officer("P"), "X-Correlation-Id", "intranet-form:42");

        assertThat(reply.header("X-Correlation-Id")).isEqualTo("intranet-form:42");
        Map<String, Object> metadata = metadataOf("officer:provenance").getFirst();
        assertThat(metadata)
                .containsEntry("actorId", "comms")
                .containsEntry("actorRole", "COMMS")
                .containsEntry("correlationId", "intranet-form:42")
                .containsOnlyKeys("actorId", "actorRole", "correlationId", "causationId");
        assertThat(metadata.get("causationId")).asString().isNotBlank().isNotEqualTo("intranet-form:42");
        assertThat(metadata.values()).allSatisfy(value -> assertThat(value).isInstanceOf(String.class));
    }

    @Test
    void aRequestWithoutACorrelationIdGetsOneThatTheAnswerTells() {
        Reply reply = RUNNING.put("comms", "/api/officers/uncorrelated", Bodies.officer("U"));

        assertThat(reply.header("X-Correlation-Id")).isNotBlank();
        assertThat(metadataOf("officer:uncorrelated").getFirst())
                .containsEntry("correlationId", reply.header("X-Correlation-Id"));
    }

    @Test
    void eachEventIsCausedByItsOwnCommandAndDoneByItsOwnActor() {
        RUNNING.put("comms", "/api/officers/caused", Bodies.officer("C"), "X-Correlation-Id", "one");
        RUNNING.post(
                "sergeant",
                "/api/officers/caused/conversations",
                Bodies.conversation("c-1"),
                "X-Correlation-Id",
                "one");

        List<Map<String, Object>> metadata = metadataOf("officer:caused");

        assertThat(metadata).extracting(each -> each.get("actorId")).containsExactly("comms", "sergeant");
        assertThat(metadata).extracting(each -> each.get("actorRole")).containsExactly("COMMS", "SUPERVISOR");
        assertThat(metadata).extracting(each -> each.get("correlationId")).containsOnly("one");
        assertThat(metadata).extracting(each -> each.get("causationId")).doesNotHaveDuplicates();
    }

    @Test
    void whatIsAnsweredAsDoneIsCommittedAndTheAnswerSaysItsVersion() {
        for (int i = 1; i <= 20; i++) {
            Reply reply = i == 1
                    ? RUNNING.put("comms", "/api/officers/committed", Bodies.officer("C"))
                    : RUNNING.post("comms", "/api/officers/committed/training", Bodies.training("t-" + i));

            assertThat(STORE.kinds("officer:committed")).hasSize(i);
            assertThat(reply.header("ETag")).isEqualTo("\"" + i + "\"");
            assertThat(reply.body()).isEqualTo("{\"id\":\"committed\",\"version\":" + i + "}");
        }
    }

    @Test
    void anInstantAndADayStandInTheStoreAsIso8601() {
        RUNNING.put("comms", "/api/officers/stored", Bodies.officer("S"));
        RUNNING.post("comms", "/api/officers/stored/training", Bodies.training("t-1"));

        assertThat(STORE.payloads("officer:stored").getLast())
                .isEqualTo("{\"officerId\":\"stored\",\"trainingId\":\"t-1\",\"course\":\"Posting well\","
                        + "\"completedOn\":\"2026-01-01\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE eventstore.domain_event SET stream = 'officer:nobody'",
                "DELETE FROM eventstore.domain_event",
                "TRUNCATE eventstore.domain_event",
                "ALTER TABLE eventstore.domain_event DISABLE TRIGGER append_only",
                "DROP TABLE eventstore.domain_event",
                "UPDATE eventstore.handle_reservation SET account_id = 'mine'",
                "TRUNCATE eventstore.handle_reservation",
                "CREATE TABLE eventstore.mine (id int)",
                "CREATE TEMPORARY TABLE mine (id int)",
                "SELECT setval('eventstore.domain_event_position_seq', 1)",
            })
    void theCommandSidesOwnLoginMayChangeNothingThatHappened(String statement) {
        JdbcTemplate commandSide = new JdbcTemplate(STORE.dataSource(DatabaseRole.COMMAND));

        assertThatThrownBy(() -> commandSide.execute(statement))
                .rootCause()
                .hasMessageMatching("(?s)ERROR: (permission denied|must be owner).*");
    }

    private static List<Map<String, Object>> metadataOf(String stream) {
        return STORE.metadata(stream).stream()
                .map(json -> JsonPath.<Map<String, Object>>read(json, "$"))
                .toList();
    }
}
