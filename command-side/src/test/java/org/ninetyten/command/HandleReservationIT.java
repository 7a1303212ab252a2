package org.ninetyten.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ninetyten.command.running.Bodies;
import org.ninetyten.command.running.CommandSideProcess;
import org.ninetyten.command.running.Reply;
import org.ninetyten.command.running.StoreDatabase;
import org.ninetyten.database.DatabaseRole;

/** A handle is taken in the transaction of the command that asks for it, and given back in that of the one that ends it. */
class HandleReservationIT {

    private static final CommandSideProcess RUNNING = CommandSideProcess.shared();
    private static final StoreDatabase STORE = CommandSideProcess.sharedDatabase();

    @BeforeAll
    static void people() {
        assertThat(RUNNING.put("comms", "/api/officers/holder", Bodies.officer("Hol"))
                        .status())
                .isEqualTo(201);
        assertThat(RUNNING.post("comms", "/api/officers/holder/training", Bodies.training("t-1"))
                        .status())
                .isEqualTo(200);
        assertThat(RUNNING.put("comms", "/api/policies/handles", Bodies.draft()).status())
                .isEqualTo(201);
        assertThat(RUNNING.post("comms", "/api/policies/handles/versions", Bodies.version("2026-01-01"))
                        .status())
                .isEqualTo(201);
        assertThat(RUNNING.post("comms", "/api/officers/holder/acknowledgements", Bodies.acknowledgement("handles", 1))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aRefusedAccountGivesItsHandleBackToWhoeverAsksNext() {
        request("refused-1", "RefusedHandle", 201);
        request("refused-2", "refusedhandle", 409);
        order("refused-1", "refusal", Bodies.reason("No purpose"), 200);

        request("refused-2", "refusedhandle", 201);
        request("refused-3", "REFUSEDHANDLE", 409);
        assertThat(STORE.accountsWith("x", "refusedhandle")).containsExactly("refused-2");
    }

    @Test
    void aClosedAccountGivesItsHandleBackAndNobodyElsesAndARetryTakesItFromNobody() {
        request("closed-1", "ClosedHandle", 201);
        request("neighbour", "NeighbourHandle", 201);
        order("closed-1", "authorisation", null, 200);
        order("closed-1", "closure", Bodies.reason("Unit merged"), 200);
        assertThat(STORE.accountsWith("x", "closedhandle")).isEmpty();
        assertThat(STORE.accountsWith("x", "neighbourhandle")).containsExactly("neighbour");

        request("closed-2", "closedhandle", 201);
        order("closed-1", "closure", Bodies.reason("Unit merged"), 200);
        request("closed-1", "ClosedHandle", 201);

        assertThat(STORE.accountsWith("x", "closedhandle")).containsExactly("closed-2");
        assertThat(STORE.kinds("account:closed-1"))
                .containsExactly("AccountRequested", "AccountAuthorised", "AccountClosed");
    }

    @Test
    void aSuspendedAccountKeepsItsHandle() {
        request("suspended-1", "SuspendedHandle", 201);
        order("suspended-1", "authorisation", null, 200);
        order("suspended-1", "suspension", Bodies.reason("Password shared"), 200);

        request("suspended-2", "SuspendedHandle", 409);
    }

    @Test
    void aHandleThatAnotherTransactionHoldsIsWaitedForAndRefusedOnceItIsCommitted() throws Exception {
        try (Connection other = holding("heldhandle", "held-elsewhere")) {
            CompletableFuture<Reply> asked = ask("held-1", "HeldHandle");
            await().until(() -> STORE.waiting() == 1);
            assertThat(asked).isNotDone();

            other.commit();

            assertThat(asked.get().status()).isEqualTo(409);
            assertThat(asked.get().code()).isEqualTo("handle-taken");
            assertThat(STORE.kinds("account:held-1")).isEmpty();
        }
    }

    @Test
    void aHandleThatAnotherTransactionHeldIsTakenOnceThatOneIsRolledBack() throws Exception {
        try (Connection other = holding("freedhandle", "freed-elsewhere")) {
            CompletableFuture<Reply> asked = ask("freed-1", "FreedHandle");
            await().until(() -> STORE.waiting() == 1);
            assertThat(asked).isNotDone();

            other.rollback();

            assertThat(asked.get().status()).isEqualTo(201);
            assertThat(STORE.accountsWith("x", "freedhandle")).containsExactly("freed-1");
        }
    }

    private static Connection holding(String handleKey, String accountId) throws SQLException {
        Connection connection = STORE.dataSource(DatabaseRole.COMMAND).getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO eventstore.handle_reservation (platform_key, handle_key, account_id) VALUES ('x', ?, ?)")) {
            insert.setString(1, handleKey);
            insert.setString(2, accountId);
            insert.executeUpdate();
        }
        return connection;
    }

    private static CompletableFuture<Reply> ask(String id, String handle) {
        return CompletableFuture.supplyAsync(
                () -> RUNNING.put("comms", "/api/accounts/" + id, Bodies.account(handle, "holder", "handles")));
    }

    private static void request(String id, String handle, int status) {
        Reply reply = RUNNING.put("comms", "/api/accounts/" + id, Bodies.account(handle, "holder", "handles"));
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        if (status == 409) {
            assertThat(reply.code()).isEqualTo("handle-taken");
        }
    }

    private static void order(String id, String what, @Nullable String body, int status) {
        Reply reply = RUNNING.send("comms", "POST", "/api/accounts/" + id + "/" + what, body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    }
}
