package org.ninetyten.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninetyten.edge.RawHttp.Answer;
import org.springframework.test.context.TestPropertySource;

/** Who asks too much, and who guesses: told to wait, without a thread that waits with them. */
@TestPropertySource(properties = {"ninety-ten.rate-limit.per-second=1", "ninety-ten.rate-limit.burst=10"})
class TooMuchE2E extends OverHttp {

    @Test
    void whoAsksTooMuchIsToldToWaitAndNobodyElseIs() throws IOException {
        List<Answer> answers = new ArrayList<>();
        do {
            answers.add(send(get("/api/officers/amina").as("standards")));
        } while (answers.getLast().status() == 200 && answers.size() < 200);

        Answer last = answers.getLast();
        assertProblem(last, 429);
        assertThat(last.code()).isEqualTo("too-many-requests");
        assertThat(last.header("Retry-After")).isEqualTo("1");
        assertThat(answers).hasSizeGreaterThan(10);
        assertThat(send(get("/api/officers/amina").as("auditor")).status()).isEqualTo(200);
    }

    @Test
    void whoGuessesAPasswordIsToldToWaitWhetherThereIsSuchANameOrNot() throws IOException {
        for (String name : List.of("reviewer", "nobody-at-all")) {
            for (int i = 0; i < 5; i++) {
                Answer wrong = send(get("/api/officers/amina").as(name, "guess-" + i));
                assertProblem(wrong, 401);
            }

            Answer answer = send(get("/api/officers/amina").as(name));

            assertProblem(answer, 429);
            assertThat(answer.code()).isEqualTo("too-many-attempts");
            assertThat(answer.header("Retry-After")).matches("[1-9]\\d*");
        }
    }
}
