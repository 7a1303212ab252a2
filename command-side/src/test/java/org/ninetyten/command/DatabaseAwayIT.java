package org.ninetyten.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ninetyten.command.running.Bodies;
import org.ninetyten.command.running.CommandSideProcess;
import org.ninetyten.command.running.CuttableLine;
import org.ninetyten.command.running.Reply;
import org.ninetyten.command.running.StoreDatabase;
import org.ninetyten.database.DatabaseRole;

/** While the database cannot be reached, a command is refused whole; afterwards all goes on. */
class DatabaseAwayIT {

    private static final StoreDatabase STORE = StoreDatabase.create("database_away");

    private static CuttableLine line;
    private static CommandSideProcess running;

    @BeforeAll
    static void start() throws IOException {
        line = new CuttableLine();
        running =
                CommandSideProcess.start(STORE, line.url(STORE), "--spring.datasource.hikari.connection-timeout=1000");
        assertThat(running.put("comms", "/api/officers/amina", Bodies.officer("Amina"))
                        .status())
                .isEqualTo(201);
        assertThat(running.put("comms", "/api/policies/social-media", Bodies.draft())
                        .status())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() throws IOException {
        running.close();
        line.close();
    }

    @Test
    void aCommandIsRefusedWhileTheDatabaseIsAwayAndDoneOnceItIsBack() throws IOException {
        Map<String, Long> before = STORE.kept();
        line.cut();
        try {
            assertStoreUnavailable(running.put("comms", "/api/officers/ben", Bodies.officer("Ben")));
            assertStoreUnavailable(running.post("comms", "/api/officers/amina/training", Bodies.training("t-1")));
            assertThat(STORE.kept()).isEqualTo(before);
        } finally {
            line.mend();
        }

        await().untilAsserted(() -> assertThat(running.put("comms", "/api/officers/ben", Bodies.officer("Ben"))
                        .status())
                .isEqualTo(201));
        assertThat(STORE.kinds("officer:ben")).containsExactly("OfficerRegistered");
    }

    @Test
    void aCommandWhoseConnectionBreaksInItsMiddleLeavesNothingHalfDone() throws Exception {
        CompletableFuture<Reply> asked;
        try (Connection other = holdingTheHandle()) {
            asked = CompletableFuture.supplyAsync(() -> running.put(
                    "comms", "/api/accounts/broken", Bodies.account("BrokenHandle", "amina", "social-media")));
            await().until(() -> STORE.waiting() == 1);
            line.cut();
            other.rollback();
        }
        try {
            assertStoreUnavailable(asked.get());
        } finally {
            line.mend();
        }
        // The server notices that its client is gone once it has waited for the handle, and takes back what it did.
        await().untilAsserted(() -> {
            assertThat(STORE.waiting()).isZero();
            assertThat(STORE.accountsWith("x", "brokenhandle")).isEmpty();
        });
        assertThat(STORE.kinds("account:broken")).isEmpty();

        await().untilAsserted(() -> assertThat(running.put(
                                "comms",
                                "/api/accounts/broken",
                                Bodies.account("BrokenHandle", "amina", "social-media"))
                        .status())
                .isEqualTo(201));
    }

    private static Connection holdingTheHandle() throws SQLException {
        Connection connection = STORE.dataSource(DatabaseRole.COMMAND).getConnection();
        connection.setAutoCommit(false);
        try (Statement insert = connection.createStatement()) {
            insert.executeUpdate("INSERT INTO eventstore.handle_reservation VALUES ('x', 'brokenhandle', 'elsewhere')");
        }
        return connection;
    }

    private static void assertStoreUnavailable(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(503);
        assertThat(reply.code()).isEqualTo("store-unavailable");
        assertThat(reply.header("Retry-After")).matches("\\d+");
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.body()).doesNotContainIgnoringCase("sql").doesNotContain("Exception", "org.", "java.");
    }
}
