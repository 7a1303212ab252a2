package org.ninetyten.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ninetyten.command.running.Bodies;
import org.ninetyten.command.running.CommandSideProcess;
import org.ninetyten.command.running.Reply;
import org.ninetyten.command.running.StoreDatabase;

/** Commands that meet a case which whoever gives them may not know of. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HiddenCasesIT {

    private static final String RESTRICTED = "{\"restricted\": true, \"allowed\": [], \"reason\": \"covert\"}";

    private final StoreDatabase store = StoreDatabase.create("hidden_cases");
    private final CommandSideProcess running = CommandSideProcess.start(store);

    @BeforeAll
    void tellTheStory() {
        done("comms", "PUT", "/api/officers/amina", Bodies.officer("Amina"));
        done("comms", "PUT", "/api/policies/social-media", Bodies.draft());
        done("comms", "POST", "/api/policies/social-media/versions", Bodies.version("2026-01-01"));
        done("comms", "POST", "/api/officers/amina/training", Bodies.training("t-1"));
        done("amina", "POST", "/api/officers/amina/acknowledgements", Bodies.acknowledgement("social-media", 1));
        done("comms", "PUT", "/api/accounts/harbour-x", Bodies.account("@harbour-x", "amina", "social-media"));
        done("comms", "POST", "/api/accounts/harbour-x/authorisation", "{}");
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void aConcernThatARestrictedCaseHasMayBeReportedOnceMoreByWhoMayNotKnowOfIt() {
        done("comms", "POST", "/api/accounts/harbour-x/dip-samples", Bodies.dipSample("s-1", "A plate"));
        done("standards", "PUT", "/api/transgressions/covert", report("s-1"));
        assertThat(report("comms", "again", "s-1").code()).isEqualTo("concern-reported-already");
        done("standards", "POST", "/api/transgressions/covert/restriction", RESTRICTED);

        assertThat(report("comms", "again", "s-1").status()).isEqualTo(201);

        assertThat(report("comms", "once-more", "s-1").code()).isEqualTo("concern-reported-already");
        assertThat(report("standards", "covert", "s-1").status())
                .as("the first, retried")
                .isEqualTo(201);
    }

    @Test
    void anOfficerWhoReportsAConcernOfThemselvesIsNotToldThatOthersDidBefore() {
        done("comms", "POST", "/api/accounts/harbour-x/dip-samples", Bodies.dipSample("s-2", "A joke"));
        done("comms", "PUT", "/api/transgressions/untold", report("s-2"));

        assertThat(report("amina", "of-myself", "s-2").status()).isEqualTo(201);
    }

    @Test
    void anErasureThatOnlyARestrictedCaseStandsAgainstIsRefusedWithoutNamingIt() {
        done("comms", "PUT", "/api/officers/gone", Bodies.officer("Gone"));
        done("comms", "POST", "/api/officers/gone/training", Bodies.training("t-1"));
        done("comms", "POST", "/api/officers/gone/acknowledgements", Bodies.acknowledgement("social-media", 1));
        done("comms", "PUT", "/api/accounts/gone-x", Bodies.account("@gone-x", "gone", "social-media"));
        done("comms", "POST", "/api/accounts/gone-x/authorisation", "{}");
        done("comms", "PUT", "/api/transgressions/of-the-gone", Bodies.transgression("gone-x", "gone"));
        done("comms", "POST", "/api/officers/gone/leaving", "{}");
        done("comms", "POST", "/api/accounts/gone-x/closure", Bodies.reason("They left"));
        String erasure = "{\"reason\": \"Enough\"}";
        Reply open = running.post("comms", "/api/officers/gone/erasure", erasure);
        assertThat(open.code()).isEqualTo("case-open");
        assertThat(JsonPath.<List<String>>read(open.body(), "$.transgressions")).containsExactly("of-the-gone");

        done("standards", "POST", "/api/transgressions/of-the-gone/restriction", RESTRICTED);

        Reply told = running.post("comms", "/api/officers/gone/erasure", erasure);
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.code()).isEqualTo("retention-not-over");
        assertThat(told.body()).doesNotContain("of-the-gone");
        assertThat(running.post("standards", "/api/officers/gone/erasure", erasure)
                        .code())
                .isEqualTo("case-open");
    }

    private static String report(String sampleId) {
        return Bodies.transgression("harbour-x", "amina", sampleId).replace("2026-05-01", "2026-05-20");
    }

    private Reply report(String who, String id, String sampleId) {
        return running.put(who, "/api/transgressions/" + id, report(sampleId));
    }

    private void done(String who, String method, String path, String body) {
        Reply reply = running.send(who, method, path, body);
        assertThat(reply.status()).as("%s: %s", path, reply.body()).isIn(200, 201);
    }
}
