package org.ninetyten.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What docs/access-log.md says of a process that ends, of one that does. */
class AccessLogDurabilityE2E {

    private static final long LOST_AT_MOST = Duration.ofSeconds(1).toNanos();

    private static final int READERS = 3;

    @Test
    void aCleanStopLosesNoReadThatWasAnsweredAndAKillNoneButThoseOfTheLastSecond(@TempDir Path directory)
            throws IOException, InterruptedException {
        Path data = directory.resolve("data");
        RunningJar jar = RunningJar.start(data, "--ninety-ten.demo=true");
        try {
            Reading stopped = new Reading(jar, "stopped");
            stopped.awaitAnswersFor(Duration.ofSeconds(2));
            jar.close();
            stopped.end();

            jar = RunningJar.start(data, "--ninety-ten.demo=true");
            Reading killed = new Reading(jar, "killed");
            killed.awaitAnswersFor(Duration.ofSeconds(4));
            long kill = System.nanoTime();
            jar.kill();
            killed.end();

            jar = RunningJar.start(data, "--ninety-ten.demo=true");
            Set<String> logged = logged(jar);
            assertThat(stopped.answeredBefore(Long.MAX_VALUE))
                    .hasSizeGreaterThan(20)
                    .isSubsetOf(logged);
            assertThat(killed.answeredBefore(kill - LOST_AT_MOST))
                    .hasSizeGreaterThan(20)
                    .isSubsetOf(logged);
        } finally {
            jar.close();
        }
    }

    /** By those who read without a break, until nobody answers any more. */
    private static final class Reading {

        private final RunningJar jar;
        private final String name;
        private final AtomicInteger asked = new AtomicInteger();
        private final Map<String, Long> answered = new ConcurrentHashMap<>();
        private final ExecutorService readers = Executors.newFixedThreadPool(READERS);
        private final long began = System.nanoTime();

        private Reading(RunningJar jar, String name) {
            this.jar = jar;
            this.name = name;
            for (int i = 0; i < READERS; i++) {
                readers.execute(this::readOn);
            }
        }

        private void readOn() {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    read();
                }
            } catch (IOException | IllegalStateException e) {
                // Nobody answers any more.
            }
        }

        private void read() throws IOException {
            String id = name + "-" + asked.incrementAndGet();
            HttpResponse<String> answer = jar.send("comms", "GET", "/api/officers/amina", "", "X-Correlation-Id", id);
            if (answer.statusCode() == 200) {
                answered.put(id, System.nanoTime());
            }
        }

        void awaitAnswersFor(Duration time) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> answered.values().stream().anyMatch(at -> at - began > time.toNanos()));
        }

        void end() throws InterruptedException {
            readers.shutdownNow();
            assertThat(readers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }

        Set<String> answeredBefore(long nanos) {
            return answered.entrySet().stream()
                    .filter(one -> one.getValue() < nanos)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> logged(RunningJar jar) throws IOException {
        Set<String> correlationIds = new HashSet<>();
        String path = "/api/access-log?caller=comms&subjectId=amina&limit=200";
        String cursor = "";
        do {
            HttpResponse<String> answer = jar.get("auditor", path + cursor);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode page = JsonMapper.shared().readTree(answer.body());
            page.path("items")
                    .forEach(entry ->
                            correlationIds.add(entry.path("correlationId").asString()));
            cursor = page.has("nextCursor")
                    ? "&cursor=" + page.path("nextCursor").asString()
                    : "";
        } while (!cursor.isEmpty());
        return correlationIds;
    }
}
