package org.ninetyten.command.desk;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.edge.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How commands fare: how many of which kind, how they ended, and how long each took from being sent to being committed
 * or refused. A refusal counts under its code, which is one of a fixed few; what a caller sent never becomes a label.
 */
@Component
class CommandMeters {

    private static final Logger log = LoggerFactory.getLogger(CommandMeters.class);

    private static final String DONE = "done";
    private static final String FAILED = "failed";

    private final MeterRegistry registry;
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

    CommandMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Key(Class<? extends Command> command, String outcome) {}

    Answer time(Command command, Supplier<Answer> sending) {
        long began = System.nanoTime();
        String outcome = FAILED;
        try {
            Answer answer = sending.get();
            outcome = DONE;
            return answer;
        } catch (Refusal refusal) {
            outcome = refusal.code();
            throw refusal;
        } finally {
            log.debug("{} for {}: {}", command.getClass().getSimpleName(), command.stream(), outcome);
            timers.computeIfAbsent(new Key(command.getClass(), outcome), this::timer)
                    .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
    }

    private Timer timer(Key key) {
        return Timer.builder("ninetyten.commands")
                .description("Commands, from being sent to being committed or refused")
                .tag("command", key.command().getSimpleName())
                .tag("outcome", key.outcome())
                .serviceLevelObjectives(
                        Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(250), Duration.ofSeconds(1))
                .register(registry);
    }
}
