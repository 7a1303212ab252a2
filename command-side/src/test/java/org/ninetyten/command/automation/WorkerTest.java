package org.ninetyten.command.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** A list in memory that fails, if it does, when it is looked at for the first time. */
    private static final class Noted implements WorkList<String> {

        private final AtomicInteger looks = new AtomicInteger();
        private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
        private final Queue<String> done = new ConcurrentLinkedQueue<>();
        private final Queue<String> putOff = new ConcurrentLinkedQueue<>();
        private final Class<?> failure;

        private Noted(Class<?> failure, String... waiting) {
            this.failure = failure;
            this.waiting.addAll(List.of(waiting));
        }

        @Override
        public List<String> claim(int atMost, Duration hold) {
            if (looks.incrementAndGet() == 1) {
                if (failure == StackOverflowError.class) {
                    throw new StackOverflowError("for the test");
                }
                if (failure == IllegalStateException.class) {
                    throw new IllegalStateException("for the test");
                }
            }
            List<String> claimed = List.copyOf(waiting);
            waiting.clear();
            return claimed;
        }

        @Override
        public void putOff(String entry, Duration by) {
            putOff.add(entry);
        }

        @Override
        public void done(List<String> those) {
            done.addAll(those);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class})
    void whateverGoesWrongItLooksAgain(Class<? extends Throwable> failure) {
        Noted list = new Noted(failure);
        Worker<String> worker = new Worker<>("a-test", list, entry -> entry);
        worker.start();
        try {
            await().atMost(SOON).until(() -> list.looks.get() > 1);
        } finally {
            worker.stop();
        }
    }

    @Test
    void whatCannotBeDoneIsPutOffAndKeepsNothingElseWaiting() {
        Noted list = new Noted(Void.class, "one", "broken", "two");
        Worker<String> worker = new Worker<>("a-test", list, entry -> {
            if (entry.equals("broken")) {
                throw new IllegalStateException("for the test");
            }
            return entry + " done";
        });
        worker.start();
        try {
            await().atMost(SOON).until(() -> list.done.size() == 2);
        } finally {
            worker.stop();
        }
        assertThat(list.done).containsExactly("one done", "two done");
        assertThat(list.putOff).containsExactly("broken");
    }
}
