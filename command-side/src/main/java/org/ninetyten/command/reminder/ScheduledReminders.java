package org.ninetyten.command.reminder;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import java.time.Instant;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.ninetyten.events.stored.Provenance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
class ScheduledReminders implements Reminders {

    private final ObjectProvider<Scheduler> scheduler;

    ScheduledReminders(ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void set(Instant at, String kind, String subjectId, String key) {
        Message<?> command = CurrentUnitOfWork.get().getMessage();
        Provenance provenance = Provenance.of(command.getMetaData());
        Reminder reminder = new Reminder(kind, subjectId, key, provenance.correlationId(), command.getIdentifier());
        try {
            client().scheduleIfNotExists(new TaskInstance<>(ReminderConfiguration.TASK, reminder.name(), reminder), at);
        } catch (SQLRuntimeException | TaskInstanceException e) {
            // Another process set the same one in the meantime, and so decided the same as this command was about to.
            throw new ConcurrencyException("The reminder " + reminder.name() + " was not set", e);
        }
    }

    @Override
    public void callOff(String kind, String subjectId, String key) {
        String name = new Reminder(kind, subjectId, key, "", "").name();
        try {
            client().cancel(TaskInstanceId.of(ReminderConfiguration.TASK, name));
        } catch (TaskInstanceNotFoundException | TaskInstanceCurrentlyExecutingException | ExecutionException e) {
            // It went off already, is going off now, or began to between being looked up and being removed (which
            // db-scheduler takes for a fault): the command it leads to finds the duty fulfilled.
            return;
        }
    }

    private SchedulerClient client() {
        return scheduler.getObject();
    }
}
