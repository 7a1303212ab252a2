package org.ninetyten.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ninetyten.command.running.Bodies;
import org.ninetyten.command.running.CommandSideProcess;
import org.ninetyten.command.running.Reply;
import org.ninetyten.command.running.StoreDatabase;

/** Two processes on one store: what one remembers of an aggregate is no longer so once the other has changed it. */
class RememberedAggregatesIT {

    private static final CommandSideProcess ONE = CommandSideProcess.shared();
    private static final StoreDatabase STORE = CommandSideProcess.sharedDatabase();

    private static CommandSideProcess two;

    @BeforeAll
    static void start() {
        two = CommandSideProcess.start(STORE);
    }

    @AfterAll
    static void stop() {
        two.close();
    }

    @Test
    void aCommandForTheVersionThatTheOtherMadeIsNotRefusedAsStale() {
        registeredWithOne("ava");
        assertThat(training(two, "ava", "t-1").status()).isEqualTo(200);

        Reply reply = ONE.post("comms", "/api/officers/ava/training", Bodies.training("t-2"), "If-Match", "\"2\"");

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void aCommandForTheVersionThatTheOtherLeftBehindIsRefusedAsStale() {
        registeredWithOne("bea");
        assertThat(training(two, "bea", "t-1").status()).isEqualTo(200);

        Reply reply = ONE.post("comms", "/api/officers/bea/training", Bodies.training("t-2"), "If-Match", "\"1\"");

        assertThat(reply.status()).isEqualTo(412);
    }

    @Test
    void whatIsSoForOneButNoLongerForTheOtherIsRecordedAgain() {
        registeredWithOne("cat");
        assertThat(details(ONE, "cat", "Cat One").status()).isEqualTo(200);
        assertThat(details(two, "cat", "Cat Two").status()).isEqualTo(200);

        Reply reply = details(ONE, "cat", "Cat One");

        assertThat(reply.header("ETag")).isEqualTo("\"4\"");
        assertThat(STORE.kinds("officer:cat"))
                .containsExactly(
                        "OfficerRegistered", "OfficerDetailsChanged", "OfficerDetailsChanged", "OfficerDetailsChanged");
    }

    @Test
    void whatTheOtherHasRecordedIsNoNewsToOne() {
        registeredWithOne("dot");
        Reply first = training(two, "dot", "t-1");

        Reply again = training(ONE, "dot", "t-1");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(STORE.kinds("officer:dot")).containsExactly("OfficerRegistered", "TrainingRecorded");
    }

    @Test
    void aRuleThatTheOtherMadeFulfilledRefusesNothing() {
        registeredWithOne("eva");
        assertThat(ONE.put("comms", "/api/policies/remembered", Bodies.draft()).status())
                .isEqualTo(201);
        assertThat(ONE.put("comms", "/api/accounts/remembered", Bodies.account("Remembered", "eva", "remembered"))
                        .status())
                .isEqualTo(201);
        // One is asked first, so that it has the account in mind as it was before it was refused.
        assertThat(reinstated(ONE).code()).isEqualTo("not-allowed-in-state");
        assertThat(two.post("comms", "/api/accounts/remembered/refusal", Bodies.reason("Not needed"))
                        .status())
                .isEqualTo(200);

        Reply refused = reinstated(ONE);

        assertThat(refused.code()).isEqualTo("not-allowed-in-state");
        assertThat(refused.body()).contains("REFUSED").doesNotContain("REQUESTED");
    }

    private static Reply reinstated(CommandSideProcess process) {
        return process.post("comms", "/api/accounts/remembered/reinstatement", Bodies.reason("Why not"));
    }

    private static void registeredWithOne(String id) {
        assertThat(ONE.put("comms", "/api/officers/" + id, Bodies.officer("Person"))
                        .status())
                .isEqualTo(201);
    }

    private static Reply training(CommandSideProcess process, String id, String trainingId) {
        return process.post("comms", "/api/officers/" + id + "/training", Bodies.training(trainingId));
    }

    private static Reply details(CommandSideProcess process, String id, String name) {
        return process.post("comms", "/api/officers/" + id + "/details", Bodies.officer(name));
    }
}
