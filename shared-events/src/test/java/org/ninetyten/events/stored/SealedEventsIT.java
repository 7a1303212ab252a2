package org.ninetyten.events.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ninetyten.database.DatabaseRole.AUDITOR;
import static org.ninetyten.database.DatabaseRole.COMMAND;
import static org.ninetyten.database.DatabaseRole.QUERY;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ninetyten.database.DatabaseRole;
import org.ninetyten.events.Event;
import org.ninetyten.events.keyring.ErasedException;
import org.ninetyten.events.keyring.Keyring;
import org.ninetyten.events.officer.OfficerEvent.OfficerDetailsChanged;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;

/** What stands in the store, and what becomes of it without the key. */
class SealedEventsIT {

    private static StoreOnPostgres store;

    @BeforeAll
    static void start() {
        store = StoreOnPostgres.create("sealed_events_it");
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    private static OfficerRegistered officer(String id, String name) {
        return new OfficerRegistered(id, name, "4471", "harbour", false);
    }

    private static String stored(String stream) {
        return String.valueOf(store.sql()
                .queryForObject(
                        "SELECT string_agg(convert_from(payload, 'UTF8'), ' ') FROM eventstore.domain_event"
                                + " WHERE stream = ?",
                        String.class,
                        stream));
    }

    private static List<Event> read(String stream) {
        return store.engine()
                .readEvents(stream)
                .asStream()
                .map(message -> (Event) message.getPayload())
                .toList();
    }

    private static void destroy(String officerId) {
        store.transaction()
                .executeWithoutResult(status -> store.bean(Keyring.class).destroy(officerId, List.of()));
    }

    @Test
    void aNameIsNotInTheStoreAndIsReadFromIt() {
        store.append(0, officer("amina", "Amina Yusuf"));

        assertThat(stored("officer:amina")).doesNotContain("Yusuf").contains("harbour");
        assertThat(read("officer:amina")).containsExactly(officer("amina", "Amina Yusuf"));
    }

    @Test
    void whatWasStoredBeforeThereWereKeysIsReadAsItIs() throws SQLException {
        try (Connection writer = store.connect(COMMAND)) {
            StoreOnPostgres.insertRow(
                    writer,
                    "officer:earlier",
                    "OfficerRegistered",
                    "{\"officerId\":\"earlier\",\"name\":\"Earl Y\",\"collarNumber\":\"1\",\"unit\":\"harbour\",\"staff\":false}");
        }

        assertThat(read("officer:earlier"))
                .containsExactly(new OfficerRegistered("earlier", "Earl Y", "1", "harbour", false));
    }

    @Test
    void withoutTheKeyTheEventStaysAndTheNameIsGone() {
        store.append(0, officer("ben", "Ben Okafor"));
        store.append(0, officer("cara", "Cara Lind"));
        String before = stored("officer:ben");

        destroy("ben");

        assertThat(stored("officer:ben")).isEqualTo(before);
        assertThat(((OfficerRegistered) read("officer:ben").getFirst()).name()).isEqualTo(Keyring.ERASED);
        assertThat(read("officer:cara")).containsExactly(officer("cara", "Cara Lind"));
    }

    @Test
    void nothingMoreIsWrittenAboutWhoeverWasErased() {
        store.append(0, officer("dora", "Dora Falk"));
        destroy("dora");

        assertThatThrownBy(() -> store.append(1, new OfficerDetailsChanged("dora", "Dora F.", "2", "harbour", false)))
                .isInstanceOf(ErasedException.class);
        assertThat(read("officer:dora")).hasSize(1);
    }

    @Test
    void aKeyThatWasMadeForAnEventThatWasNotKeptIsNotKeptEither() {
        store.transaction().executeWithoutResult(status -> {
            store.engine().appendEvents(StoreOnPostgres.message(0, officer("ella", "Ella Moss")));
            status.setRollbackOnly();
        });
        store.append(0, officer("ella", "Ella Marsh"));

        assertThat(read("officer:ella")).containsExactly(officer("ella", "Ella Marsh"));
    }

    @Test
    void aTextPutIntoAnotherPersonsEventIsNotReadThere() throws SQLException {
        store.append(0, officer("finn", "Finn Hale"));
        try (Connection writer = store.connect(COMMAND)) {
            StoreOnPostgres.insertRow(
                    writer,
                    "officer:gwen",
                    "OfficerRegistered",
                    stored("officer:finn").replace("finn", "gwen"));
        }

        assertThatThrownBy(() -> read("officer:gwen")).hasMessageContaining("someone else");
    }

    @Test
    void aTextPutIntoAnotherFieldIsNotReadThere() throws SQLException {
        store.append(0, officer("hugo", "Hugo Lang"));
        try (Connection writer = store.connect(COMMAND)) {
            StoreOnPostgres.insertRow(writer, "officer:hugo2", "OfficerDetailsChanged", stored("officer:hugo"));
        }

        assertThatThrownBy(() -> read("officer:hugo2")).hasStackTraceContaining("cannot be opened with its key");
    }

    @Test
    void aDestroyedKeyIsNotPutBackByAnyone() throws SQLException {
        store.append(0, officer("iris", "Iris Wood"));
        destroy("iris");

        try (Connection owner = store.connect(DatabaseRole.OWNER);
                var statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.execute("UPDATE keyring.data_key SET wrapped = 'x', destroyed_at = NULL"
                            + " WHERE officer_id = 'iris'"))
                    .hasMessageContaining("not put back");
        }
    }

    @Test
    void auditorsReadNoKeysAndQueriesChangeNone() throws SQLException {
        try (Connection auditor = store.connect(AUDITOR);
                var statement = auditor.createStatement()) {
            assertThatThrownBy(() -> statement.execute("SELECT * FROM keyring.data_key"))
                    .hasMessageContaining("permission denied");
        }
        try (Connection query = store.connect(QUERY);
                var statement = query.createStatement()) {
            assertThatThrownBy(() -> statement.execute("UPDATE keyring.data_key SET wrapped = NULL"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(
                            () -> statement.execute("INSERT INTO keyring.data_key (scope, generation) VALUES ('x', 1)"))
                    .hasMessageContaining("permission denied");
        }
    }
}
