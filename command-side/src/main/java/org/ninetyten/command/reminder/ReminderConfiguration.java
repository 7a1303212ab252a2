package org.ninetyten.command.reminder;

import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.command.desk.SystemDesk;
import org.ninetyten.events.stored.Provenance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reminders kept by db-scheduler in the event store's database. */
@Configuration(proxyBeanMethods = false)
class ReminderConfiguration {

    static final String TASK = "reminder";

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    @Bean
    OneTimeTask<Reminder> reminderTask(ObjectProvider<SystemDesk> desk, List<ReminderAnswer> answers) {
        Map<String, Function<Reminder, Command>> commands =
                answers.stream().collect(Collectors.toMap(ReminderAnswer::kind, ReminderAnswer::command));
        return Tasks.oneTime(TASK, Reminder.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(RETRY_AFTER))
                .execute((instance, context) -> goOff(instance.getData(), commands, desk.getObject()));
    }

    /** The one clock of the program: a reminder goes off when its day is over by the clock that commands go by. */
    @Bean
    com.github.kagkarlsson.scheduler.Clock dbSchedulerClock(Clock clock) {
        return clock::instant;
    }

    /** As JSON, which a person can read at an SQL prompt, rather than as serialised Java. */
    @Bean
    DbSchedulerCustomizer remindersAsJson() {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(new Jackson3Serializer());
            }
        };
    }

    private static void goOff(Reminder reminder, Map<String, Function<Reminder, Command>> commands, SystemDesk desk) {
        Function<Reminder, Command> command = commands.get(reminder.kind());
        if (command == null) {
            throw new IllegalStateException("Nothing answers reminders of the kind " + reminder.kind());
        }
        desk.give(command.apply(reminder), Provenance.system(reminder.correlationId(), reminder.causationId()));
    }
}
