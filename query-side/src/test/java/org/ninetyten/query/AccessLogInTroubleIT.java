package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** No read is answered of which no note can be kept, and none that was noted is lost on the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessLogInTroubleIT {

    private static final int PLACES = 5;

    private final QueryServer server = QueryServer.onDatabaseOfItsOwn(
            "--ninety-ten.access-log.queue=" + PLACES,
            "--ninety-ten.access-log.patience=20ms",
            "--ninety-ten.access-log.behind-at-most=1m");

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void whatCannotBeNotedIsNotAnsweredAndWhatWasIsWrittenWhenItCanBe() throws SQLException {
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (Connection owner = server.ownerConnection();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("LOCK TABLE accesslog.entry IN SHARE MODE");
            for (int i = 0; i < 3 * PLACES; i++) {
                answers.add(server.getAs("sergeant", "/api/officers"));
            }
            owner.rollback();
        }

        assertThat(answers.subList(0, PLACES)).allMatch(answer -> answer.statusCode() == 200);
        assertThat(answers.subList(PLACES, answers.size())).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
            assertThat(server.read(answer.body()).path("code").asString()).isEqualTo("access-log-unavailable");
        });
        await().until(() -> linesOf("sergeant") == PLACES);
        assertThat(server.getAs("comms", "/api/policies").statusCode()).isEqualTo(200);
        await().until(() -> server.getAs("comms", "/api/officers").statusCode() == 200);
    }

    @Test
    void noMoreReadsAreAnsweredOnceOneHasWaitedForLongerThanMayBeLost() throws SQLException {
        try (QueryServer strict = QueryServer.onDatabaseOfItsOwn(
                        "--ninety-ten.access-log.behind-at-most=1s", "--ninety-ten.access-log.patience=20ms");
                Connection owner = strict.ownerConnection();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("LOCK TABLE accesslog.entry IN SHARE MODE");
            assertThat(strict.getAs("sergeant", "/api/officers").statusCode()).isEqualTo(200);

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(
                                    strict.getAs("sergeant", "/api/officers").body())
                            .contains("access-log-unavailable"));
            assertThat(strict.getAs("comms", "/api/policies").statusCode()).isEqualTo(200);
            owner.rollback();

            await().atMost(Duration.ofSeconds(10))
                    .until(() -> strict.getAs("sergeant", "/api/officers").statusCode() == 200);
        }
    }

    @Test
    void aCleanStopLosesNothing() throws SQLException {
        for (int i = 0; i < PLACES; i++) {
            assertThat(server.getAs("standards", "/api/officers").statusCode()).isEqualTo(200);
        }

        server.stop();

        assertThat(linesOf("standards")).isEqualTo(PLACES);
        server.startAgain();
    }

    private long linesOf(String caller) throws SQLException {
        try (Connection owner = server.ownerConnection();
                Statement statement = owner.createStatement();
                ResultSet lines = statement.executeQuery(
                        "SELECT count(*) FROM accesslog.entry WHERE caller = '" + caller + "'")) {
            lines.next();
            return lines.getLong(1);
        }
    }
}
