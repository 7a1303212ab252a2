package org.ninetyten.command.acknowledgement;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

class RequirementWorkerTest {

    /** Counts how often it was looked for someone to tell; at first it fails, later there is nobody. */
    private static final class FailingAtFirst extends ToRequire {

        private final AtomicInteger looks = new AtomicInteger();
        private final Class<? extends Throwable> failure;

        private FailingAtFirst(Class<? extends Throwable> failure) {
            super(new JdbcTemplate());
            this.failure = failure;
        }

        @Override
        List<Entry> claim(int atMost, Duration hold) {
            if (looks.incrementAndGet() > 1) {
                return List.of();
            }
            if (failure == StackOverflowError.class) {
                throw new StackOverflowError("for the test");
            }
            throw new IllegalStateException("for the test");
        }
    }

    // It never comes to tell anyone, so there is no desk.
    @SuppressWarnings("NullAway")
    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class})
    void whateverGoesWrongItLooksAgain(Class<? extends Throwable> failure) {
        FailingAtFirst toRequire = new FailingAtFirst(failure);
        RequirementWorker worker = new RequirementWorker(toRequire, null);
        worker.start();
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> toRequire.looks.get() > 1);
        } finally {
            worker.stop();
        }
    }
}
